"""Three measures of a network of directed ties, on a square 0/1 array whose diagonal is ignored.

They know nothing of organisations that did not answer: who calls them leaves those out first.
"""

import numpy as np
from numpy.typing import NDArray

#: Ties: row reports contact with column.
Ties = NDArray[np.bool_]


def density(ties: Ties) -> float:
    """Return ``ties / (n (n - 1))``; NaN with fewer than two organisations."""
    n = len(ties)
    return float(_without_diagonal(ties).sum() / (n * (n - 1))) if n > 1 else float("nan")


def reciprocity(ties: Ties) -> float:
    """Return which part of the reported ties is reported from the other side too (edgewise); NaN without ties."""
    given = _without_diagonal(ties)
    return float((given & given.T).sum() / given.sum()) if given.any() else float("nan")


def degree_centralisation(ties: Ties) -> float:
    """Return Freeman's ``sum(max degree - degree) / ((n - 1) (n - 2))``; NaN with fewer than three organisations.

    Raises
    ------
    ValueError
        When the array is not symmetric: degrees are those of an undirected network.
    """
    given = _without_diagonal(ties)
    if not np.array_equal(given, given.T):
        raise ValueError("Degree centralisation is of ties without direction; make the array symmetric first.")
    degrees, n = given.sum(axis=1), len(given)
    return float((degrees.max() - degrees).sum() / ((n - 1) * (n - 2))) if n > 2 else float("nan")


def _without_diagonal(ties: Ties) -> Ties:
    return ties & ~np.eye(len(ties), dtype=np.bool_)
