"""Whether chance alone could put two groups this far apart: every way to divide the values, on exact numbers."""

import math
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reports.statistics.arrays import numbers
from reports.statistics.errors import TooFew

#: Up to here every split is looked at; beyond, this many random ones.
MOST_SPLITS = 200_000
RANDOM_SPLITS = 20_000

#: Any will do; a fixed one gives the same answer twice.
_SEED = 20_000
#: Means of up to this many answers, and decimals up to three places, are recognised in a float.
_LARGEST_DENOMINATOR = 1000
_ROUNDING = 1e-12
_FITS_64_BITS = 2**62

#: Whole numbers: of 64 bits where the sums fit, otherwise Python's.
Whole = NDArray[Any]


def permutation_p(a: ArrayLike, b: ArrayLike) -> float:
    """Return the two-sided p of the permutation test on the difference of two means.

    The share of the splits of all values in groups of these sizes with ``|sum - expectation|`` at least as large as
    observed. All splits when there are at most 200,000 (ten against ten); otherwise 20,000 random ones, always the
    same, with ``p = (b + 1) / (B + 1)``.

    Parameters
    ----------
    a, b : the values of each group
        A group of one is fine. Floats are read as the fraction or decimal that they stand for, so that sums that are
        equal on paper tie: 0.1 + 0.2 and 0.3, or thirds and sixths. Beyond 12 digits they are rounded.

    Raises
    ------
    InvalidValues
        When a value is missing (NaN).
    TooFew
        When a group is empty.

    Notes
    -----
    Source: Fisher 1935; Phipson & Smyth 2010 for the random splits. Two-sided by distance, not by doubling a tail.
    When all values are equal p is 1. The smallest p that can occur is 1 over the number of splits, or 2 with equal
    sizes: groups of three cannot go below .1.

    Examples
    --------
    >>> permutation_p([3.1, 3.4, 4.2], [1.0, 2.5, 2.8])
    0.1
    """
    first, second = numbers(a, "values of a"), numbers(b, "values of b")
    if not (len(first) and len(second)):
        raise TooFew(f"Both groups need a value; got {len(first)} and {len(second)}.")
    size, count = min(len(first), len(second)), len(first) + len(second)
    whole = _whole([*first.tolist(), *second.tolist()])
    chosen = whole[: len(first)] if len(first) == size else whole[len(first) :]
    observed = abs(count * chosen.sum() - size * whole.sum())
    # In order, so that the random splits too give the same p whatever the order and the names of the groups.
    ordered = np.sort(whole)
    splits = math.comb(count, size)
    sums = _all_sums(ordered, size) if splits <= MOST_SPLITS else _random_sums(ordered, size)
    extreme = int(np.count_nonzero(np.abs(count * sums - size * whole.sum()) >= observed))
    return extreme / splits if splits <= MOST_SPLITS else (extreme + 1) / (RANDOM_SPLITS + 1)


def _whole(values: list[float]) -> Whole:
    """Return the values as whole numbers, in units of their common denominator."""
    fractions = [_recognised(value) for value in values]
    unit = math.lcm(*(fraction.denominator for fraction in fractions))
    numerators = [int(fraction * unit) for fraction in fractions]
    largest = len(values) * sum(map(abs, numerators))
    return np.array(numerators, dtype=np.int64 if largest < _FITS_64_BITS else object)


def _recognised(value: float) -> Fraction:
    simple = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    if abs(float(simple) - value) <= _ROUNDING * max(1, abs(value)):
        return simple
    return Fraction(Decimal(f"{value:.12g}"))


def _all_sums(values: Whole, size: int) -> Whole:
    splits = math.comb(len(values), size)
    members = np.fromiter(chain.from_iterable(combinations(range(len(values)), size)), np.intp, splits * size)
    return values[members.reshape(splits, size)].sum(axis=1)


def _random_sums(values: Whole, size: int) -> Whole:
    return np.array(list(_random_splits(values, size)), dtype=values.dtype)


def _random_splits(values: Whole, size: int) -> Iterator[int]:
    generator = np.random.default_rng(_SEED)
    for _ in range(RANDOM_SPLITS):
        yield values[generator.choice(len(values), size, replace=False, shuffle=False)].sum()
