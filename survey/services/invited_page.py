"""Who is invited to a network's round, by organisation, as its page shows it (disclosure rule R10)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy.orm import Session

from survey.models import Network, Round
from survey.queries import invited, rounds
from survey.queries.invited import InvitedRow


@dataclass(frozen=True, slots=True)
class InvitedPerson:
    """Somebody who is invited, and when that was said by mail."""

    row: InvitedRow
    invited_at_utc: datetime
    again: list[datetime]

    @property
    def is_late(self) -> bool:
        """Whether the answers join the total only."""
        return self.row.reporting_group is None


@dataclass(frozen=True, slots=True)
class InvitedPage:
    """The people of a round by organisation; without a round nobody."""

    round: Round | None
    is_open: bool
    organisations: list[tuple[str, list[InvitedPerson]]]
    letters: int
    #: Who came into the network by an import, say, and was not invited to this round.
    others: list[str]


def invited_page(session: Session, *, network: Network) -> InvitedPage:
    """Return who is invited to the newest round of a network, as long as it is open."""
    newest = rounds.newest_round(session, network_id=network.id)
    if newest is None or newest.closed_at_utc is not None or newest.is_by_code:
        return InvitedPage(None, False, [], 0, [])
    rows = invited.list_invited(session, round_id=newest.id)
    sent = invited.list_sent(session, round_id=newest.id)
    people = [invited_person(each, newest, sent) for each in rows]
    by_organisation = [
        (of[1], list(group))
        for of, group in groupby(people, key=lambda each: (each.row.organisation_id, each.row.organisation_name))
    ]
    letters = sum(each.can_get_a_letter for each in rows)
    others = [each.name for each, _ in invited.list_not_invited(session, round_id=newest.id, network_id=network.id)]
    return InvitedPage(newest, newest.closing_asked_at_utc is None, by_organisation, letters, others)


def invited_person(row: InvitedRow, round: Round, sent: dict[UUID, list[datetime]]) -> InvitedPerson:
    """Return when somebody was invited: by the first mail, and without one since the round or the person is there."""
    first, *again = sent.get(row.invitation_id) or [max(round.opened_at_utc, row.added_at_utc)]
    return InvitedPerson(row, first, again)


def history_of(session: Session, *, contact_id: UUID) -> list[tuple[Round, InvitedPerson]]:
    """Return the invitations of a contact, newest round first, and what became of them; nothing else (R10)."""
    return [
        (round, invited_person(row, round, invited.list_sent(session, round_id=round.id)))
        for round, row in invited.list_of_contact(session, contact_id=contact_id)
    ]
