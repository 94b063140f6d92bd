"""Keep guessing slow: wrong tries are counted per neighbourhood and over everywhere, right ones are not.

A whole room shares one address, so a right code costs nobody a turn. Guesses spread over many addresses run into the
count over everywhere.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from survey.services.throttling import Limit, is_used_up, take

_HOUR: Final = timedelta(hours=1)
_EVERYWHERE: Final = ""


@dataclass(frozen=True, slots=True)
class Guessing:
    """How many wrong tries are allowed per hour: from one neighbourhood, and in all."""

    near: Limit
    everywhere: Limit


#: Near: a room of forty people shares one address, and each may make a mistake.
CODES: Final = Guessing(Limit("digits of a code", 60, _HOUR), Limit("digits of a code", 2_000, _HOUR))
FORMS: Final = Guessing(Limit("number of a form", 20, _HOUR), Limit("number of a form", 2_000, _HOUR))


def is_refused(session: Session, guessing: Guessing, *, where: str, key: bytes, at: datetime) -> bool:
    """Say whether nothing more may be tried from here now; counts nothing."""
    return is_used_up(session, guessing.near, where=where, key=key, at=at) or is_used_up(
        session, guessing.everywhere, where=_EVERYWHERE, key=key, at=at
    )


def count_wrong(session: Session, guessing: Guessing, *, where: str, key: bytes, at: datetime) -> None:
    """Count one wrong try."""
    take(session, guessing.near, where=where, key=key, at=at)
    take(session, guessing.everywhere, where=_EVERYWHERE, key=key, at=at)
