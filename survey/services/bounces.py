"""Mails that came back: keep at an invitation that its address takes no mail.

Only mails of invitations are looked for. A reminder goes to who did not send in, so that it came back may never be
seen at a person (disclosure rule R10); of the others nobody has to do anything.
"""

from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from survey.mail.bounces import Notice
from survey.queries import round_mails as queries
from survey.services import round_mail

#: It was noted; it says that a mail is late, or arrived; it is about no invitation of ours; it is no notice at all.
Finding = Literal["noted", "not_final", "not_ours", "not_recognised"]


def note(session: Session, notice: Notice | None, *, at: datetime) -> Finding:
    """Note what a notice says, and return what that was; read twice, it says the same."""
    if notice is None:
        return "not_recognised"
    if not notice.is_final:
        return "not_final"
    for message_id in notice.message_ids:
        mail = queries.find_sent(session, message_id=message_id, purpose="invitation")
        if mail is not None:
            round_mail.came_back(session, mail, at=at, code=notice.code)
            return "noted"
    return "not_ours"
