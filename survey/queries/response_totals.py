"""How the response of open rounds stands: totals by a full hour, and nothing else (disclosure rule R10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from survey.models import Invitation, Response


@dataclass(frozen=True, slots=True)
class Totals:
    """What staff may know of an open round; ``by_code``: sent in by who came by a code and was not invited."""

    invited: int = 0
    sent_in: int = 0
    refused: int = 0
    bounced: int = 0
    by_code: int = 0

    @property
    def share(self) -> int:
        """How many in 100 of the invited sent in; also what was sent in by a link that was withdrawn later counts."""
        return min(100, round(100 * self.sent_in / self.invited)) if self.invited else 0

    @property
    def silent(self) -> int:
        """About how many can still be reminded; made of the other totals, so it tells nothing beside them."""
        return max(0, self.invited - self.sent_in - self.refused - self.bounced)


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many of a reporting group were invited, and sent in by a full hour; never shown as numbers."""

    invited: int
    sent_in: int


def count(session: Session, *, round_ids: Sequence[UUID], until: datetime) -> dict[UUID, Totals]:
    """Count what happened in these rounds until a full hour, as :func:`count_in` does."""
    found = count_in(session, rounds=round_ids, until=until) if round_ids else {}
    return {round_id: found.get(round_id, Totals()) for round_id in round_ids}


def count_in(session: Session, *, rounds: Sequence[UUID] | Select[UUID], until: datetime) -> dict[UUID, Totals]:
    """Count what happened in rounds until a full hour; one to which nobody was invited is not in it.

    What was sent in by a link that was withdrawn since is counted all the same: otherwise withdrawing it would tell
    staff whether its owner had sent in.
    """
    personal, valid = Invitation.channel == "personal", Invitation.withdrawn_at_utc.is_(None)
    sent_in = Response.sent_in_at_utc < until
    statement = (
        select(
            Invitation.round_id,
            func.count(case((personal & valid, 1))),
            func.count(case((personal & sent_in, 1))),
            func.count(case((personal & valid & (Invitation.refused_at_utc < until), 1))),
            func.count(case((personal & valid & (Invitation.bounced_at_utc < until), 1))),
            func.count(case((~personal & sent_in, 1))),
        )
        .outerjoin(Response, Response.invitation_id == Invitation.id)
        .where(Invitation.round_id.in_(rounds))
        .group_by(Invitation.round_id)
    )
    return {row[0]: Totals(*row[1:]) for row in session.execute(statement)}


def count_groups(session: Session, *, round_id: UUID, until: datetime) -> dict[str, GroupCount]:
    """Count who was invited in each reporting group, and sent in until a full hour.

    Withdrawn links count as they did at opening: nothing that staff do changes which groups get a word.
    """
    statement = (
        select(Invitation.reporting_group, func.count(), func.count(case((Response.sent_in_at_utc < until, 1))))
        .outerjoin(Response, Response.invitation_id == Invitation.id)
        .where(Invitation.round_id == round_id, Invitation.reporting_group.is_not(None))
        .group_by(Invitation.reporting_group)
        .order_by(Invitation.reporting_group)
    )
    return {str(group): GroupCount(invited, sent_in) for group, invited, sent_in in session.execute(statement)}
