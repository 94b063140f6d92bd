"""How far apart two groups are, in units that do not depend on the scale."""

import math

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, numbers
from reports.statistics.errors import NoSpread, TooFew


def hedges_g(a: ArrayLike, b: ArrayLike) -> float:
    """Return Hedges' g: the difference of the means (a minus b) in pooled standard deviations, without small-n bias.

    ``g = J (mean a - mean b) / s`` with ``J = G(df / 2) / (sqrt(df / 2) G((df - 1) / 2))``, G the gamma function and
    ``df = n_a + n_b - 2``.

    Parameters
    ----------
    a, b : the values of each group
        A group of one is fine beside a group of three.

    Raises
    ------
    InvalidValues
        When a value is missing (NaN).
    TooFew
        With an empty group, or fewer than four values together.
    NoSpread
        When neither group varies.

    Notes
    -----
    Source: Hedges 1981, the exact correction.

    Examples
    --------
    >>> round(hedges_g([4, 5, 4, 3], [2, 3, 3, 4]), 3)
    1.064
    """
    first, second = _pair(a, b)
    df = len(first) + len(second) - 2
    if df < 2:
        raise TooFew(f"Needs 4 values in two groups; got {df + 2}.")
    pooled = (_squares(first) + _squares(second)) / df
    if pooled == 0:
        raise NoSpread("Within both groups all values are equal.")
    correction = math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)
    return correction * float(first.mean() - second.mean()) / math.sqrt(pooled)


def cliffs_delta(a: ArrayLike, b: ArrayLike) -> float:
    """Return Cliff's delta: the chance that a value of ``a`` is above one of ``b``, minus the chance of below.

    ``delta = mean of sign(a_i - b_j)`` over all pairs: 1 when all of ``a`` is above all of ``b``.

    Parameters
    ----------
    a, b : the values of each group
        A group of one is fine; equal values are ties and count 0.

    Raises
    ------
    InvalidValues
        When a value is missing (NaN).
    TooFew
        When a group is empty.

    Notes
    -----
    Source: Cliff 1993.

    Examples
    --------
    >>> cliffs_delta([4, 5, 4, 3], [2, 3, 3, 4])
    0.625
    """
    first, second = _pair(a, b)
    ordered = np.sort(second)
    below = np.searchsorted(ordered, first, side="left").sum()
    not_above = np.searchsorted(ordered, first, side="right").sum()
    pairs = len(first) * len(second)
    return float(below + not_above - pairs) / pairs


def _pair(a: ArrayLike, b: ArrayLike) -> tuple[Floats, Floats]:
    first, second = numbers(a, "values of a"), numbers(b, "values of b")
    if not (len(first) and len(second)):
        raise TooFew(f"Both groups need a value; got {len(first)} and {len(second)}.")
    return first, second


def _squares(values: Floats) -> float:
    # From a value of the group itself: equal values have a spread of exactly 0.
    shifted = values - values[0]
    return float(np.square(shifted - shifted.mean()).sum())
