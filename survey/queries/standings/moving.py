"""Count over many networks how themes moved since the round before: networks, and never people (R2, R7)."""

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased

from survey.models import Network, RoundStanding, StandingTheme
from survey.queries.people import Person
from survey.queries.standings.choosing import Chosen, about


def count_moves(session: Session, somebody: Person, chosen: Chosen) -> list[tuple[str, str | None, bool, int]]:
    """Return how many networks have a word: theme, outcome beside the round before, whether one was, and the number."""
    earlier = aliased(RoundStanding)
    has_earlier = exists().where(earlier.network_id == Network.id, earlier.number < RoundStanding.number)
    each = (
        select(
            StandingTheme.theme,
            StandingTheme.outcome,
            has_earlier.correlate(Network, RoundStanding).label("has_earlier"),
        )
        .select_from(Network)
        .join(RoundStanding, RoundStanding.network_id == Network.id)
        .join(StandingTheme, StandingTheme.standing_id == RoundStanding.id)
        .where(*about(somebody, chosen))
        .subquery()
    )
    columns = each.c.theme, each.c.outcome, each.c.has_earlier
    rows = session.execute(select(*columns, func.count()).group_by(*columns))
    return [(theme, outcome, bool(had), number) for theme, outcome, had, number in rows]
