"""Fractions to the steps in which figures are printed, exactly: no float in between, and half a step goes up.

NumPy and pandas round half to even, and 3.25 as a float may be either side; a printed number must not depend on that.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

_HALF: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Grid:
    """A scale with the step in which its figures are printed; values carry as many decimals as ``step``."""

    step: Decimal
    lowest: Decimal
    highest: Decimal

    def half_up(self, value: Fraction) -> Decimal:
        """Round to the nearest step, half a step upwards.

        Examples
        --------
        >>> TENTHS.half_up(Fraction(395, 100)), TENTHS.half_up(Fraction(3949, 1000)), FIVES.half_up(Fraction(7, 40))
        (Decimal('4.0'), Decimal('3.9'), Decimal('0.20'))
        """
        return self._steps(floor(value / Fraction(self.step) + _HALF))

    def down(self, value: Fraction) -> Decimal:
        """Round down to a step."""
        return self._steps(floor(value / Fraction(self.step)))

    def up(self, value: Fraction) -> Decimal:
        """Round up to a step."""
        return self._steps(ceil(value / Fraction(self.step)))

    @property
    def half_step(self) -> Fraction:
        """How far a figure may be from its print."""
        return Fraction(self.step) / 2

    def _steps(self, count: int) -> Decimal:
        return count * self.step


#: Averages on the scale from 1 to 5 are printed in tenths, shares of people in steps of 5% (disclosure rule R5).
TENTHS: Final = Grid(Decimal("0.1"), Decimal("1.0"), Decimal("5.0"))
FIVES: Final = Grid(Decimal("0.05"), Decimal("0.00"), Decimal("1.00"))


def half_up(value: Fraction) -> Decimal:
    """Round an average to tenths, half a tenth upwards."""
    return TENTHS.half_up(value)
