"""Count over many networks how themes moved since the round before: networks, and never people (R2, R7)."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.orm import Session, aliased

from survey.models import Network, RoundStanding, StandingTheme
from survey.queries.people import Person
from survey.queries.standings.choosing import Chosen, about

#: A theme, its outcome beside the round before, whether there was one, and in how many networks this is so.
Moved = tuple[str, str | None, bool, int]

#: A round before. Made once: that takes longer than asking for it.
_EARLIER: Final = aliased(RoundStanding)


def count_moves(session: Session, somebody: Person, chosen: Chosen) -> list[Moved]:
    """Return how many of the networks that fit have which outcome of a theme; an order of no meaning."""
    columns = StandingTheme.theme, StandingTheme.outcome
    statement = (
        select(*columns, func.count(), without_outcome())
        .join(RoundStanding, RoundStanding.id == StandingTheme.standing_id)
        .join(Network, Network.id == RoundStanding.network_id)
        .where(*about(somebody, chosen))
        .group_by(*columns)
    )
    return [each for row in session.execute(statement) for each in moved(*row)]


def without_outcome() -> ColumnElement[int]:
    """Return a count of networks with a round before and no outcome; of the others no round before is looked for."""
    had = exists().where(_EARLIER.network_id == RoundStanding.network_id, _EARLIER.number < RoundStanding.number)
    return func.count(case((StandingTheme.outcome.is_(None), case((had.correlate(RoundStanding), 1)))))


def moved(theme: str, outcome: str | None, networks: int, had_earlier: int) -> Iterator[Moved]:
    """Go through what a count says: networks with this outcome; of those without one first rounds apart from others."""
    if outcome is not None:
        yield theme, outcome, True, networks
        return
    if had_earlier:
        yield theme, None, True, had_earlier
    if networks > had_earlier:
        yield theme, None, False, networks - had_earlier
