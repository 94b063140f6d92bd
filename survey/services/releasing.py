"""Let participants read the report: tell each of them where it is, or kindly that too few answered."""

from datetime import datetime
from email.headerregistry import Address
from uuid import UUID

from sqlalchemy.orm import Session

from reports.disclosure.policy import K
from survey.models import Round
from survey.queries import rounds, sealed
from survey.services import round_mail
from survey.services.round_mail import About


def release(session: Session, *, closed: Round, sender: Address | None, at: datetime) -> list[UUID]:
    """Open a published round's report to its participants; return the batches of mails that tell them.

    Nothing happens when that was done. Without a sender nobody is told.
    """
    if closed.released_at_utc is not None or closed.cancelled_at_utc is not None:
        return []
    closed.released_at_utc = at
    session.flush()
    if sender is None:
        return []
    people = rounds.list_mailable(session, round_id=closed.id)
    counted = sum(sealed.count_per_group(session, round_id=closed.id).values())
    about = About(closed.id, "released" if counted >= K else "too_few")
    return round_mail.put_out(session, about, invitation_ids=people, sender=sender, at=at)
