"""The records of a standing: a round in a line, and each of its themes in one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reports.benchmark import BenchmarkWord
from reports.gap import GapWord
from reports.results import Cell
from reports.standing.facts import Fact
from reports.status import StatusName
from reports.trend import TrendOutcome


@dataclass(frozen=True, slots=True)
class ThemeStanding:
    """One theme of one round.

    ``version`` is what the theme was made of: only averages with the same one may stand side by side (disclosure rule
    R16). ``outcome``, ``difference`` and ``margin`` are beside the round before (:class:`reports.trend.ThemeTrend`);
    ``outcome`` is absent in a first round. ``beside`` is the word beside the edition that the report took; absent
    without one. ``library`` and ``welfare`` are the averages of these two groups where both are in the round's plan;
    with them ``gap``, ``gap_difference`` (library minus welfare) and ``gap_margin`` as in :class:`reports.gap.Gap`.
    """

    theme: str
    version: str
    average: Cell
    status: tuple[StatusName, ...]
    outcome: TrendOutcome | None = None
    difference: Decimal | None = None
    margin: Decimal | None = None
    beside: BenchmarkWord | None = None
    library: Cell | None = None
    welfare: Cell | None = None
    gap: GapWord | None = None
    gap_difference: Decimal | None = None
    gap_margin: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One released round.

    ``themes`` are those with an average, in questionnaire order. ``phase``, ``steering`` and ``depth`` are the options
    that were chosen more often than any other, by what is printed; absent where none was. ``composition_changed``
    breaks a line from the round before to this one; absent in a first round.
    """

    closed_on: date
    invited: int
    sent_in: int
    themes: tuple[ThemeStanding, ...]
    facts: tuple[Fact, ...]
    phase: str | None = None
    steering: str | None = None
    depth: str | None = None
    composition_changed: bool | None = None
