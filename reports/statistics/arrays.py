"""Read what a statistic is given into arrays of floats, and refuse what is not numbers."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from reports.statistics.errors import InvalidValues, TooFew

Floats = NDArray[np.float64]
#: One label per value: a list, or any array.
Labels = Sequence[Hashable] | NDArray[np.generic]

#: No answer, count or variance is larger, or smaller unless it is 0; powers of them would leave the range of floats.
LARGEST = 1e50


def floats(values: ArrayLike, what: str) -> Floats:
    """Return an array of numbers of any shape, with NaN for missing ones."""
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise InvalidValues(f"The {what} are not all numbers, or not of equal length.") from error


def numbers(values: ArrayLike, what: str = "values") -> Floats:
    """Return a list of finite numbers; a missing one is an error."""
    array = _measured(values, what)
    if array.ndim != 1:
        raise InvalidValues(f"The {what} must be one list of numbers; got {array.ndim} dimensions.")
    if np.isnan(array).any():
        raise InvalidValues(f"Among the {what} {np.isnan(array).sum()} are missing (NaN): leave them out first.")
    return array


def table(values: ArrayLike, what: str = "items") -> Floats:
    """Return a table of numbers in which NaN means missing."""
    array = _measured(values, what)
    if array.ndim != 2:
        raise InvalidValues(f"The {what} must be a table with rows and columns; got {array.ndim} dimensions.")
    return array


def complete_rows(items: ArrayLike) -> Floats:
    """Return the rows of a table of persons by items in which nothing is missing: at least two, with an item."""
    array = table(items)
    complete = array[~np.isnan(array).any(axis=1)]
    if array.shape[1] < 1 or len(complete) < 2:
        raise TooFew(f"Needs 2 persons who answered everything, and an item; got {len(complete)} and {array.shape[1]}.")
    return complete


def proportion(value: float, what: str) -> float:
    """Return a number between 0 and 1, ends excluded."""
    if not 0 < value < 1:
        raise InvalidValues(f"The {what} must lie between 0 and 1; got {value}.")
    return value


def _measured(values: ArrayLike, what: str) -> Floats:
    array = floats(values, what)
    size = np.abs(array)
    if ((size > LARGEST) | ((size > 0) & (size < 1 / LARGEST))).any():
        raise InvalidValues(f"Among the {what} is a number beyond {LARGEST:g}, or too near to 0.")
    return array


@dataclass(frozen=True, slots=True)
class Grouped:
    """Values by group: labels in order of first appearance, with per group the size, mean and squares within.

    ``means`` are relative to ``origin``, so that the differences between them lose no digits.
    """

    labels: tuple[Hashable, ...]
    sizes: Floats
    origin: float
    means: Floats
    squares_within: float


def grouped(values: ArrayLike, groups: Labels) -> Grouped:
    """Return the values by group.

    Raises
    ------
    InvalidValues
        When a value or a label is missing, or there is not one label per value.
    TooFew
        With fewer than two groups, or when no group has two values.
    """
    array = numbers(values)
    labels, codes = _codes(groups, len(array))
    sizes = np.bincount(codes, minlength=len(labels)).astype(np.float64)
    if len(labels) < 2 or len(array) == len(labels):
        raise TooFew(f"Needs 2 groups, and a group of 2; got {len(array)} values in {len(labels)} groups.")
    # Deviations from a value of the group itself: a group of equal values has a spread of exactly 0.
    first = array[np.unique(codes, return_index=True)[1]]
    from_first = array - first[codes]
    shift = np.bincount(codes, from_first, len(labels)) / sizes
    squares_within = float(np.square(from_first - shift[codes]).sum())
    return Grouped(labels, sizes, float(array[0]), (first - array[0]) + shift, squares_within)


def _codes(groups: Labels, count: int) -> tuple[tuple[Hashable, ...], NDArray[np.intp]]:
    given: list[Any] = groups.tolist() if isinstance(groups, np.ndarray) else list(groups)
    if len(given) != count:
        raise InvalidValues(f"Needs one group label per value; got {len(given)} labels for {count} values.")
    if not all(isinstance(label, Hashable) for label in given):
        raise InvalidValues("A group label is a name or a number; got a list of lists, or the like.")
    if pd.isna(pd.Series(given, dtype=object)).any():
        raise InvalidValues("A group label is missing (None or NaN).")
    labels = tuple(dict.fromkeys(given))
    position = {label: code for code, label in enumerate(labels)}
    return labels, np.array([position[label] for label in given], dtype=np.intp)
