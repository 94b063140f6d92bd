"""Letters and cards for who has no e-mail address: that their links pass through staff hands is noted first."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from reports.forms.letters import Inviter, Letter, Reader, make_letter
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, Round
from survey.queries import invited, printing, rounds
from survey.queries.invited import InvitedRow
from survey.tokens import make_token


def print_letters(
    session: Session, *, network: Network, chosen: Sequence[UUID], base_url: str, key: bytes
) -> tuple[Round, list[Letter]]:
    """Return what letters or cards say to these people, or to all without an address, and the round.

    From now on each of these links shows what was answered only to who has its code.

    Raises
    ------
    Refused
        When no round is open, or nobody chosen can get one: a link goes by mail or on paper, never both ways, because
        only what comes in by a mailed one counts in a group (disclosure rule R3).
    """
    newest = rounds.newest_round(session, network_id=network.id)
    if newest is None or newest.closed_at_utc is not None:
        raise Refused(gettext_noop("No round is open, so there is nothing to invite to."))
    everybody = [row for row in invited.list_invited(session, round_id=newest.id) if row.can_get_a_letter]
    people = [row for row in everybody if not chosen or row.invitation_id in chosen]
    if not people:
        raise Refused(gettext_noop("Nobody to print for: letters and cards are for who has no e-mail address."))
    invited.mark_through_staff(session, invitation_ids=[row.invitation_id for row in people])
    inviter = _inviter(session, network, newest)
    return newest, [make_letter(_reader(row, base_url, key), inviter) for row in people]


def _reader(row: InvitedRow, base_url: str, key: bytes) -> Reader:
    token = make_token(key, "invitation", row.invitation_id, row.generation)
    return Reader(row.name, row.organisation_name, row.language, f"{base_url}/v/{token}")


def _inviter(session: Session, network: Network, round: Round) -> Inviter:
    asker = printing.find_asker(session, network_id=network.id)
    return Inviter(
        network=network.name,
        closes_on=round.closes_on,
        meeting_on=round.meeting_on,
        adviser=asker.adviser_name,
        adviser_address=asker.adviser_address,
        support=asker.support_name,
    )
