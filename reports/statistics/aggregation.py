"""How much of the differences between persons is between their groups."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Labels, grouped
from reports.statistics.errors import NoSpread

#: A mean square this small beside the other is what rounding leaves of zero.
_ROUNDING = 1e-14


@dataclass(frozen=True, slots=True)
class IntraclassCorrelation:
    """ICC(1) of one person, ICC(2) of a group's mean, and the group size ``n0`` that they are for."""

    icc1: float
    icc2: float
    n0: float


def intraclass_correlation(values: ArrayLike, groups: Labels) -> IntraclassCorrelation:
    """Return ICC(1) and ICC(2) from a one-way analysis of variance.

    ``ICC(1) = (MSB - MSW) / (MSB + (n0 - 1) MSW)`` and ``ICC(2) = (MSB - MSW) / MSB``, with the mean squares between
    and within J groups, and ``n0 = (N - sum(n^2) / N) / (J - 1)`` for groups of unequal size.

    Parameters
    ----------
    values : one per person
    groups : one label per person
        Groups of one take part in the differences between groups only.

    Raises
    ------
    InvalidValues
        When a value (NaN) or a label is missing: leave those persons out first.
    TooFew
        With fewer than two groups, or when every group has one value.
    NoSpread
        When all values are equal.

    Notes
    -----
    Source: Shrout & Fleiss 1979; Searle, Casella & McCulloch 1992 for n0. Both can be negative; ICC(2) is minus
    infinity when the group means are equal.

    Examples
    --------
    >>> icc = intraclass_correlation([4, 5, 4, 2, 3, 3, 1], ["a", "a", "a", "b", "b", "b", "b"])
    >>> round(icc.icc1, 3), round(icc.icc2, 3), round(icc.n0, 3)
    (0.743, 0.908, 3.429)
    """
    data = grouped(values, groups)
    total, count = float(data.sizes.sum()), len(data.labels)
    grand_mean = float(data.sizes @ data.means) / total
    between = float(data.sizes @ np.square(data.means - grand_mean)) / (count - 1)
    within = data.squares_within / (total - count)
    if between == within == 0:
        raise NoSpread("All values are equal.")
    n0 = (total - float(data.sizes @ data.sizes) / total) / (count - 1)
    icc2 = -math.inf if between < _ROUNDING * within else (between - within) / between
    return IntraclassCorrelation((between - within) / (between + (n0 - 1) * within), icc2, n0)
