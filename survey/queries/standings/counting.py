"""Count over many networks what organisations said of each: networks, and never people or organisations (R2, R7)."""

from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from reports.dashboards.said import Counted, Summed
from reports.standing import FactMeasure
from survey.models import Network, RoundStanding, StandingFact
from survey.queries.people import Person
from survey.queries.standings import said
from survey.queries.standings.choosing import Chosen, about

#: What is counted: not what libraries and welfare say of themes, which stands on a page by itself.
_COUNTED: Final[tuple[FactMeasure, ...]] = ("municipality", "everyone", "task", "group")


def count_facts(session: Session, somebody: Person, chosen: Chosen) -> list[Counted]:
    """Return of how many of the networks that fit each thing is said, and anything of it; an order of no meaning."""
    found = said.count(session, somebody, chosen)
    return [Counted(*each, found[each]) for each in sorted(found) if each[0] in _COUNTED]


def add_numbers(session: Session, somebody: Person, chosen: Chosen) -> list[Summed]:
    """Return each number of people, added up over the networks that fit, with what is left out of it."""
    fact = StandingFact
    statement = (
        select(
            fact.subject, func.count(), _sum(fact.total), _sum(fact.organisations), _sum(fact.left_out),
            _sum(fact.unknown), _sum(fact.silent),
        )
        .where(fact.standing_id.in_(_standings(somebody, chosen)), fact.measure == "number")
        .group_by(fact.subject)
        .order_by(func.min(fact.place), fact.subject)
    )  # fmt: skip
    return [Summed(*row) for row in session.execute(statement)]


def _sum(column: InstrumentedAttribute[int | None]) -> ColumnElement[int]:
    """Add up; of nothing it is 0. PostgreSQL makes a larger type of it."""
    return cast(func.coalesce(func.sum(column), 0), Integer)


def _standings(somebody: Person, chosen: Chosen) -> Select[UUID]:
    of = select(RoundStanding.id).join(Network, Network.id == RoundStanding.network_id)
    return of.where(*about(somebody, chosen))
