"""Probabilities of several tests at once, adjusted for their number."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, floats
from reports.statistics.errors import InvalidValues

Method = Literal["holm", "bh"]


def adjust_p(p: ArrayLike, method: Method) -> Floats:
    """Return p-values adjusted for their number, in the order given.

    With the m values sorted upwards: Holm, the running maximum of ``(m - i + 1) p_i``; Benjamini-Hochberg, the
    running minimum from above of ``m p_i / i``; both at most 1.

    Parameters
    ----------
    p : p-values
        NaN (not tested) stays NaN and is not counted in m. No values give no values.
    method
        ``"holm"`` guards against any false finding, ``"bh"`` against too large a share of them.

    Raises
    ------
    InvalidValues
        When a value is not between 0 and 1, or the method is unknown.

    Notes
    -----
    Source: Holm 1979; Benjamini & Hochberg 1995.

    Examples
    --------
    >>> adjust_p([0.01, 0.04, float("nan"), 0.03], "holm").round(3).tolist()
    [0.03, 0.06, nan, 0.06]
    """
    values = floats(p, "p-values")
    if values.ndim != 1 or ((values < 0) | (values > 1)).any():
        raise InvalidValues("p-values are one list of numbers between 0 and 1.")
    adjusted = np.full(len(values), np.nan)
    tested = np.flatnonzero(~np.isnan(values))
    order = tested[np.argsort(values[tested], kind="stable")]
    adjusted[order] = np.minimum(_adjusted(values[order], method), 1)
    return adjusted


def _adjusted(ascending: Floats, method: str) -> Floats:
    count = len(ascending)
    if method == "holm":
        return np.maximum.accumulate(np.arange(count, 0, -1) * ascending)
    if method == "bh":
        stepped = count / np.arange(1, count + 1) * ascending
        return np.minimum.accumulate(stepped[::-1])[::-1]
    raise InvalidValues(f"p-values are adjusted by 'holm' or 'bh'; got {method!r}.")
