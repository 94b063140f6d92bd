"""Find a variance, at least 0, at which a restricted likelihood is best: a function of one number."""

from collections.abc import Callable
from itertools import pairwise
from typing import Protocol

import numpy as np

#: Points at which the slope is looked at: a likelihood with two tops has them far apart.
_POINTS = 120
#: The first point after 0, beside the last.
_SMALLEST = 1e-9
_HALVINGS = 200


class Criterion(Protocol):
    """What is to be made small: minus twice a log-likelihood."""

    def value(self, at: float, /) -> float:
        """Return the criterion."""
        ...

    def slope(self, at: float, /) -> float:
        """Return its derivative, or the derivative times something positive."""
        ...


def lowest(criterion: Criterion, *, upper: float) -> float:
    """Return the number from 0 where the criterion is lowest; it must be rising at ``upper`` and beyond.

    Exactly 0 when the criterion rises from there and is nowhere lower.
    """
    points = [0.0, *np.geomspace(_SMALLEST * upper, upper, _POINTS).tolist()]
    slopes = [criterion.slope(point) for point in points]
    valleys = [
        _root(criterion.slope, low, high)
        for (low, falling), (high, rising) in pairwise(zip(points, slopes, strict=True))
        if falling < 0 <= rising
    ]
    # The lower of two that are equally good: 0 comes first.
    return min([0.0, *valleys], key=criterion.value)


def _root(slope: Callable[[float], float], low: float, high: float) -> float:
    """Halve the interval in which the slope turns positive, until it holds no other number."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        low, high = (middle, high) if slope(middle) < 0 else (low, middle)
    return high
