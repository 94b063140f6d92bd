"""No more mails of rounds in a minute than were agreed with who runs the mail server, however many workers there are.

Counted are minutes of the clock, because the worker looks once in each of them what there is to do.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from survey.services import throttling
from survey.services.throttling import Limit

_MINUTE: Final = timedelta(minutes=1)


def may_send(session: Session, *, per_minute: int, key: bytes, at: datetime) -> bool:
    """Count one mail; ``False`` when this minute's are sent. A pace of 0 is none."""
    if per_minute == 0:
        return True
    minute = at.replace(second=0, microsecond=0).isoformat()
    return throttling.take(session, Limit("round mails", per_minute, _MINUTE), where=minute, key=key, at=at)
