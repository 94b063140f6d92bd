"""The few special functions of SciPy that the statistics need, with types."""

import math
from typing import Any, cast

from scipy import special as untyped

#: SciPy comes without types; given numbers, these functions of it return a NumPy number.
special = cast(Any, untyped)


def t_quantile(probability: float, df: float) -> float:
    """Return the value below which Student's t with ``df`` degrees of freedom (``math.inf``: the normal) falls."""
    if math.isinf(df):
        return float(special.ndtri(probability))
    return float(special.stdtrit(df, probability))


def f_quantile(probability: float, numerator: float, denominator: float) -> float:
    """Return the value below which the F distribution falls with this probability."""
    return float(special.fdtri(numerator, denominator, probability))


def digamma(x: float) -> float:
    """Return the derivative of the logarithm of the gamma function."""
    return float(special.digamma(x))


def polygamma(order: int, x: float) -> float:
    """Return the derivative of this order of the digamma function."""
    return float(special.polygamma(order, x))
