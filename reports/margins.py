"""How far chance alone could move a published average, or the difference of two.

The margins depend on the numbers of answers and on nothing else: a margin from a group's own spread would publish
that spread, and a small spread says that everybody sits near the average (disclosure rule R6).
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reports.disclosure.policy import HIGHEST, LOWEST
from reports.results import Cell

#: Standard deviation of theme scores within a network: a frozen start value, to be replaced by a pooled one
#: from at least 20 networks.
SPREAD: Final = Decimal("0.79")

_NORMAL_95: Final = Decimal("1.96")
#: Widen the normal interval, so that it holds for small groups and polarised answers too (see below).
_WIDER_MEAN: Final = Decimal("1.15")
_WIDER_DIFFERENCE: Final = Decimal("1.25")
#: Half the width of a margin, times the square root of the number of answers.
_MEAN_WIDTH: Final = _WIDER_MEAN * _NORMAL_95 * SPREAD
#: How many margins are kept: there are 41 averages, each of some hundreds of people at most.
_REMEMBERED: Final = 10_000
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Margin:
    """A range around a published average, in tenths of a point."""

    low: Decimal
    high: Decimal


def mean_margin(cell: Cell) -> Margin | None:
    """Return the published margin of a theme average; ``None`` unless the average is exact.

    ``half = 1.15 * 1.96 * s0 / sqrt(n)`` with ``s0 = 0.79``, around the printed (rounded) average, cut to [1, 5],
    the lower end rounded down and the upper end up to tenths.

    Parameters
    ----------
    cell
        A theme average. A coded one gets no margin: it would give its position away.

    Notes
    -----
    Source: the project's statistics, section A2. Simulated coverage of exactly what is printed (6,000 draws, five
    distributions): n=5 .973 on average and .915 at worst (polarised answers), n=10 .979/.932, n=30 .991/.969.
    No correction for a finite population: it would promise something about those who did not answer.

    Examples
    --------
    >>> mean_margin(Cell("theme_mean", "roles", "total", "exact", Decimal("3.6"), Decimal("3.6"), 20))
    Margin(low=Decimal('3.2'), high=Decimal('4.0'))
    """
    if cell.kind != "exact" or cell.low is None or cell.n is None:
        return None
    return _around(cell.low, cell.n)


@lru_cache(_REMEMBERED)
def _around(average: Decimal, n: int) -> Margin:
    half = _MEAN_WIDTH / Decimal(n).sqrt()
    low = max(average - half, Decimal(LOWEST)).quantize(_TENTH, ROUND_FLOOR)
    high = min(average + half, Decimal(HIGHEST)).quantize(_TENTH, ROUND_CEILING)
    return Margin(low, high)


def reach_in_tenths(n: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many tenths the margin of an average in tenths reaches either way, before it is cut to the scale.

    An end is a whole number of tenths plus or minus ``half``, so that rounding it outwards rounds ``half`` up. That
    needs no root: ``half`` is at most ``k`` tenths when ``k^2 n >= (10 * 1.15 * 1.96 * s0)^2``.

    Parameters
    ----------
    n
        Numbers of answers, from 1.

    Examples
    --------
    >>> reach_in_tenths(np.array([5, 20, 317, 318])).tolist()
    [8, 4, 2, 1]
    """
    width = Fraction(10 * _MEAN_WIDTH)
    fewest = [ceil(width**2 / tenths**2) for tenths in range(1, ceil(width) + 1)]
    return len(fewest) + 1 - np.searchsorted(fewest[::-1], n, side="right")


def difference_margin(first: int, second: int) -> Decimal:
    """Return the half-width for the difference of two averages of ``first`` and ``second`` answers.

    ``half = 1.25 * 1.96 * s0 * sqrt(1/n1 + 1/n2)`` with ``s0 = 0.79``, rounded half up to hundredths.

    Notes
    -----
    Source: the project's statistics, sections A4 (groups) and A6 (rounds). Simulated coverage .98 to .996, with both
    groups polarised .90 to .92. With partly the same persons in both rounds it is wider than needed, never narrower.

    Examples
    --------
    Two groups of five must be more than a full point apart.

    >>> difference_margin(5, 5)
    Decimal('1.22')
    """
    half = _WIDER_DIFFERENCE * _NORMAL_95 * SPREAD * (1 / Decimal(first) + 1 / Decimal(second)).sqrt()
    return half.quantize(_HUNDREDTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Difference:
    """What two printed averages say about their difference: between ``low`` and ``high``, give or take ``margin``.

    A tie with the margin is not clear: averages are in tenths and margins rounded to hundredths, so that rounding can
    hide a clear difference by a hair but never make one.
    """

    low: Decimal
    high: Decimal
    margin: Decimal

    @property
    def exact(self) -> Decimal | None:
        """The difference of two exact averages; a coded one leaves only a range, which is not printed."""
        return self.low if self.low == self.high else None

    @property
    def clearly_positive(self) -> bool:
        """Whether even the smallest possible difference exceeds the margin."""
        return self.low > self.margin

    @property
    def clearly_negative(self) -> bool:
        """Whether even the largest possible difference is below the margin."""
        return self.high < -self.margin

    def clearly_within(self, limit: Decimal) -> bool:
        """Whether every possible difference, margin included, is below ``limit`` either way."""
        return max(self.high, -self.low) + self.margin < limit


def difference(first: Cell, second: Cell) -> Difference | None:
    """Return ``first`` minus ``second`` from what is printed; ``None`` when either is not shown.

    A coded average enters by its edge: "4.0 or higher" is at least 4.0 and at most 5.
    """
    if first.n is None or second.n is None:
        return None
    (low, high), (other_low, other_high) = _ends(first), _ends(second)
    return Difference(low - other_high, high - other_low, difference_margin(first.n, second.n))


def _ends(cell: Cell) -> tuple[Decimal, Decimal]:
    low = Decimal(LOWEST) if cell.low is None else cell.low
    return low, Decimal(HIGHEST) if cell.high is None else cell.high
