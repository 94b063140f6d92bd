"""An interval for the mean of a small group that borrows its spread from earlier groups."""

import math
from dataclasses import dataclass

from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, numbers, proportion
from reports.statistics.errors import InvalidValues, TooFew
from reports.statistics.quantiles import t_quantile


@dataclass(frozen=True, slots=True)
class MeanInterval:
    """A mean, and the interval around it within the scale."""

    mean: float
    low: float
    high: float


def moderated_interval(
    values: ArrayLike,
    *,
    prior_variance: float,
    prior_df: float = 4,
    low: float = 1,
    high: float = 5,
    level: float = 0.95,
) -> MeanInterval:
    """Return the mean with a moderated t interval, cut to the scale.

    ``v = (d0 s0^2 + (n - 1) s^2) / (d0 + n - 1)`` and ``mean ± t(d0 + n - 1) sqrt(v / n)``.

    Parameters
    ----------
    values : one per person
        On the scale from ``low`` to ``high``. The mean of equal values has an interval too.
    prior_variance, prior_df
        s0^2, the variance within earlier groups, and d0, the number of observations that it counts for. With 0 it is
        the plain t interval; with ``math.inf`` the group's own spread does not count.
    low, high
        The ends of the scale.
    level
        Of the interval.

    Raises
    ------
    InvalidValues
        When a value is missing (NaN) or off the scale, or an option is impossible.
    TooFew
        With fewer than two values: one has no spread.

    Notes
    -----
    Source: Smyth 2004; the project's statistics, section A2, for d0 = 4. For the engine only: a printed interval with
    a group's own spread gives that spread away (disclosure rule R6); :mod:`reports.margins` makes what is printed.

    Examples
    --------
    >>> interval = moderated_interval([4, 4, 5, 3, 4], prior_variance=0.62)
    >>> interval.mean, round(interval.low, 2), round(interval.high, 2)
    (4.0, 3.23, 4.77)
    """
    given = _on_scale(numbers(values), low, high)
    if len(given) < 2:
        raise TooFew(f"Needs 2 values; got {len(given)}.")
    if not (0 <= prior_variance < math.inf and prior_df >= 0):
        raise InvalidValues(f"A prior variance and df are at least 0; got {prior_variance} and {prior_df}.")
    df = prior_df + len(given) - 1
    own = len(given) - 1 if math.isfinite(df) else 0
    # An infinite prior df leaves the prior alone.
    share = own / df
    variance = (1 - share) * prior_variance + share * _variance(given)
    half = t_quantile(0.5 + proportion(level, "level") / 2, df) * math.sqrt(variance / len(given))
    mean = float(given.mean())
    return MeanInterval(mean, max(mean - half, float(low)), min(mean + half, float(high)))


def _variance(values: Floats) -> float:
    # From one of the values: equal ones have a variance of exactly 0.
    return float((values - values[0]).var(ddof=1))


def _on_scale(values: Floats, low: float, high: float) -> Floats:
    if not low < high:
        raise InvalidValues(f"The scale must run upwards; got {low} to {high}.")
    if values.size and (values.min() < low or values.max() > high):
        raise InvalidValues(f"Values run from {low:g} to {high:g}; found {values.min():g} to {values.max():g}.")
    return values
