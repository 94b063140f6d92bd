"""Variances of many small groups, pulled towards what they have in common."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, floats, numbers
from reports.statistics.errors import InvalidValues, NoSpread, TooFew
from reports.statistics.quantiles import digamma, polygamma

#: A variance of 0 has no logarithm: it enters the fit as this part of the median.
_SMALLEST = 1e-5
#: A variance on less says nothing, and its logarithm varies beyond all bounds.
_LEAST_DF = 0.01


@dataclass(frozen=True, slots=True)
class SqueezedVariances:
    """The prior that the variances have in common, and each variance in its light."""

    prior_variance: float
    prior_df: float
    posterior: Floats


def squeeze_variances(variances: ArrayLike, df: ArrayLike) -> SqueezedVariances:
    """Return the variances squeezed towards a prior that is estimated from all of them.

    ``posterior = (d0 s0^2 + d s^2) / (d0 + d)``. The logarithm of s^2 has a known mean and variance (digamma and
    trigamma of d / 2) around log s0^2; what it varies more gives d0, by moments: ``trigamma(d0 / 2) = excess``.

    Parameters
    ----------
    variances : one per group
        At least 0. A variance of 0 enters the estimate as a hundred-thousandth of the median.
    df : degrees of freedom of each variance, or one for all
        At least 0.01.

    Returns
    -------
    When the variances differ no more than chance, the prior df is ``math.inf``, the prior variance their plain mean,
    and so is every posterior.

    Raises
    ------
    InvalidValues
        When something is missing (NaN), a variance is negative, or a df is below 0.01.
    TooFew
        With fewer than two variances.
    NoSpread
        When half of the variances or more are 0.

    Notes
    -----
    Source: Smyth 2004. The prior df is not bounded here.

    Examples
    --------
    >>> squeezed = squeeze_variances([0.2, 1.8, 0.6, 4.0, 0.1], 12)
    >>> round(squeezed.prior_variance, 2), round(squeezed.prior_df, 2), squeezed.posterior.round(2).tolist()
    (0.33, 1.69, [0.22, 1.62, 0.57, 3.55, 0.13])
    """
    given, freedom = _checked(variances, df)
    median = float(np.median(given))
    if median == 0:
        raise NoSpread("Half of the variances or more are 0.")
    logs = np.log(np.maximum(given, _SMALLEST * median))
    centred = logs - np.array([digamma(half) - math.log(half) for half in (freedom / 2).tolist()])
    expected = float(np.mean([polygamma(1, half) for half in (freedom / 2).tolist()]))
    excess = float(centred.var(ddof=1)) - expected
    if excess <= 0:
        mean = float(given.mean())
        return SqueezedVariances(mean, math.inf, np.full(len(given), mean))
    half = _inverse_trigamma(excess)
    prior_variance = math.exp(float(centred.mean()) + digamma(half) - math.log(half))
    posterior = (2 * half * prior_variance + freedom * given) / (2 * half + freedom)
    return SqueezedVariances(prior_variance, 2 * half, posterior)


def _checked(variances: ArrayLike, df: ArrayLike) -> tuple[Floats, Floats]:
    given = numbers(variances, "variances")
    if len(given) < 2:
        raise TooFew(f"Needs 2 variances; got {len(given)}.")
    freedom = floats(df, "degrees of freedom")
    freedom = numbers(np.full(len(given), freedom) if freedom.ndim == 0 else freedom, "degrees of freedom")
    if len(freedom) != len(given):
        raise InvalidValues(f"Needs one df per variance; got {len(freedom)} for {len(given)}.")
    if given.min() < 0 or freedom.min() < _LEAST_DF:
        least = f"{given.min():g} and {freedom.min():g}"
        raise InvalidValues(f"Variances are at least 0 and df at least {_LEAST_DF}; got {least}.")
    return given, freedom


def _inverse_trigamma(y: float) -> float:
    """Return the x for which trigamma(x) is y: Newton's method on 1 / trigamma, which is nearly straight."""
    x = 0.5 + 1 / y
    for _ in range(50):
        reached = polygamma(1, x)
        step = reached * (1 - reached / y) / polygamma(2, x)
        x += step
        if abs(step) <= 1e-12 * x:
            break
    return x
