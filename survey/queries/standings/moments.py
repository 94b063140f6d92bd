"""Where the networks that somebody looks after are: their newest round, what is planned, what was agreed; a row each.

Of an open round nothing is here but its dates; its totals are counted apart, by the hour (disclosure rule R10).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, select
from sqlalchemy.orm import Session, aliased

from survey.models import Account, Action, Network, PlannedRound, PublishedResults, Round
from survey.queries.people import Person, readable

#: That an account looks after a network which it is the adviser of: one of its own support organisation, not archived.
LOOKS_AFTER: Final = and_(
    Network.archived_at_utc.is_(None), Network.support_organisation_id == Account.support_organisation_id
)

#: Any round of a network, beside its newest one. Made once: that takes longer than asking for it.
_EACH: Final = aliased(Round)


@dataclass(frozen=True, slots=True)
class Moment:
    """One network; of its newest round and of the planned one what there is, or ``None``."""

    id: UUID
    name: str
    round_id: UUID | None
    opened_at_utc: datetime | None
    closes_on: date | None
    closed_at_utc: datetime | None
    released_at_utc: datetime | None
    meeting_on: date | None
    is_by_code: bool | None
    has_results: bool
    plans: bool
    opens_on: date | None
    was_refused: bool
    #: Whether its participants could read the report as soon as it was made, without anybody who released it.
    releases_at_once: bool | None = None
    number: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether people can fill in now."""
        return self.round_id is not None and self.closed_at_utc is None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a network agreed to do and did not do yet: how many actions, how many late ones, and the next date.

    ``late_since``: the day that the oldest of the late ones was to be done.
    """

    open: int = 0
    late: int = 0
    next_on: date | None = None
    late_since: date | None = None


def list_moments(session: Session, somebody: Person, *, mine: bool) -> list[Moment]:
    """Return the networks whose reports somebody reads, by name; only the own ones when ``mine``."""
    statement = _moments().where(*_of(somebody, mine=mine))
    rows = session.execute(statement.order_by(Network.sort_name, Network.id))
    return [Moment(*row) for row in rows]


def list_looked_after(session: Session, *, account_id: UUID) -> list[Moment]:
    """Return the networks that an account is the adviser of, within its own support organisation, by name."""
    statement = (
        _moments()
        .join(Account, and_(Account.id == Network.adviser_id, LOOKS_AFTER))
        .where(Account.id == account_id)
        .order_by(Network.sort_name, Network.id)
    )
    return [Moment(*row) for row in session.execute(statement)]


def ids_of(somebody: Person, *, mine: bool) -> Select[UUID]:
    """Return a query for the ids of the same networks: a database takes it better than ten thousand values."""
    return select(Network.id).where(*_of(somebody, mine=mine))


def open_rounds_of(somebody: Person, *, mine: bool) -> Select[UUID]:
    """Return a query for the ids of their rounds in which people can fill in now."""
    return select(Round.id).where(Round.network_id.in_(ids_of(somebody, mine=mine)), Round.closed_at_utc.is_(None))


def _of(somebody: Person, *, mine: bool) -> list[ColumnElement[bool]]:
    own = [Network.adviser_id == somebody.account_id] if mine else []
    return [readable(somebody), Network.archived_at_utc.is_(None), *own]


def get_moment(session: Session, *, network_id: UUID) -> Moment:
    """Return where one network is, also when it is archived; whether somebody works on it is asked before."""
    return Moment(*session.execute(_moments().where(Network.id == network_id)).one())


def _moments() -> Select[*tuple[Any, ...]]:
    each = _EACH
    newest = (
        select(func.max(each.number))
        .where(each.network_id == Network.id, each.cancelled_at_utc.is_(None))
        .correlate(Network)
        .scalar_subquery()
    )
    return (
        select(
            Network.id, Network.name, Round.id, Round.opened_at_utc, Round.closes_on, Round.closed_at_utc,
            Round.released_at_utc, Round.meeting_on, Round.is_by_code,
            exists().where(PublishedResults.round_id == Round.id).correlate(Round), PlannedRound.id.is_not(None),
            PlannedRound.opens_on, PlannedRound.refused_because.is_not(None), Round.releases_at_once, Round.number,
        )
        .select_from(Network)
        .outerjoin(Round, and_(Round.network_id == Network.id, Round.number == newest))
        .outerjoin(PlannedRound, PlannedRound.network_id == Network.id)
    )  # fmt: skip


def list_agreed(session: Session, *, network_ids: Sequence[UUID] | Select[UUID], today: date) -> dict[UUID, Agreed]:
    """Return what these networks still have to do; those with nothing are not in it."""
    is_late = Action.due_on < today
    next_on, late_since = (func.min(case((which, Action.due_on))) for which in (Action.due_on >= today, is_late))
    statement = (
        select(Action.network_id, func.count(), func.count(case((is_late, 1))), next_on, late_since)
        .where(Action.network_id.in_(network_ids), Action.slot.is_not(None))
        .group_by(Action.network_id)
    )
    return {row[0]: Agreed(*row[1:]) for row in session.execute(statement)}
