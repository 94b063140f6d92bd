"""A figure as far as it may be printed, and how exactly an average or a share may be (R5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from reports.disclosure.grid import FIVES, TENTHS, Grid
from reports.disclosure.policy import EDGE, EXCEPTIONS, HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class Coded:
    """A figure as far as it may be printed, in the steps of its grid.

    ``value`` is the figure (``exact``), the edge (``at_least``, ``at_most``) or the lower end (``between``);
    ``upper`` is the upper end of ``between``, and absent otherwise.

    Examples
    --------
    >>> Coded("at_least", Decimal("3.8")).low, Coded("at_least", Decimal("3.8")).high
    (Decimal('3.8'), None)
    """

    kind: Literal["exact", "at_least", "at_most", "between"]
    value: Decimal
    upper: Decimal | None = None

    def __post_init__(self) -> None:
        if (self.kind == "between") != (self.upper is not None):
            raise ValueError("an upper end belongs to 'between', and to nothing else")
        if self.upper is not None and self.upper <= self.value:
            raise ValueError("the upper end of 'between' lies above its lower end")

    @property
    def low(self) -> Decimal | None:
        """The lowest figure this leaves possible; ``None`` when it says nothing about that side."""
        return None if self.kind == "at_most" else self.value

    @property
    def high(self) -> Decimal | None:
        """The highest figure this leaves possible; ``None`` when it says nothing about that side."""
        return None if self.kind == "at_least" else self.upper or self.value

    # The same few figures are asked for over and over, and fractions are slow.
    @lru_cache(4096)  # noqa: B019 - small, and of small values that live as long
    def behind(self, grid: Grid) -> tuple[Fraction, Fraction]:
        """Lower and upper bound of the unrounded figure behind a print of one group.

        Rounding half up, a printed 3.2 stands for 3.15 up to (not including) 3.25, and "3.8 or higher" for
        3.75 and up. The ends of the scale bound the open sides.
        """
        low = Fraction(grid.lowest if self.low is None else self.low)
        high = Fraction(grid.highest if self.high is None else self.high)
        return max(low - grid.half_step, Fraction(grid.lowest)), min(high + grid.half_step, Fraction(grid.highest))


def band(n: int) -> tuple[Decimal, Decimal]:
    """Return the band strictly inside which an average of ``n`` answers is printed exactly (R5).

    ``ceil(1 + 6/n)`` and ``floor(5 - 6/n)``, both to tenths: from "the average is at least this", a participant
    who knows one answer learns of nobody else that three of the five answers are impossible.

    Examples
    --------
    >>> [str(end) for end in band(8)]
    ['1.8', '4.2']
    """
    edge = min(Fraction(EDGE, n), Fraction(HIGHEST - LOWEST))
    return TENTHS.up(LOWEST + edge), TENTHS.down(HIGHEST - edge)


def caps(n: int) -> tuple[Decimal, Decimal]:
    """Return the ends strictly inside which a share of ``n`` answers is printed exactly (R5).

    ``ceil(2/n)`` and ``floor((n - 2)/n)``, both to 5%: at either end at least two people may be the exception, so one
    who is an exception cannot conclude about anybody else.

    Examples
    --------
    >>> [[str(end) for end in caps(n)] for n in (10, 15, 20)]
    [['0.20', '0.80'], ['0.15', '0.85'], ['0.10', '0.90']]
    """
    low = Fraction(min(EXCEPTIONS, n), n)
    return FIVES.up(low), FIVES.down(1 - low)


def code_mean(mean: Fraction, n: int) -> Coded:
    """Say an average of ``n`` answers as exactly as R5 allows.

    Parameters
    ----------
    mean
        The unrounded average on 1-5; it is rounded half up to tenths before it is compared with the band.
    n
        The number of valid answers, at least 5 for anything that is printed. Below 4 the band is empty and
        every average is coded.

    Raises
    ------
    ValueError
        When nobody answered, or the average is not on the scale.

    Examples
    --------
    >>> code_mean(Fraction(16, 5), 10)
    Coded(kind='exact', value=Decimal('3.2'), upper=None)
    >>> code_mean(Fraction(5), 5)
    Coded(kind='at_least', value=Decimal('3.8'), upper=None)
    """
    if n < 1 or not LOWEST <= mean <= HIGHEST:
        raise ValueError(f"An average of {n} answers between {LOWEST} and {HIGHEST} cannot be {mean}.")
    return _coded(TENTHS.half_up(mean), *band(n))


def code_share(count: int, n: int) -> Coded:
    """Say which part of ``n`` people ``count`` is, as exactly as R5 allows.

    ``count / n`` is rounded half up to steps of 0.05 before it is compared with the caps; the value is a fraction
    of 1.

    Parameters
    ----------
    count, n
        How many of how many; at least 10 for anything that is printed. Below 4 every share is coded.

    Raises
    ------
    ValueError
        When nobody answered, or ``count`` is not among ``n``.

    Examples
    --------
    >>> code_share(7, 10)
    Coded(kind='exact', value=Decimal('0.70'), upper=None)
    >>> code_share(15, 15), code_share(0, 12).value
    (Coded(kind='at_least', value=Decimal('0.85'), upper=None), Decimal('0.20'))
    """
    if not 0 <= count <= n or n < 1:
        raise ValueError(f"{count} of {n} is no share.")
    return _coded(FIVES.half_up(Fraction(count, n)), *caps(n))


def _coded(rounded: Decimal, low: Decimal, high: Decimal) -> Coded:
    if rounded >= high:
        return Coded("at_least", high)
    if rounded <= low:
        return Coded("at_most", low)
    return Coded("exact", rounded)


def total_from_parts(parts: Sequence[tuple[int, Coded]], total: Coded, grid: Grid) -> Coded:
    """Say a figure about all as far as it follows from the coded parts (R5, last sentence).

    An exact total beside exact groups would give the figure of the remainder uncoded. So ``total`` counts only
    when every part is exact; otherwise it is a function of what is printed for the parts:
    ``sum(n_i * bound_i) / sum(n_i)`` for the bounds of :meth:`Coded.behind`, rounded outwards.

    Parameters
    ----------
    parts
        Number of valid answers and coded figure of each shown group and of the remainder; at least one.
    total
        The coded figure of all parts together.
    grid
        The steps in which the figures are printed.

    Examples
    --------
    >>> parts = [(5, Coded("at_least", Decimal("3.8"))), (5, Coded("exact", Decimal("3.0")))]
    >>> total_from_parts(parts, Coded("exact", Decimal("4.0")), TENTHS)
    Coded(kind='between', value=Decimal('3.3'), upper=Decimal('4.1'))
    """
    if len(parts) == 1:  # The total is this part: rounding outwards would only blur what is already printed.
        return parts[0][1]
    if all(part.kind == "exact" for _, part in parts):
        return total
    n = sum(size for size, _ in parts)
    low = sum(size * part.behind(grid)[0] for size, part in parts) / Fraction(n)
    high = sum(size * part.behind(grid)[1] for size, part in parts) / Fraction(n)
    return _between(low, high, grid)


def _between(low: Fraction, high: Fraction, grid: Grid) -> Coded:
    """Round outwards and leave out a side that says nothing more than the scale does."""
    lower, upper = max(grid.down(low), grid.lowest), min(grid.up(high), grid.highest)
    if upper == grid.highest:
        return Coded("at_least", lower)
    if lower == grid.lowest:
        return Coded("at_most", upper)
    return Coded("between", lower, upper)
