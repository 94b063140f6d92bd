"""How much the members of one group agree: on the items of a theme, or in the frequencies of one item."""

from itertools import combinations, pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reports.statistics.arrays import complete_rows, numbers
from reports.statistics.errors import InvalidValues, TooFew


def average_deviation(items: ArrayLike) -> float:
    """Return the average deviation from the item mean, AD_M(J), in points of the scale.

    ``AD = mean over items of mean over persons of |x - item mean|``; 0 is full agreement.

    Parameters
    ----------
    items : persons by items
        Any numbers. Persons with a missing answer (NaN) are left out. One item is fine.

    Raises
    ------
    TooFew
        With fewer than two complete persons, or no item.

    Notes
    -----
    Source: Burke, Finkelstein & Dusig 1999. On five options pure noise gives about 1.2; small groups agree by chance
    (the project's statistics, section A3).

    Examples
    --------
    >>> round(average_deviation([[4, 5], [4, 3], [2, 4], [4, 4]]), 3)
    0.625
    """
    answers = complete_rows(items)
    return float(np.abs(answers - answers.mean(axis=0)).mean())


def within_group_agreement(items: ArrayLike, options: int) -> float:
    """Return r_wg(j), the agreement within a group against answers at random.

    ``r = J (1 - q) / (J (1 - q) + q)`` with q the mean item variance (n - 1) over ``(options^2 - 1) / 12``, the
    variance when every option is as likely; 0 whenever q reaches 1.

    Parameters
    ----------
    items : persons by items
        Numbers from 1 to ``options``. Persons with a missing answer (NaN) are left out. One item gives r_wg.
    options
        How many answers there were to choose from.

    Raises
    ------
    TooFew
        With fewer than two complete persons, or no item.
    InvalidValues
        When an answer is off the scale, or there are fewer than two options.

    Notes
    -----
    Source: James, Demaree & Wolf 1984. It grows with the number of items, and with small groups by chance.

    Examples
    --------
    >>> round(within_group_agreement([[4, 5], [4, 3], [3, 4], [4, 4]], 5), 3)
    0.871
    """
    if not options >= 2:
        raise InvalidValues(f"Agreement needs 2 options or more to choose from; got {options}.")
    answers = complete_rows(items)
    if answers.min() < 1 or answers.max() > options:
        raise InvalidValues(f"Answers run from 1 to {options}; found {answers.min():g} to {answers.max():g}.")
    at_random = (options**2 - 1) / 12
    share = float(answers.var(axis=0, ddof=1).mean()) / at_random
    agreed = answers.shape[1] * (1 - min(share, 1))
    return agreed / (agreed + share)


def ordinal_agreement(frequencies: ArrayLike) -> float:
    """Return van der Eijk's A: 1 when all chose one category, 0 when evenly spread, -1 when at the two ends.

    The frequencies are cut into layers in which every category is filled or empty. ``A = sum of w U (1 - (S - 1) /
    (K - 1))`` with w the layer's part of the persons, S its filled categories out of K, and U its unimodality:
    ``U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU))``, where TU counts the triples of categories 110 and 011,
    and TDU the triples 101.

    Parameters
    ----------
    frequencies : one per category, in the order of the scale
        Counts or shares. Missing is an error, an empty category is 0.

    Raises
    ------
    TooFew
        With fewer than two categories, or when nobody chose.
    InvalidValues
        When a frequency is missing or negative.

    Notes
    -----
    Source: van der Eijk 2001. One person agrees fully.

    Examples
    --------
    >>> round(ordinal_agreement([1, 1, 2, 4, 2]), 2), round(ordinal_agreement([5, 0, 0, 0, 5]), 2)
    (0.35, -1.0)
    """
    counts = numbers(frequencies, "frequencies")
    if counts.size and counts.min() < 0:
        raise InvalidValues(f"A frequency cannot be negative; got {counts.min():g}.")
    if len(counts) < 2 or counts.max() == 0:
        raise TooFew(f"Needs 2 categories and somebody who chose; got {len(counts)} and {counts.sum():g}.")
    levels = np.unique([0, *counts])
    layers = ((counts >= upper, upper - lower) for lower, upper in pairwise(levels))
    return float(sum(height * filled.sum() * _layer_agreement(filled) for filled, height in layers) / counts.sum())


def _layer_agreement(filled: NDArray[np.bool_]) -> float:
    categories, chosen = len(filled), int(filled.sum())
    if chosen == 1:
        return 1.0
    if chosen == categories:
        return 0.0
    triples = [tuple(triple) for triple in combinations(filled.tolist(), 3)]
    together = triples.count((True, True, False)) + triples.count((False, True, True))
    apart = triples.count((True, False, True))
    unimodality = ((categories - 2) * together - (categories - 1) * apart) / ((categories - 2) * (together + apart))
    return unimodality * (1 - (chosen - 1) / (categories - 1))
