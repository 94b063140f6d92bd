"""Which groups may be shown (R3, R4), and how exactly an average may be printed (R5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from reports.disclosure.policy import EDGE, HIGHEST, LOWEST
from reports.disclosure.rounding import down, half_up, up

_HALF_STEP = Fraction(1, 20)
_LOWEST, _HIGHEST = Decimal(f"{LOWEST}.0"), Decimal(f"{HIGHEST}.0")


@dataclass(frozen=True, slots=True)
class Coded:
    """An average as far as it may be printed, in tenths.

    ``value`` is the average (``exact``), the edge (``at_least``, ``at_most``) or the lower end (``between``);
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

    @property
    def low(self) -> Decimal | None:
        """The lowest average this leaves possible; ``None`` when it says nothing about that side."""
        return None if self.kind == "at_most" else self.value

    @property
    def high(self) -> Decimal | None:
        """The highest average this leaves possible; ``None`` when it says nothing about that side."""
        return None if self.kind == "at_least" else self.upper or self.value

    @property
    def unrounded(self) -> tuple[Fraction, Fraction]:
        """Lower and upper bound of the unrounded average behind the print.

        Rounding half up, a printed 3.2 stands for 3.15 up to (not including) 3.25, and "3.8 or higher" for
        3.75 and up. The ends of the scale bound the open sides.
        """
        low = Fraction(LOWEST) if self.low is None else Fraction(self.low) - _HALF_STEP
        high = Fraction(HIGHEST) if self.high is None else Fraction(self.high) + _HALF_STEP
        return low, high


def shown_groups(sizes: Mapping[str, int], k: int) -> tuple[str, ...] | None:
    """Choose the groups that may be shown in one table, from their sizes alone (R3, R4).

    Every shown group has at least ``k`` valid answers, and the groups that are not shown have together none or
    at least ``k``: otherwise the smallest shown group goes too (of equals the later in plan order). One drop is
    enough, because what is dropped has at least ``k``.

    Parameters
    ----------
    sizes
        Valid personal answers per group, in plan order.
    k
        The minimum.

    Returns
    -------
    tuple of str, or None
        The shown groups in plan order, perhaps none; ``None`` when not even the total may be shown.

    Examples
    --------
    Eight in the library and four elsewhere: the four would follow from the total.

    >>> shown_groups({"library": 8, "rest": 4}, 5)
    ()
    >>> shown_groups({"library": 8, "welfare": 5, "rest": 3}, 5)
    ('library',)
    """
    if sum(sizes.values()) < k:
        return None
    shown = [group for group, size in sizes.items() if size >= k]
    rest = sum(size for size in sizes.values() if size < k)
    if shown and 0 < rest < k:
        # reversed: min() keeps the first of equals, and the later in plan order has to go.
        shown.remove(min(reversed(shown), key=lambda group: sizes[group]))
    return tuple(shown)


def band(n: int) -> tuple[Decimal, Decimal]:
    """Return the band strictly inside which an average of ``n`` answers is printed exactly (R5).

    ``ceil(1 + 6/n)`` and ``floor(5 - 6/n)``, both to tenths: from "the average is at least this", a participant
    who knows one answer learns of nobody else that three of the five answers are impossible.

    Examples
    --------
    >>> [str(end) for end in band(8)]
    ['1.8', '4.2']
    """
    return up(LOWEST + Fraction(EDGE, n)), down(HIGHEST - Fraction(EDGE, n))


def code_mean(mean: Fraction, n: int) -> Coded:
    """Say an average of ``n`` answers as exactly as R5 allows.

    Parameters
    ----------
    mean
        The unrounded average on 1-5; it is rounded half up to tenths before it is compared with the band.
    n
        The number of valid answers, at least 5 for anything that is printed. Below 4 the band is empty and
        every average is coded.

    Examples
    --------
    >>> code_mean(Fraction(16, 5), 10)
    Coded(kind='exact', value=Decimal('3.2'), upper=None)
    >>> code_mean(Fraction(5), 5)
    Coded(kind='at_least', value=Decimal('3.8'), upper=None)
    """
    low, high = band(n)
    rounded = half_up(mean)
    if rounded >= high:
        return Coded("at_least", high)
    if rounded <= low:
        return Coded("at_most", low)
    return Coded("exact", rounded)


def total_from_parts(parts: Sequence[tuple[int, Coded]], mean: Fraction) -> Coded:
    """Say the total average as far as it follows from the coded parts (R5, last sentence).

    An exact total beside exact groups would give the average of the remainder uncoded. So ``mean`` counts only
    when every part is exact; otherwise the total is a function of what is printed for the parts:
    ``sum(n_i * bound_i) / sum(n_i)`` for the bounds of :attr:`Coded.unrounded`, rounded outwards to tenths.

    Parameters
    ----------
    parts
        Number of valid answers and coded average of each shown group and of the remainder; at least one.
    mean
        The unrounded average of all parts together.

    Examples
    --------
    >>> total_from_parts([(5, Coded("at_least", Decimal("3.8"))), (5, Coded("exact", Decimal("3.0")))], Fraction(4))
    Coded(kind='between', value=Decimal('3.3'), upper=Decimal('4.1'))
    """
    if len(parts) == 1:  # The total is this part: rounding outwards would only blur what is already printed.
        return parts[0][1]
    n = sum(size for size, _ in parts)
    if all(part.kind == "exact" for _, part in parts):
        return code_mean(mean, n)
    return _between(
        sum(size * part.unrounded[0] for size, part in parts) / Fraction(n),
        sum(size * part.unrounded[1] for size, part in parts) / Fraction(n),
    )


def _between(low: Fraction, high: Fraction) -> Coded:
    """Round outwards and leave out a side that says nothing more than the scale does."""
    lower, upper = max(down(low), _LOWEST), min(up(high), _HIGHEST)
    if upper == _HIGHEST:
        return Coded("at_least", lower)
    if lower == _LOWEST:
        return Coded("at_most", upper)
    return Coded("between", lower, upper)
