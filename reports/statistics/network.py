"""How a network of organisations is tied together: ties as a square table of 0 and 1."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reports.statistics.arrays import table
from reports.statistics.errors import InvalidValues, TooFew


def density(ties: ArrayLike) -> float:
    """Return the share of the possible ties that are there.

    ``ties / (n (n - 1))``, from each to each other; the diagonal is ignored.

    Parameters
    ----------
    ties : square, 0 or 1
        Row i, column j: a tie from i to j. Leave out who did not answer: missing (NaN) is an error.

    Raises
    ------
    InvalidValues
        When it is not square, or holds something else than 0 and 1.
    TooFew
        With fewer than two members.

    Notes
    -----
    Source: Wasserman & Faust 1994.

    Examples
    --------
    >>> density([[0, 1, 1], [1, 0, 0], [0, 0, 0]])
    0.5
    """
    there = _ties(ties)
    members = len(there)
    if members < 2:
        raise TooFew(f"A tie needs 2 members; got {members}.")
    return int(there.sum()) / (members * (members - 1))


def reciprocity(ties: ArrayLike) -> float:
    """Return the share of the ties that are returned (edgewise); NaN when there are no ties.

    ``sum(t_ij t_ji) / sum(t_ij)``; the diagonal is ignored.

    Parameters
    ----------
    ties : square, 0 or 1
        As for :func:`density`.

    Raises
    ------
    InvalidValues
        When it is not square, or holds something else than 0 and 1.

    Notes
    -----
    Source: Wasserman & Faust 1994. Not the dyadic one, in which a pair without ties counts as reciprocal.

    Examples
    --------
    >>> round(reciprocity([[0, 1, 1], [1, 0, 0], [0, 0, 0]]), 3)
    0.667
    """
    there = _ties(ties)
    count = int(there.sum())
    return int((there & there.T).sum()) / count if count else math.nan


def degree_centralisation(ties: ArrayLike) -> float:
    """Return Freeman's degree centralisation: 1 when all ties are with one member, 0 when all have as many.

    ``sum(max degree - degree) / ((n - 1) (n - 2))``; the diagonal is ignored.

    Parameters
    ----------
    ties : square, symmetric, 0 or 1
        As for :func:`density`, without direction.

    Raises
    ------
    InvalidValues
        When it is not square or symmetric, or holds something else than 0 and 1.
    TooFew
        With fewer than three members.

    Notes
    -----
    Source: Freeman 1979.

    Examples
    --------
    >>> degree_centralisation([[0, 1, 1, 1], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]])
    1.0
    """
    there = _ties(ties)
    members = len(there)
    if (there != there.T).any():
        raise InvalidValues("Degree centralisation is for ties without direction; these are not symmetric.")
    if members < 3:
        raise TooFew(f"Centralisation needs 3 members; got {members}.")
    degrees = there.sum(axis=1)
    return int((degrees.max() - degrees).sum()) / ((members - 1) * (members - 2))


def _ties(ties: ArrayLike) -> NDArray[np.bool_]:
    given = table(ties, "ties")
    rows, columns = given.shape
    if rows != columns:
        raise InvalidValues(f"Ties are a square table; got {rows} rows and {columns} columns.")
    off_diagonal = np.where(np.eye(rows, dtype=bool), 0, given)
    there = off_diagonal == 1
    if not (there | (off_diagonal == 0)).all():
        raise InvalidValues("A tie is 0 or 1; found something else, or a missing one (NaN).")
    return there
