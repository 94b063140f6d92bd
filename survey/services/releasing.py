"""Let participants read the report: tell each of them where it is, or kindly that too few answered."""

from datetime import datetime
from email.headerregistry import Address
from uuid import UUID

from sqlalchemy.orm import Session

from survey.models import Network, Round
from survey.models.campaign import MailPurpose
from survey.queries import published, rounds
from survey.services import audit, editions, own_words, round_mail
from survey.services.audit import Actor, What
from survey.services.round_mail import About


def release(session: Session, *, closed: Round, sender: Address | None, at: datetime) -> list[UUID]:
    """Open a published round's report to its participants; return the batches of mails that tell them.

    Nothing happens when that was done. Without a sender nobody is told. What was decided about own words stays as it
    is from now on, and so does everything else that the report is made of.
    """
    if closed.released_at_utc is not None or closed.cancelled_at_utc is not None:
        return []
    closed.released_at_utc = at
    own_words.settle(session, round_id=closed.id)
    editions.freeze(session, round_id=closed.id, at=at)
    if sender is None:
        return []
    people = rounds.list_mailable(session, round_id=closed.id)
    about = About(closed.id, told_by(session, round_id=closed.id))
    return round_mail.put_out(session, about, invitation_ids=people, sender=sender, at=at)


def release_report(
    session: Session, *, network: Network, closed: Round, sender: Address, by: Actor, at: datetime
) -> list[UUID] | None:
    """Release a report because somebody says so, and note that; ``None`` when participants can read it already."""
    if closed.released_at_utc is not None:
        return None
    batches = release(session, closed=closed, sender=sender, at=at)
    what = What("round.released", "round", closed.id, network.id, network.support_organisation_id)
    audit.note(session, what, by=by, at=at)
    return batches


def told_by(session: Session, *, round_id: UUID) -> MailPurpose:
    """Return which mail tells the participants of a published round.

    That is decided by what was published, which everybody reads: not by a number of answers, of which some count
    towards no minimum (disclosure rules R3 and R6).
    """
    return "released" if published.shows_anything(session, round_id=round_id) else "too_few"
