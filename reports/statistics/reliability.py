"""How well the items of a theme measure one thing: coefficient alpha, and each item against the others."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, proportion, table
from reports.statistics.errors import InvalidValues, NoSpread, TooFew
from reports.statistics.quantiles import f_quantile

#: A variance this small beside the items' own is what rounding leaves of zero.
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class CronbachAlpha:
    """Coefficient alpha with its interval, and how many persons and items it is about."""

    value: float
    low: float
    high: float
    persons: int
    items: int


def cronbach_alpha(
    items: ArrayLike, *, missing: Literal["pairwise", "listwise"] = "pairwise", level: float = 0.95
) -> CronbachAlpha:
    """Return coefficient alpha with Feldt's interval.

    ``alpha = k / (k - 1) * (1 - trace(S) / sum(S))``, with S the covariance matrix of the k items. The interval is
    ``1 - (1 - alpha) * F`` with F the upper and lower quantiles for n - 1 and (n - 1)(k - 1) degrees of freedom.

    Parameters
    ----------
    items : persons by items
        Any numbers; reversed items already recoded. NaN is missing. No scale is known, so none is checked.
    missing
        ``"pairwise"``: each covariance is over the persons who answered both items, and n is the number of persons
        with at least one answer. ``"listwise"``: only persons who answered everything, and n is their number.
    level
        Of the interval.

    Raises
    ------
    TooFew
        With one item, or when fewer than two persons answered an item or a pair of items.
    NoSpread
        When the sum of the items does not vary.
    InvalidValues
        When the items are not a table of numbers, or an option is unknown.

    Notes
    -----
    Source: Cronbach 1951; Feldt, Woodruff & Salih 1987 for the interval. Alpha can be negative. A constant item takes
    part with a variance of 0. With two persons the interval is defined and very wide. Respondents of one network
    resemble each other, which the interval does not know: it is somewhat too narrow.

    Examples
    --------
    >>> alpha = cronbach_alpha([[4, 5, 4], [2, 2, 3], [5, 4, 5], [3, 3, 1], [4, 3, 4]])
    >>> round(alpha.value, 3), round(alpha.low, 3), round(alpha.high, 3), alpha.persons, alpha.items
    (0.819, 0.088, 0.98, 5, 3)
    """
    answers = _persons(table(items), missing)
    covariance = pairwise_covariance(answers)
    persons, count = answers.shape
    value = count / (count - 1) * (1 - float(np.trace(covariance)) / _total_variance(covariance))
    low, high = _feldt(value, persons, count, proportion(level, "level"))
    return CronbachAlpha(value, low, high, persons, count)


def item_rest_correlations(items: ArrayLike) -> Floats:
    """Return for each item its correlation with the sum of the other items.

    ``r_j = cov(x_j, rest_j) / (sd(x_j) * sd(rest_j))``, from the pairwise covariance matrix.

    Parameters
    ----------
    items : persons by items
        As for :func:`cronbach_alpha`, with missing answers treated pairwise.

    Returns
    -------
    One number per item; NaN for an item that does not vary, or whose rest does not.

    Raises
    ------
    TooFew
        With one item, or when fewer than two persons answered an item or a pair of items.

    Notes
    -----
    Source: Nunnally & Bernstein 1994, the corrected item-total correlation.

    Examples
    --------
    >>> item_rest_correlations([[4, 5, 4], [2, 2, 3], [5, 4, 5], [3, 3, 1], [4, 3, 4]]).round(2).tolist()
    [0.83, 0.63, 0.62]
    """
    covariance = pairwise_covariance(_persons(table(items), "pairwise"))
    own, with_all = np.diag(covariance), covariance.sum(axis=1)
    rest = covariance.sum() - 2 * with_all + own
    varies = (own > 0) & (rest > _ROUNDING * np.trace(covariance))
    spread = np.sqrt(np.where(varies, own * rest, 1))
    return np.where(varies, (with_all - own) / spread, np.nan)


def pairwise_covariance(answers: Floats) -> Floats:
    """Return the covariances (n - 1) of the columns, each over the rows in which both are present.

    Raises
    ------
    TooFew
        With fewer than two columns, or fewer than two rows for a pair of them.
    """
    if answers.shape[1] < 2:
        raise TooFew(f"Needs 2 items; got {answers.shape[1]}.")
    present = ~np.isnan(answers)
    together = present.T.astype(np.float64) @ present
    if together.min() < 2:
        first, second = np.unravel_index(together.argmin(), together.shape)
        raise TooFew(f"Fewer than 2 persons answered both item {first + 1} and item {second + 1}.")
    # From a present answer of each item: digits are kept, and a constant item has a variance of exactly 0.
    origin = answers[present.argmax(axis=0), np.arange(answers.shape[1])]
    shifted = np.where(present, answers - origin, 0)
    sums = shifted.T @ present
    return (shifted.T @ shifted - sums * sums.T / together) / (together - 1)


def _persons(answers: Floats, missing: str) -> Floats:
    absent = np.isnan(answers)
    if missing == "pairwise":
        return answers[~absent.all(axis=1)]
    if missing == "listwise":
        return answers[~absent.any(axis=1)]
    raise InvalidValues(f"Missing answers are treated 'pairwise' or 'listwise'; got {missing!r}.")


def _total_variance(covariance: Floats) -> float:
    total = float(covariance.sum())
    if total <= _ROUNDING * np.trace(covariance):
        raise NoSpread("The sum of the items does not vary between persons.")
    return total


def _feldt(alpha: float, persons: int, items: int, level: float) -> tuple[float, float]:
    between, within = persons - 1, (persons - 1) * (items - 1)
    tail = (1 - level) / 2
    low, high = (1 - (1 - alpha) * f_quantile(side, between, within) for side in (1 - tail, tail))
    return low, high
