"""The few functions of SciPy that the statistics need, with types; loaded at first use, for it takes its time."""

import math
from functools import cache
from typing import Any, cast


@cache
def optimize() -> Any:
    """Return SciPy's optimisation; it comes without types."""
    from scipy import optimize as untyped

    return cast(Any, untyped)


@cache
def _special() -> Any:
    """Return SciPy's special functions: given numbers, they return a NumPy number."""
    from scipy import special as untyped

    return cast(Any, untyped)


def t_quantile(probability: float, df: float) -> float:
    """Return the value below which Student's t with ``df`` degrees of freedom (``math.inf``: the normal) falls."""
    if math.isinf(df):
        return float(_special().ndtri(probability))
    return float(_special().stdtrit(df, probability))


def f_quantile(probability: float, numerator: float, denominator: float) -> float:
    """Return the value below which the F distribution falls with this probability."""
    return float(_special().fdtri(numerator, denominator, probability))


def digamma(x: float) -> float:
    """Return the derivative of the logarithm of the gamma function."""
    return float(_special().digamma(x))


def polygamma(order: int, x: float) -> float:
    """Return the derivative of this order of the digamma function."""
    return float(_special().polygamma(order, x))
