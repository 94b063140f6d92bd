"""Means of groups that each come with a known variance, shrunk towards everybody's: empirical Bayes."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, numbers
from reports.statistics.errors import InvalidValues, TooFew
from reports.statistics.restricted_likelihood import lowest


@dataclass(frozen=True, slots=True)
class ShrunkenMeans:
    """Everybody's mean, the variance of the true means around it, and each group's mean in that light.

    ``value_se`` includes the uncertainty of ``mean``, but not that of the variance.
    """

    mean: float
    mean_se: float
    between_variance: float
    values: Floats
    value_se: Floats


def shrunken_means(means: ArrayLike, variances: ArrayLike) -> ShrunkenMeans:
    """Shrink means of groups of unequal size, from the means and their sampling variances alone.

    ``m_k = mean + u_k + e_k`` with ``e_k`` of known variance v_k and ``u_k`` of variance T, by restricted maximum
    likelihood: with ``w_k = 1 / (T + v_k)``, minimise ``-sum log w_k + log sum w_k + sum w_k (m_k - mean)^2``. Then
    ``value_k = mean + B_k (m_k - mean)`` with ``B_k = T / (T + v_k)``, and its variance is
    ``B_k v_k + (1 - B_k)^2 var(mean)``.

    Parameters
    ----------
    means : one per group
    variances : of each mean, as an estimate
        Above 0: the variance within a group over its number of persons.

    Returns
    -------
    When the means differ no more than chance, T is exactly 0 and every value is everybody's mean.

    Raises
    ------
    InvalidValues
        When a mean or variance is missing (NaN), or a variance is not above 0.
    TooFew
        With fewer than two groups.

    Notes
    -----
    Source: Raudenbush 2009; the project's statistics, section A5. Unlike
    :func:`reports.statistics.random_intercept` it needs no answers, only what is published.

    Examples
    --------
    >>> shrunken = shrunken_means([3.2, 4.1, 3.6, 2.9], [0.06, 0.12, 0.03, 0.06])
    >>> round(shrunken.mean, 2), round(shrunken.between_variance, 2), shrunken.values.round(2).tolist()
    (3.42, 0.16, [3.26, 3.81, 3.57, 3.04])
    """
    profile = _Profile(*_checked(means, variances))
    between = lowest(profile, upper=profile.upper)
    weights, mean = profile.at(between)
    mean_variance = 1 / float(weights.sum())
    kept = between * weights
    given = profile.means
    return ShrunkenMeans(
        mean=mean,
        mean_se=math.sqrt(mean_variance),
        between_variance=between,
        values=mean + kept * (given - mean),
        value_se=np.sqrt(kept * profile.variances + np.square(1 - kept) * mean_variance),
    )


class _Profile:
    """Minus twice the restricted log-likelihood, up to a constant, as a function of the variance between groups."""

    def __init__(self, means: Floats, variances: Floats) -> None:
        self.means, self.variances = means, variances
        # Beyond this the slope is positive: the means themselves vary no more than this.
        self.upper = float(variances.max()) + 2 * float(means.var(ddof=1))

    def at(self, between: float) -> tuple[Floats, float]:
        """Return the weights of the groups and the weighted mean."""
        weights = 1 / (between + self.variances)
        return weights, float(weights @ self.means / weights.sum())

    def value(self, between: float) -> float:
        weights, mean = self.at(between)
        misfit = float(weights @ np.square(self.means - mean))
        return math.log(weights.sum()) - float(np.log(weights).sum()) + misfit

    def slope(self, between: float) -> float:
        weights, mean = self.at(between)
        squares = np.square(weights)
        return float(weights.sum() - squares.sum() / weights.sum() - squares @ np.square(self.means - mean))


def _checked(means: ArrayLike, variances: ArrayLike) -> tuple[Floats, Floats]:
    given, sampling = numbers(means, "means"), numbers(variances, "variances")
    if len(given) != len(sampling):
        raise InvalidValues(f"Needs one variance per mean; got {len(sampling)} for {len(given)}.")
    if len(given) < 2:
        raise TooFew(f"Needs 2 groups; got {len(given)}.")
    if sampling.min() <= 0:
        raise InvalidValues(f"The variance of a mean is above 0; got {sampling.min():g}.")
    return given, sampling
