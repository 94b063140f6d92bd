"""Two reporting groups of one round side by side, from their published averages."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import Final

from reports.margins import Difference, difference
from reports.results import Cell, Results

#: Two groups see a theme about the same when the whole interval of their difference is within this, in points.
ABOUT_THE_SAME: Final = Decimal("0.7")


class GapWord(StrEnum):
    """What may be said about two groups on one theme."""

    DIFFERENT = "different"
    SAME = "same"
    UNCLEAR = "unclear"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True, slots=True)
class Gap:
    """Two groups on one theme.

    ``difference`` (first minus second) and ``margin`` are there only when both averages are exact. ``higher`` is the
    id of the group with the higher average, there only when the word is ``different``.
    """

    theme: str
    first: Cell
    second: Cell
    word: GapWord
    difference: Decimal | None = None
    margin: Decimal | None = None
    higher: str | None = None

    @property
    def lower(self) -> str:
        """The id of the group beside the higher one."""
        return self.second.group if self.higher == self.first.group else self.first.group


def gap(results: Results, theme: str, first: str, second: str) -> Gap:
    """Compare the published averages of two reporting groups on one theme.

    The interval is ``first - second`` plus and minus :func:`reports.margins.difference_margin`. It excludes 0:
    different; it stays within 0.7 either way: the same (in practice from about 20 against 20); else unclear. An
    edge-coded average enters by its edge, and gives a word without a number.

    Parameters
    ----------
    results
        Published results; both groups must be shown, else the word is ``not_shown``.
    theme, first, second
        Ids of a theme and of two groups of the plan.

    Raises
    ------
    KeyError
        When these results hold no such theme or group.

    Notes
    -----
    Source: the project's statistics, section A4. A gap must be about a full point to be clear at 5 against 5.
    """
    one, other = results.cell("theme_mean", theme, first), results.cell("theme_mean", theme, second)
    between = difference(one, other)
    if between is None:
        return Gap(theme, one, other, GapWord.NOT_SHOWN)
    margin = None if between.exact is None else between.margin
    return Gap(theme, one, other, _word(between), between.exact, margin, _higher(between, first, second))


def gaps(results: Results, theme: str) -> tuple[Gap, ...]:
    """Compare every pair of reporting groups on one theme, in plan order."""
    pairs = combinations([group.id for group in results.plan], 2)
    return tuple(gap(results, theme, first, second) for first, second in pairs)


def _word(between: Difference) -> GapWord:
    if between.clearly_positive or between.clearly_negative:
        return GapWord.DIFFERENT
    return GapWord.SAME if between.clearly_within(ABOUT_THE_SAME) else GapWord.UNCLEAR


def _higher(between: Difference, first: str, second: str) -> str | None:
    if between.clearly_positive:
        return first
    return second if between.clearly_negative else None
