"""From what is printed to what it leaves possible: bounds on the sums and counts of people who cannot be split further.

An *atom* is a shown group, or all groups that are not shown together. The attacker knows how many are in it, knows
the publication rules, and does to each print what the rules did, backwards.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from math import ceil
from typing import Final

from reports.disclosure.coded import Coded, band, caps, total_from_parts
from reports.disclosure.grid import FIVES, TENTHS, Grid

#: Lowest and highest possible value of a sum or count, both included.
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A kind of figure: its grid, and the ends between which it is printed exactly, by number of answers."""

    grid: Grid
    ends: Callable[[int], tuple[Decimal, Decimal]]

    def bounds(self, printed: Coded, n: int, unit: int) -> Bounds:
        """Return the bounds of a sum over ``n`` people, in parts of ``unit``, behind the print of their average."""
        return _bounds(self.grid, printed, n, unit)

    def every_code(self, n: int) -> tuple[Coded, ...]:
        """Return all ways in which a figure about ``n`` people can be coded."""
        return _every_code(self.grid.step, *self.ends(n))


MEANS: Final = Figure(TENTHS, band)
SHARES: Final = Figure(FIVES, caps)


@lru_cache(1024)
def _every_code(step: Decimal, low: Decimal, high: Decimal) -> tuple[Coded, ...]:
    between = range(1, int((high - low) / step))
    return Coded("at_most", low), *(Coded("exact", low + each * step) for each in between), Coded("at_least", high)


# The same few prints are read over and over, and fractions are slow.
@lru_cache(4096)
def _bounds(grid: Grid, printed: Coded, n: int, unit: int) -> Bounds:
    low, high = printed.behind(grid)
    most = ceil(n * high * unit) - 1  # rounding half up, the upper bound itself is printed a step higher
    return ceil(n * low * unit), n * unit * int(grid.highest) if high == grid.highest else most


@dataclass(frozen=True)
class Printed:
    """One figure of one table as it is printed: the total, and each shown group with its number of answers.

    ``sizes`` holds the number of answers per group of the plan, shown or not: a participant can know who answered.
    """

    figure: Figure
    total: Coded
    groups: Mapping[str, Coded]
    sizes: Mapping[str, int]

    @property
    def remainder(self) -> tuple[str, ...]:
        """The groups that are not shown and have answers."""
        return tuple(group for group, size in self.sizes.items() if size and group not in self.groups)

    def atoms(self, unit: int) -> dict[frozenset[str], Bounds]:
        """Return the bounds of each atom's sum, in parts of ``unit``."""
        found = {
            frozenset([group]): self.figure.bounds(coded, self.sizes[group], unit)
            for group, coded in self.groups.items()
        }
        if self.remainder:
            found[frozenset(self.remainder)] = self._bounds_of_remainder(unit)
        return _tightened(found, self.bounds_of_total(unit))

    def bounds_of_total(self, unit: int) -> Bounds:
        """Return the bounds of the sum over everybody, as far as the total itself says something."""
        return self.figure.bounds(self.total, sum(self.sizes.values()), unit)

    def _bounds_of_remainder(self, unit: int) -> Bounds:
        """Try every way in which the remainder can have been coded, and keep those that give the printed total."""
        n = sum(self.sizes[group] for group in self.remainder)
        fits = (coded for coded in self.figure.every_code(n) if self._gives_total(n, coded))
        found = [self.figure.bounds(coded, n, unit) for coded in fits]
        found = [bounds for bounds in found if bounds[0] <= bounds[1]] or [self._anything(n, unit)]
        return min(low for low, _ in found), max(high for _, high in found)

    def _anything(self, n: int, unit: int) -> Bounds:
        return n * unit * int(self.figure.grid.lowest), n * unit * int(self.figure.grid.highest)

    def _gives_total(self, n: int, coded: Coded) -> bool:
        parts = [*self._shown, (n, coded)]
        if any(part.kind != "exact" for _, part in parts):
            # an exact total stands beside exact parts only
            return self.total.kind != "exact" and total_from_parts(parts, self.total, self.figure.grid) == self.total
        low, high = coded.behind(self.figure.grid)
        return self.total.kind != "between" and n * low <= self._left_over[1] and n * high >= self._left_over[0]

    @property
    def _shown(self) -> list[tuple[int, Coded]]:
        return [(self.sizes[group], printed) for group, printed in self.groups.items()]

    @cached_property
    def _left_over(self) -> tuple[Fraction, Fraction]:
        """What the shown groups leave of the sum over everybody, as far as everything printed by itself tells."""
        low, high = _behind([(sum(self.sizes.values()), self.total)], self.figure.grid)
        least, most = _behind(self._shown, self.figure.grid)
        return low - most, high - least


def _behind(parts: Sequence[tuple[int, Coded]], grid: Grid) -> tuple[Fraction, Fraction]:
    bounds = [(n, *coded.behind(grid)) for n, coded in parts]
    return sum((n * low for n, low, _ in bounds), Fraction(0)), sum((n * high for n, _, high in bounds), Fraction(0))


def _tightened(atoms: Mapping[frozenset[str], Bounds], total: Bounds) -> dict[frozenset[str], Bounds]:
    """Subtract from the total what the other atoms have at most, and at least; exact for one sum over all."""
    least, most = sum(low for low, _ in atoms.values()), sum(high for _, high in atoms.values())
    return {
        groups: (max(low, total[0] - (most - high)), min(high, total[1] - (least - low)))
        for groups, (low, high) in atoms.items()
    }
