"""How much raters agree who judged the same units."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, table
from reports.statistics.errors import InvalidValues, NoSpread, TooFew

Level = Literal["nominal", "ordinal", "interval"]


def krippendorff_alpha(ratings: ArrayLike, level: Level) -> float:
    """Return Krippendorff's alpha: 1 is full agreement, 0 what chance would give.

    ``alpha = 1 - observed / expected disagreement``: the mean difference between two ratings of the same unit, and
    between any two ratings. The difference of two values is 0 or 1 (nominal), ``(c - k)^2`` (interval), or the
    square of the number of ratings from c to k, those in c and k counted half (ordinal).

    Parameters
    ----------
    ratings : raters by units
        NaN is missing. Units with fewer than two ratings say nothing about agreement and are left out.
    level
        What the values mean: names, an order, or distances.

    Raises
    ------
    TooFew
        When no unit has two ratings.
    NoSpread
        When all ratings are the same: chance would agree too.
    InvalidValues
        When the ratings are not a table of numbers, or the level is unknown.

    Notes
    -----
    Source: Krippendorff 2011.

    Examples
    --------
    >>> nan = float("nan")
    >>> round(krippendorff_alpha([[1, 2, 3, 1], [1, 2, 3, 2], [nan, 2, 2, 1]], "nominal"), 3)
    0.474
    """
    counts, values = _counts(table(ratings, "ratings"))
    per_unit = counts.sum(axis=1, keepdims=True)
    together = counts.T @ (counts / (per_unit - 1)) - np.diag((counts / (per_unit - 1)).sum(axis=0))
    totals = counts.sum(axis=0)
    difference = _difference(values, totals, level)
    observed = float((together * difference).sum())
    expected = float(totals @ difference @ totals) / (float(totals.sum()) - 1)
    return 1 - observed / expected


def _counts(ratings: Floats) -> tuple[Floats, Floats]:
    """Return how often each unit was given each value, and the values in order."""
    rated = ratings[:, (~np.isnan(ratings)).sum(axis=0) >= 2]
    if rated.size == 0:
        raise TooFew("No unit has ratings of 2 raters.")
    values = np.unique(rated[~np.isnan(rated)])
    if len(values) == 1:
        raise NoSpread(f"All ratings are {values[0]:g}.")
    counts = np.stack([(rated == value).sum(axis=0) for value in values], axis=1)
    return counts.astype(np.float64), values


def _difference(values: Floats, totals: Floats, level: str) -> Floats:
    if level == "nominal":
        return 1 - np.eye(len(values))
    if level == "interval":
        return np.square(values[:, None] - values)
    if level == "ordinal":
        # Where the middle of each value's ratings lies when all are put in order.
        middles = np.cumsum(totals) - totals / 2
        return np.square(middles[:, None] - middles)
    raise InvalidValues(f"The level is nominal, ordinal or interval; got {level!r}.")
