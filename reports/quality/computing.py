"""Pooled answers -> the quality study: reliability, differences between networks, habits of answering."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reports.disclosure.policy import HIGHEST, LOWEST, MIN_ITEMS, VERSION
from reports.quality.pooled import PooledAnswers, ThemeAnswers
from reports.quality.resampling import clusters_of, resampled_interval
from reports.quality.study import STEP, Estimate, ItemQuality, QualityStudy, ThemeQuality, check_size
from reports.scoring import NO_NUMBER, score_theme
from reports.statistics import (
    IntraclassCorrelation,
    StatisticsError,
    cronbach_alpha,
    intraclass_correlation,
    item_rest_correlations,
    mcdonald_omega,
)
from reports.straight_lining import FEWEST_ANSWERS, straight_liners

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StudyFacts:
    """What the study is of: a questionnaire version, a year, and the rounds that were not in a study before."""

    questionnaire: str
    questionnaire_version: str
    questionnaire_hash: str
    year: int
    rounds: tuple[str, ...]


def study_quality(pooled: PooledAnswers, *, facts: StudyFacts) -> QualityStudy:
    """Compute one year's quality study from new respondents.

    Per theme: alpha with Feldt's interval; omega with an interval from drawing whole networks again and again, because
    respondents are nested in them; ICC(1) and ICC(2) of the theme scores over networks; the item-rest correlations;
    and how often "don't know" was said, of all who said that or gave a number. Of all themes: how many gave the same
    answer to at least 90% of at least 20 answered items. Coefficients are rounded half up to hundredths, rates to 5%.

    Parameters
    ----------
    pooled
        Every new respondent, with the network of each.

    Raises
    ------
    TooLittleForAStudy
        With fewer than 200 respondents or 10 networks.

    Notes
    -----
    Source: the project's statistics, section A7; disclosure rule R17. Poor figures are figures: left out is only what
    the answers do not define (everybody said the same), and the coefficients of themes that are too short for a score.
    """
    check_size(len(pooled.networks), len(set(pooled.networks)))
    return QualityStudy(
        policy=VERSION,
        questionnaire=facts.questionnaire,
        questionnaire_version=facts.questionnaire_version,
        questionnaire_hash=facts.questionnaire_hash,
        year=facts.year,
        rounds=facts.rounds,
        respondents=len(pooled.networks),
        networks=len(set(pooled.networks)),
        straight_lining=_straight_lining([theme.numbers for theme in pooled.themes]),
        themes=tuple(_theme(theme, pooled) for theme in pooled.themes),
    )


def _straight_lining(themes: list[NDArray[np.int8]]) -> Decimal | None:
    """Count as it was answered: agreeing with everything is straight-lining, also where items are reversed."""
    if not themes:
        return None
    numbers = np.hstack(themes)
    enough = np.count_nonzero(numbers, axis=1) >= FEWEST_ANSWERS
    return _rate(int(np.count_nonzero(straight_liners(numbers))), int(np.count_nonzero(enough)))


def _theme(theme: ThemeAnswers, pooled: PooledAnswers) -> ThemeQuality:
    scored = len(theme.items) >= MIN_ITEMS
    recoded = _recoded(theme)
    icc = _icc(theme, pooled) if scored else None
    return ThemeQuality(
        id=theme.id,
        items=_items(theme, recoded),
        dont_know=_dont_know(theme.dont_know, theme.numbers),
        alpha=_defined(lambda: _alpha(recoded)) if scored else None,
        omega=_defined(lambda: _omega(recoded, pooled)) if scored else None,
        icc1=_hundredths(icc.icc1) if icc else None,
        icc2=_hundredths(icc.icc2) if icc else None,
    )


def _recoded(theme: ThemeAnswers) -> NDArray[np.float64]:
    numbers = theme.numbers.astype(np.float64)
    favourable = np.where(theme.is_reversed, LOWEST + HIGHEST - numbers, numbers)
    return np.where(theme.numbers == NO_NUMBER, np.nan, favourable)


def _items(theme: ThemeAnswers, recoded: NDArray[np.float64]) -> tuple[ItemQuality, ...]:
    correlations = _defined(lambda: item_rest_correlations(recoded).tolist()) or [math.nan] * len(theme.items)
    rates = [_dont_know(*columns) for columns in zip(theme.dont_know.T, theme.numbers.T, strict=True)]
    return tuple(
        ItemQuality(key, version, rate, _hundredths(correlation))
        for (key, version), rate, correlation in zip(theme.items, rates, correlations, strict=True)
    )


def _alpha(recoded: NDArray[np.float64]) -> Estimate:
    alpha = cronbach_alpha(recoded)
    return _estimate(alpha.value, alpha.low, alpha.high)


def _omega(recoded: NDArray[np.float64], pooled: PooledAnswers) -> Estimate:
    value = mcdonald_omega(recoded)
    return _estimate(value, *resampled_interval(mcdonald_omega, recoded, clusters_of(pooled.networks)))


def _icc(theme: ThemeAnswers, pooled: PooledAnswers) -> IntraclassCorrelation | None:
    scores = score_theme(theme.numbers, theme.is_reversed)
    values = scores.numerators[scores.valid] / scores.denominator
    networks = [network for network, valid in zip(pooled.networks, scores.valid, strict=True) if valid]
    return _defined(lambda: intraclass_correlation(values, networks))


def _defined(statistic: Callable[[], T]) -> T | None:
    """Return the statistic, or ``None`` when these answers do not define it."""
    try:
        return statistic()
    except StatisticsError:
        return None


def _dont_know(unknown: NDArray[np.bool_], numbers: NDArray[np.int8]) -> Decimal | None:
    count = int(np.count_nonzero(unknown))
    return _rate(count, count + int(np.count_nonzero(numbers)))


def _rate(count: int, of: int) -> Decimal | None:
    """Return a share in steps of 5%, half a step upwards; ``None`` of nobody."""
    if of == 0:
        return None
    return math.floor(Fraction(count, of) / Fraction(STEP) + Fraction(1, 2)) * STEP


def _estimate(value: float, low: float, high: float) -> Estimate:
    return Estimate(_rounded(value), _rounded(low), _rounded(high))


def _hundredths(value: float) -> Decimal | None:
    return _rounded(value) if math.isfinite(value) else None


def _rounded(value: float) -> Decimal:
    # Adding 0 takes the sign off a zero.
    return Decimal(repr(float(value))).quantize(Decimal("0.01"), ROUND_HALF_UP) + 0
