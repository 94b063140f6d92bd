"""Count over many networks what each published: networks, and never people (R2, R7); a row for each thing said."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, String, case, distinct, func, literal, select, union_all
from sqlalchemy.orm import Session

from reports.gap import GapWord
from reports.regional import ActionTally, GapTally, SaidTally, ThemeTally
from survey.models import Action, Network, RoundStanding, StandingFact, StandingGap, StandingTheme
from survey.queries.people import Person
from survey.queries.standings.choosing import Chosen, about
from survey.queries.standings.reading import published_average, status_names


def count_themes(session: Session, somebody: Person, chosen: Chosen) -> list[ThemeTally]:
    """Return how many of the networks that fit published which average and status; an order of no meaning."""
    each = StandingTheme
    said = (each.theme, each.version, each.kind, each.low_thousandths, each.high_thousandths, each.status)
    statement = (
        select(*said, func.count(), func.max(RoundStanding.closed_on), func.min(each.n))
        .join(RoundStanding, RoundStanding.id == each.standing_id)
        .join(Network, Network.id == RoundStanding.network_id)
        .where(*about(somebody, chosen))
        .group_by(*said)
    )
    return [
        ThemeTally(theme, version, published_average(theme, kind, low, high, n), status_names(status), number, newest)
        for theme, version, kind, low, high, status, number, newest, n in session.execute(statement)
    ]


def count_gaps(session: Session, somebody: Person, chosen: Chosen) -> list[GapTally]:
    """Return in how many of the networks that fit library and welfare, where both are shown, have which word."""
    gap = StandingGap
    statement = (
        select(gap.theme, gap.word, func.count())
        .join(RoundStanding, RoundStanding.id == gap.standing_id)
        .join(Network, Network.id == RoundStanding.network_id)
        .where(*about(somebody, chosen), gap.library_kind != "withheld", gap.welfare_kind != "withheld")
        .group_by(gap.theme, gap.word)
    )
    return [GapTally(theme, GapWord(word), number) for theme, word, number in session.execute(statement)]


def count_said(session: Session, somebody: Person, chosen: Chosen) -> list[SaidTally]:
    """Return of how many networks each thing is said, and without a subject of how many anything of that measure."""
    fact, networks = StandingFact, func.count(distinct(StandingFact.standing_id))
    of_these = fact.standing_id.in_(_standings(somebody, chosen))
    nothing = literal("", String)
    each = select(fact.measure, fact.subject, fact.choice, networks).where(of_these, fact.choice != "")
    every = select(fact.measure, nothing, nothing, networks).where(of_these).group_by(fact.measure)
    statement = union_all(each.group_by(fact.measure, fact.subject, fact.choice), every)
    rows = session.execute(statement)
    return [SaidTally(measure, subject, choice, number) for measure, subject, choice, number in rows]


def count_actions(session: Session, somebody: Person, chosen: Chosen, *, today: date) -> list[ActionTally]:
    """Return the actions of the networks that fit, by theme; those that were stopped are not in it."""
    to_do = Action.slot.is_not(None)
    networks = select(RoundStanding.network_id).join(Network, Network.id == RoundStanding.network_id)
    statement = (
        select(
            Action.theme,
            func.count(case((to_do, 1))),
            func.count(case((to_do & (Action.due_on < today), 1))),
            func.count(case((Action.status == "done", 1))),
        )
        .where(Action.network_id.in_(networks.where(*about(somebody, chosen))), Action.status != "stopped")
        .group_by(Action.theme)
    )
    return [ActionTally(*row) for row in session.execute(statement)]


def _standings(somebody: Person, chosen: Chosen) -> Select[UUID]:
    of = select(RoundStanding.id).join(Network, Network.id == RoundStanding.network_id)
    return of.where(*about(somebody, chosen))
