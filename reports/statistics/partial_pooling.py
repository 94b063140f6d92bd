"""Groups between their own mean and everybody's: the random-intercept model."""

import math
from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, Grouped, Labels, grouped
from reports.statistics.restricted_likelihood import lowest

#: A ratio of variances below this is what rounding leaves of zero.
_ROUNDING = 1e-10
#: Squares within groups of less than this part of those between are too.
_NOTHING = 1e-24


@dataclass(frozen=True, slots=True)
class RandomIntercept:
    """The fitted model: ``effects`` are deviations from ``mean``, in the order of the labels in ``groups``.

    ``effect_sd`` is the conditional one: given the variances and the mean, whose own uncertainty is ``mean_se``.
    """

    mean: float
    mean_se: float
    between_variance: float
    within_variance: float
    groups: tuple[Hashable, ...]
    effects: Floats
    effect_sd: Floats


def random_intercept(values: ArrayLike, groups: Labels) -> RandomIntercept:
    """Fit ``value = mean + effect of the group + rest`` by restricted maximum likelihood.

    With ``L = between / within`` variance and ``w_k = n_k / (1 + L n_k)``, the likelihood is a function of L alone:
    ``(N - 1) log(RSS) + sum log(1 + L n_k) + log sum w_k``, where ``RSS = SSW + sum w_k (m_k - mean)^2`` and the mean
    is weighted by w. The effect of a group is ``L w_k (m_k - mean)``: shrunk, the more the smaller the group; its
    conditional variance is ``between * (1 - L w_k)``.

    Parameters
    ----------
    values : one per person
    groups : one label per person
        Groups of one are fine beside larger ones.

    Returns
    -------
    Groups in order of first appearance. When groups differ no more than chance, the variance between them and all
    effects are exactly 0. When nobody differs within a group, nothing is shrunk.

    Raises
    ------
    InvalidValues
        When a value (NaN) or a label is missing: leave those persons out first.
    TooFew
        With fewer than two groups, or when every group has one value.

    Notes
    -----
    Source: Searle, Casella & McCulloch 1992; Bates e.a. 2015 for the profiled likelihood. Two groups are fitted, but
    say little about the variance between groups.

    Examples
    --------
    >>> fit = random_intercept([4, 5, 4, 2, 3, 3, 1, 3, 4], ["a", "a", "a", "b", "b", "b", "b", "c", "c"])
    >>> round(fit.mean, 2), round(fit.between_variance, 2), round(fit.within_variance, 2)
    (3.34, 0.96, 0.64)
    >>> fit.groups, fit.effects.round(2).tolist()
    (('a', 'b', 'c'), [0.81, -0.93, 0.12])
    """
    data = grouped(values, groups)
    if data.squares_within <= _NOTHING * float(np.square(data.means).sum()):
        return _without_rest(data)
    profile = _Profile(data)
    ratio = lowest(profile, upper=profile.upper)
    if ratio < _ROUNDING:
        ratio = 0.0
    weights, mean, residual = profile.at(ratio)
    within = residual / (float(data.sizes.sum()) - 1)
    shrinkage = ratio * weights
    return RandomIntercept(
        mean=data.origin + mean,
        mean_se=math.sqrt(within / float(weights.sum())),
        between_variance=ratio * within,
        within_variance=within,
        groups=data.labels,
        effects=shrinkage * (data.means - mean),
        effect_sd=np.sqrt(ratio * within * (1 - shrinkage)),
    )


class _Profile:
    """Minus twice the restricted log-likelihood, up to a constant, as a function of the ratio of variances."""

    def __init__(self, data: Grouped) -> None:
        self._data = data
        self._persons = float(data.sizes.sum())
        spread = float(np.square(data.means - data.means.mean()).sum())
        # Beyond this the slope is positive: the means themselves vary no more than this.
        self.upper = 2 * self._persons * spread / ((len(data.sizes) - 1) * data.squares_within) + 1

    def at(self, ratio: float) -> tuple[Floats, float, float]:
        """Return the weights of the groups, the mean, and the residual squares."""
        sizes, means = self._data.sizes, self._data.means
        weights = sizes / (1 + ratio * sizes)
        mean = float(weights @ means / weights.sum())
        return weights, mean, self._data.squares_within + float(weights @ np.square(means - mean))

    def value(self, ratio: float) -> float:
        weights, _, residual = self.at(ratio)
        determinant = float(np.log1p(ratio * self._data.sizes).sum())
        return (self._persons - 1) * math.log(residual) + determinant + math.log(weights.sum())

    def slope(self, ratio: float) -> float:
        weights, mean, residual = self.at(ratio)
        squares = np.square(weights)
        fit = float(squares @ np.square(self._data.means - mean)) / residual
        return float(weights.sum() - squares.sum() / weights.sum()) - (self._persons - 1) * fit


def _without_rest(data: Grouped) -> RandomIntercept:
    """Return the limit in which nobody differs within a group: the groups' means are known exactly."""
    count, mean = len(data.labels), float(data.means.mean())
    between = float(data.means.var(ddof=1))
    return RandomIntercept(
        mean=data.origin + mean,
        mean_se=math.sqrt(between / count),
        between_variance=between,
        within_variance=0.0,
        groups=data.labels,
        effects=data.means - mean,
        effect_sd=np.zeros(count),
    )
