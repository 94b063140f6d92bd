"""Fractions to tenths, exactly: no float in between, and half a step goes up.

NumPy and pandas round half to even, and 3.25 as a float may be either side; a printed number must not depend on that.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

_HALF = Fraction(1, 2)


def half_up(value: Fraction) -> Decimal:
    """Round to the nearest tenth, half a tenth upwards.

    Examples
    --------
    >>> half_up(Fraction(395, 100)), half_up(Fraction(3949, 1000))
    (Decimal('4.0'), Decimal('3.9'))
    """
    return _tenths(floor(value * 10 + _HALF))


def down(value: Fraction) -> Decimal:
    """Round down to a tenth."""
    return _tenths(floor(value * 10))


def up(value: Fraction) -> Decimal:
    """Round up to a tenth."""
    return _tenths(ceil(value * 10))


def _tenths(count: int) -> Decimal:
    return Decimal(count).scaleb(-1)
