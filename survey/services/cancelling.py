"""Cancel a round that was opened by mistake: everything that was filled in is erased, and nothing is published."""

from datetime import datetime
from email.headerregistry import Address
from uuid import UUID

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, Round
from survey.queries import codes, profiles, round_mails, rounds, visits
from survey.services import audit, round_mail
from survey.services.audit import Actor, What
from survey.services.round_mail import About


def cancel_round(
    session: Session, *, round_id: UUID, sender: Address, by: Actor, at: datetime
) -> list[UUID]:  # fmt: skip
    """Cancel an open round, and return the batches of mails that tell those whose invitation went.

    Who that is depends on the invitations alone, never on who answered (disclosure rule R10).

    Raises
    ------
    Refused
        When it is closed: its answers are nobody's then, and its results are made or under way.
    """
    cancelled = rounds.lock_round(session, round_id=round_id)
    refuse_closed(cancelled)
    told = round_mails.list_told(session, round_id=round_id)
    round_mails.delete_all_waiting(session, round_id=round_id)
    visits.delete_responses(session, round_id=round_id)
    rounds.level_invitations(session, round_id=round_id)
    codes.forget_of_round(session, round_id=round_id)
    profiles.delete_profiles(session, round_id=round_id)
    cancelled.closed_at_utc = cancelled.cancelled_at_utc = at
    session.flush()
    network = session.get_one(Network, cancelled.network_id)
    what = What("round.cancelled", "round", round_id, network.id, network.support_organisation_id)
    audit.note(session, what, by=by, at=at)
    mailable = [each for each in rounds.list_mailable(session, round_id=round_id) if each in told]
    return round_mail.put_out(session, About(round_id, "cancelled"), invitation_ids=mailable, sender=sender, at=at)


def refuse_closed(cancelled: Round) -> None:
    """Refuse to cancel what is closed; raises as ``cancel_round`` does."""
    if cancelled.closed_at_utc is not None:
        raise Refused(gettext_noop("This round is closed: it can no longer be cancelled."))
