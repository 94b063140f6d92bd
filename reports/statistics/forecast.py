"""How many will have sent in when a round closes: from the totals of earlier rounds, and of this one until now."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reports.statistics.errors import InvalidValues

#: The part of outcomes that the interval is to hold; equal parts lie below and above it.
COVERAGE: Final = 0.8
#: What is taken for the correlation within a round as long as few rounds say what it is, and how many rounds that
#: counts for: with it, two thirds of the rounds lie within 15 points of the mean.
_PRIOR_CORRELATION: Final = 0.1
_PRIOR_ROUNDS: Final = 5
_MOST_CORRELATION: Final = 0.9
_GRID: Final = 400
#: A chance as good as none, of which a logarithm can be taken.
_NEVER: Final = 1e-15

_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class EarlierRound:
    """A published round: how many were invited, how many of them sent in, and for how many rounds it counts."""

    invited: int
    sent_in: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Beta:
    """The response that a round of these networks has, as a beta distribution."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The mean response."""
        return self.a / (self.a + self.b)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Between what numbers the final response lies with a chance of 80 in 100, or slightly more; both included."""

    low: int
    high: int
    invited: int


def response_of(earlier: Sequence[EarlierRound]) -> Beta | None:
    """Estimate the distribution of response over rounds, by moments; ``None`` without an earlier round.

    With ``n`` invited, ``y`` sent in and weight ``w`` per round, and ``k`` rounds:
    ``m = (sum(w y) + 1) / (sum(w n) + 2)``;
    ``r = (k / (k - 1) sum(w n (y/n - m)^2) / (m (1 - m)) - sum(w)) / sum(w (n - 1))``, the correlation within a
    round, held between 0 and 0.9; ``R = (k r + 5 0.1) / (k + 5) (1 + 1/k)``, drawn to 0.1 by five rounds that were
    not seen, and widened because the mean is estimated as well; ``a = m (1/R - 1)``, ``b = (1 - m) (1/R - 1)``.

    Parameters
    ----------
    earlier : published rounds
        Those to which nobody was invited are left out.

    Raises
    ------
    InvalidValues
        When more sent in than were invited, or a number is below zero.

    Notes
    -----
    Source: Skellam 1948 for the beta-binomial distribution; Kleinman 1973 for its moment estimates with unequal
    sizes. The five unseen rounds and the widening are ours. With one round ``r`` is 0.1.

    Examples
    --------
    >>> found = response_of([EarlierRound(20, 14), EarlierRound(24, 15), EarlierRound(16, 13)])
    >>> round(found.mean, 3), round(found.a + found.b, 1)
    (0.694, 11.0)
    """
    if any(not 0 <= each.sent_in <= each.invited for each in earlier):
        raise InvalidValues("More cannot send in than were invited.")
    rounds = [each for each in earlier if each.invited]
    if not rounds:
        return None
    n, y, w = (np.array(each, float) for each in zip(*((r.invited, r.sent_in, r.weight) for r in rounds), strict=True))
    mean = (float(w @ y) + 1) / (float(w @ n) + 2)
    seen = _correlation(n, y, w, mean)
    k = len(rounds)
    correlation = (k * seen + _PRIOR_ROUNDS * _PRIOR_CORRELATION) / (k + _PRIOR_ROUNDS) * (1 + 1 / k)
    certainty = 1 / min(correlation, _MOST_CORRELATION) - 1
    return Beta(mean * certainty, (1 - mean) * certainty)


def _correlation(n: _Numbers, y: _Numbers, w: _Numbers, mean: float) -> float:
    k, room = len(n), float(w @ (n - 1))
    if k == 1 or room == 0:
        return _PRIOR_CORRELATION
    spread = k / (k - 1) * float((w * n) @ np.square(y / n - mean)) / (mean * (1 - mean))
    return min(max((spread - float(w.sum())) / room, 0.0), _MOST_CORRELATION)


def final_response(response: Beta, *, invited: int, sent_in: int, passed: float) -> Forecast:
    """Say how many of the invited will have sent in at the end, given how many have until now.

    Each person sends in with a chance ``p ~ Beta(a, b)`` that is the round's own; who does, has done so by now with
    chance ``g = sqrt(passed)``. With ``s`` of ``n`` sent in, ``p`` has density
    ``p^(a + s - 1) (1 - p)^(b - 1) (1 - p g)^(n - s)``, and each of the others still sends in with chance
    ``p (1 - g) / (1 - p g)``. Limits are the smallest numbers that are not exceeded with chance 0.1 and 0.9.

    Parameters
    ----------
    response : of ``response_of``
    invited, sent_in : totals of this round
    passed : the part of its days that has passed, 0 to 1

    Raises
    ------
    InvalidValues
        When a number is impossible.

    Notes
    -----
    Before anything has passed this is the beta-binomial distribution; at the end it is what was sent in. That half of
    them come in the first quarter of the time (the root) is taken from what mailed surveys with reminders usually
    show (Dillman, Smyth & Christian 2014, chapter 9); times of answers are kept nowhere, so it cannot be estimated.
    The density is summed over 400 values of ``p``.

    Examples
    --------
    >>> before = Beta(7, 3)
    >>> final_response(before, invited=24, sent_in=0, passed=0)
    Forecast(low=11, high=22, invited=24)
    >>> final_response(before, invited=24, sent_in=14, passed=0.7)
    Forecast(low=15, high=19, invited=24)
    """
    if not (0 <= sent_in <= invited and 0 <= passed <= 1):
        raise InvalidValues("More cannot send in than were invited, nor can more time pass than there is.")
    done = math.sqrt(passed)
    p = (np.arange(_GRID) + 0.5) / _GRID
    log_density = (response.a + sent_in - 1) * np.log(p) + (response.b - 1) * np.log1p(-p)
    log_density += (invited - sent_in) * np.log1p(-p * done)
    density = np.exp(log_density - log_density.max())
    still = p * (1 - done) / (1 - p * done)
    chances = _binomial(invited - sent_in, still) @ (density / density.sum())
    low, high = np.searchsorted(np.cumsum(chances), [(1 - COVERAGE) / 2, (1 + COVERAGE) / 2])
    return Forecast(sent_in + int(low), min(sent_in + int(high), invited), invited)


def _binomial(trials: int, chance: _Numbers) -> _Numbers:
    """Return the chance of each number of successes (rows) for each chance of one (columns)."""
    successes = np.arange(trials + 1.0)[:, None]
    factorials = np.array([math.lgamma(each + 1) for each in range(trials + 1)])
    ways = (factorials[-1] - factorials - factorials[::-1])[:, None]
    sure = np.clip(chance, _NEVER, 1 - _NEVER)
    return np.exp(ways + successes * np.log(sure) + (trials - successes) * np.log1p(-sure))
