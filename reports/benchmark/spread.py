"""How much networks really differ on a theme, beyond what the chance in each average explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isfinite, sqrt

#: Halvings of the interval that holds the variance between networks: more than a float can tell apart.
_HALVINGS = 80


@dataclass(frozen=True, slots=True)
class Spread:
    """The mean of all networks, its standard error, and the standard deviation between networks; in points."""

    mean: float
    mean_error: float
    between: float


def between_networks(means: Sequence[float], variances: Sequence[float]) -> Spread:
    """Estimate mean and spread of networks from their averages, whose variances by chance are known.

    Model ``m_k = mu + u_k + e_k`` with ``u ~ N(0, tau^2)`` and ``e_k ~ N(0, v_k)``. With weights
    ``w_k = 1 / (tau^2 + v_k)`` and ``mu = sum(w m) / sum(w)``, ``tau^2`` is where ``Q = sum(w (m - mu)^2)`` is
    ``M - 1``, its expectation; 0 when ``Q`` is no more than that already at ``tau^2 = 0``. ``Q`` only falls, so there
    is one such place. The standard error of ``mu`` is ``1 / sqrt(sum(w))``.

    Parameters
    ----------
    means
        The averages of two networks or more, in points.
    variances
        Their variances by chance, above 0, in square points.

    Raises
    ------
    ValueError
        From fewer than two networks, and for values that are no such numbers.

    Notes
    -----
    The empirical Bayes estimator of Morris, the same as that of Paule and Mandel; see the project's statistics,
    section A5. It has no local optima, as REML can have. The order of the networks makes no difference, not even in
    the last digit.

    Examples
    --------
    >>> spread = between_networks([3.0, 4.0], [0.1, 0.1])
    >>> spread.mean, round(spread.between**2, 12), round(spread.mean_error, 12)
    (3.5, 0.4, 0.5)
    >>> between_networks([3.4, 3.6], [0.1, 0.1]).between
    0.0
    """
    if len(means) != len(variances) or len(means) < 2:
        raise ValueError(f"{len(means)} averages and {len(variances)} variances: two or more of each are needed")
    if not all(map(isfinite, means)) or not all(isfinite(each) and each > 0 for each in variances):
        raise ValueError("an average or a variance is not a finite number, or a variance is not above 0")
    squared = _between_variance(means, variances)
    mean, weight = _pooled(squared, means, variances)
    return Spread(mean, 1 / sqrt(weight), sqrt(squared))


def _between_variance(means: Sequence[float], variances: Sequence[float]) -> float:
    """Halve the interval until it is nothing: ``Q`` at the plain variance of the averages is never above M - 1."""
    if _heterogeneity(0, means, variances) <= len(means) - 1:
        return 0.0
    plain = fsum(means) / len(means)
    low, high = 0.0, fsum((mean - plain) ** 2 for mean in means) / (len(means) - 1)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        is_below = _heterogeneity(middle, means, variances) > len(means) - 1
        low, high = (middle, high) if is_below else (low, middle)
    return high


def _heterogeneity(squared: float, means: Sequence[float], variances: Sequence[float]) -> float:
    """Return Cochran's Q with the variance between networks in the weights."""
    mean, _ = _pooled(squared, means, variances)
    return fsum((each - mean) ** 2 / (squared + by_chance) for each, by_chance in zip(means, variances, strict=True))


def _pooled(squared: float, means: Sequence[float], variances: Sequence[float]) -> tuple[float, float]:
    """Return the weighted mean and the sum of the weights."""
    weights = [1 / (squared + by_chance) for by_chance in variances]
    weight = fsum(weights)
    return fsum(each * mean for each, mean in zip(weights, means, strict=True)) / weight, weight
