"""Read how networks stand: their rounds with the themes of each, what they say of themselves, all their rounds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from reports.benchmark import BenchmarkWord
from reports.gap import GapWord
from reports.profile.asked import LIBRARY, WELFARE
from reports.results import TOTAL, Cell
from reports.results.cells import Kind
from reports.standing import Fact, FactMeasure, ThemeStanding
from reports.status import StatusName
from reports.trend import TrendOutcome
from survey.models import Network, RoundStanding, StandingFact, StandingGap, StandingTheme
from survey.queries.people import Person
from survey.queries.standings.choosing import Chosen, about

#: How many published averages are kept as they were read: the same ones come back on every page.
_REMEMBERED: Final = 50_000

#: What is read of a theme: whose it is, and then what :func:`_theme` takes.
_OF_THEME: Final[tuple[InstrumentedAttribute[Any], ...]] = (
    StandingTheme.standing_id, StandingTheme.theme, StandingTheme.version, StandingTheme.kind,
    StandingTheme.low_thousandths, StandingTheme.high_thousandths, StandingTheme.n, StandingTheme.status,
    StandingTheme.outcome, StandingTheme.difference_thousandths, StandingTheme.margin_thousandths, StandingTheme.beside,
)  # fmt: skip
#: Words by their names: looking one up takes less than asking the enumeration, and every theme has some.
_OUTCOMES: Final[Mapping[str, TrendOutcome]] = {word.value: word for word in TrendOutcome}
_BESIDE: Final[Mapping[str, BenchmarkWord]] = {word.value: word for word in BenchmarkWord}
_GAPS: Final[Mapping[str, GapWord]] = {word.value: word for word in GapWord}
_THEMES_END: Final = len(_OF_THEME)

_Each = TypeVar("_Each")


@dataclass(frozen=True, slots=True)
class Stood:
    """A network by one of its released rounds; ``id`` is the standing's, for what belongs to it."""

    id: UUID
    network_id: UUID
    name: str
    province: str
    region: str | None
    adviser_id: UUID
    round_id: UUID
    number: int
    closed_on: date
    questionnaire: str
    version: str
    edition_id: UUID | None
    invited: int
    sent_in: int
    phase: str | None
    steering: str | None
    depth: str | None
    composition_changed: bool | None


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list: from 0, so many at most."""

    first: int
    most: int


def newest(session: Session, somebody: Person, chosen: Chosen, *, page: Page | None = None) -> list[Stood]:
    """Return the networks that fit, each by its newest round that fits, in the order of their names."""
    statement = _stood().where(*about(somebody, chosen)).order_by(Network.sort_name, Network.id)
    if page is not None:
        statement = statement.offset(page.first).limit(page.most)
    return [Stood(*row) for row in session.execute(statement)]


def every_round(session: Session, *, network_ids: Sequence[UUID]) -> list[Stood]:
    """Return all released rounds of these networks, by name and then the first one first.

    Whether somebody may read them is asked before: ids come from :func:`newest`.
    """
    statement = _stood().where(RoundStanding.network_id.in_(network_ids))
    rows = session.execute(statement.order_by(Network.sort_name, Network.id, RoundStanding.number))
    return [Stood(*row) for row in rows]


def themes(
    session: Session, *, standing_ids: Sequence[UUID], theme: str | None = None
) -> dict[UUID, tuple[ThemeStanding, ...]]:
    """Return the themes of these standings, in questionnaire order; of one theme only, if it is named.

    Library beside welfare is not in them: :func:`gaps` returns that.
    """
    each = StandingTheme
    statement = select(*_OF_THEME).where(each.standing_id.in_(standing_ids)).order_by(each.standing_id, each.place)
    if theme is not None:
        statement = statement.where(each.theme == theme)
    rows = cast("Iterable[Any]", session.execute(statement))  # the columns of _OF_THEME have types of their own
    return _gathered((row[0], _theme(*row[1:])) for row in rows)


def gaps(session: Session, *, standing_ids: Sequence[UUID]) -> dict[UUID, tuple[ThemeStanding, ...]]:
    """Return the themes of these standings with library beside welfare, where both are groups of the round's plan."""
    theme, gap = StandingTheme, StandingGap
    statement = (
        select(
            *_OF_THEME, gap.library_kind, gap.library_low_thousandths, gap.library_high_thousandths, gap.library_n,
            gap.welfare_kind, gap.welfare_low_thousandths, gap.welfare_high_thousandths, gap.welfare_n,
            gap.word, gap.difference_thousandths, gap.margin_thousandths,
        )
        .join(gap, (gap.standing_id == theme.standing_id) & (gap.theme == theme.theme))
        .where(theme.standing_id.in_(standing_ids))
        .order_by(theme.standing_id, theme.place)
    )  # fmt: skip
    rows = cast("Iterable[Any]", session.execute(statement))  # the columns of _OF_THEME have types of their own
    return _gathered((row[0], _with_gap(_theme(*row[1:_THEMES_END]), *row[_THEMES_END:])) for row in rows)


def facts(
    session: Session, *, standing_ids: Sequence[UUID], measures: Sequence[FactMeasure] | None = None
) -> dict[UUID, tuple[Fact, ...]]:
    """Return what organisations said of these networks; of some measures only, if they are named."""
    each = StandingFact
    statement = select(
        each.standing_id, each.measure, each.subject, each.choice, each.total, each.organisations, each.estimated,
        each.left_out, each.unknown, each.silent,
    ).where(each.standing_id.in_(standing_ids)).order_by(each.standing_id, each.place)  # fmt: skip
    if measures is not None:
        statement = statement.where(each.measure.in_(measures))
    return _gathered((row[0], Fact(*row[1:])) for row in session.execute(statement))


def _stood() -> Select[*tuple[Any, ...]]:
    network, each = Network, RoundStanding
    return select(
        each.id, network.id, network.name, network.province, network.region, network.adviser_id,
        each.round_id, each.number, each.closed_on, each.questionnaire_id, each.questionnaire_version, each.edition_id,
        each.invited, each.sent_in, each.phase, each.steering, each.depth, each.composition_changed,
    ).join(each, each.network_id == network.id)  # fmt: skip


def _gathered(found: Iterable[tuple[UUID, _Each]]) -> dict[UUID, tuple[_Each, ...]]:
    gathered: dict[UUID, list[_Each]] = {}
    for standing_id, each in found:
        gathered.setdefault(standing_id, []).append(each)
    return {standing_id: tuple(each) for standing_id, each in gathered.items()}


def _theme(  # noqa: PLR0913 -- the columns of a row, in their order
    theme: str, version: str, kind: Kind, low: int | None, high: int | None, n: int | None, status: str,
    outcome: str | None, difference: int | None, margin: int | None, beside: str | None,
) -> ThemeStanding:  # fmt: skip
    return ThemeStanding(
        theme=theme,
        version=version,
        average=_average(theme, TOTAL, kind, low, high, n),
        status=_names(status),
        outcome=_OUTCOMES[outcome] if outcome else None,
        difference=_tenths(difference),
        margin=_hundredths(margin),
        beside=_BESIDE[beside] if beside else None,
    )


def _with_gap(  # noqa: PLR0913 -- the columns of a row, in their order
    of: ThemeStanding, library_kind: Kind, library_low: int | None, library_high: int | None, library_n: int | None,
    welfare_kind: Kind, welfare_low: int | None, welfare_high: int | None, welfare_n: int | None,
    word: str, difference: int | None, margin: int | None,
) -> ThemeStanding:  # fmt: skip
    return replace(
        of,
        library=_average(of.theme, LIBRARY, library_kind, library_low, library_high, library_n),
        welfare=_average(of.theme, WELFARE, welfare_kind, welfare_low, welfare_high, welfare_n),
        gap=_GAPS[word],
        gap_difference=_tenths(difference),
        gap_margin=_hundredths(margin),
    )


def published_average(theme: str, kind: str, low: int | None, high: int | None, n: int | None) -> Cell:
    """Return an average of the whole network as a row has it: its ends in thousandths."""
    return _average(theme, TOTAL, cast(Kind, kind), low, high, n)


def status_names(status: str) -> tuple[StatusName, ...]:
    """Return the names of a status as a row has it."""
    return _names(status)


@lru_cache(_REMEMBERED)
def _average(theme: str, group: str, kind: Kind, low: int | None, high: int | None, n: int | None) -> Cell:
    reason = "too_few" if kind == "withheld" else None
    return Cell("theme_mean", theme, group, kind, _tenths(low), _tenths(high), n, reason=reason)


@lru_cache
def _names(status: str) -> tuple[StatusName, ...]:
    return tuple(map(StatusName, status.split()))


@lru_cache
def _tenths(thousandths: int | None) -> Decimal | None:
    """Return a value as it is printed: in tenths."""
    return None if thousandths is None else Decimal(thousandths // 100).scaleb(-1)


@lru_cache
def _hundredths(thousandths: int | None) -> Decimal | None:
    """Return a margin as it was computed; whoever prints it rounds it."""
    return None if thousandths is None else Decimal(thousandths // 10).scaleb(-2)
