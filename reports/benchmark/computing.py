"""The figures of one theme from the published values of many networks; ``None`` when they are too few (R7)."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import sqrt
from statistics import median, quantiles

from reports.benchmark.collecting import Part
from reports.benchmark.edition import HUNDREDTH, MIN_ANSWERS, MIN_NETWORKS, GapFigures, ThemeFigures
from reports.disclosure.grid import half_up
from reports.margins import SPREAD
from reports.results import Cell, PublishedTheme

_TENTH = Decimal("0.1")


def entering(cell: Cell) -> tuple[Decimal, int] | None:
    """Return the value by which an average is compared, and its number of answers; ``None`` when it is not.

    An exact average is itself, a coded one its edge; a range is nothing, nor is what is withheld.
    """
    value = cell.high if cell.kind == "at_most" else cell.low
    if cell.kind == "between" or value is None or cell.n is None:
        return None
    return value, cell.n


def theme_figures(theme: PublishedTheme, parts: Collection[Part], since: date) -> ThemeFigures | None:
    """Return quartiles, mean and spread of the published averages.

    Quartiles lie at place ``(M - 1) p + 1`` of the M sorted averages, between the two nearest in proportion (R's
    type 7), exactly; then rounded half up to tenths. Mean, its standard error and the spread between networks are by
    restricted maximum likelihood with ``s0^2 / n`` as the variance of each average by chance, ``s0 = 0.79``
    (:func:`reports.statistics.shrunken_means`), rounded half up to hundredths.
    """
    # Sorted, so that not even the last digit depends on the order in which networks come.
    entered = sorted(value for part in parts if (value := entering(part.total)))
    answers = sum(n for _, n in entered)
    if len(entered) < MIN_NETWORKS or answers < MIN_ANSWERS:
        return None
    quartiles = quantiles([Fraction(value) for value, _ in entered], n=4, method="inclusive")
    lower, middle, upper = (half_up(each) for each in quartiles)
    return ThemeFigures(theme, since, len(entered), answers, lower, middle, upper, *_spread(entered))


def _spread(entered: Sequence[tuple[Decimal, int]]) -> tuple[Decimal, Decimal, Decimal]:
    """Return the mean of all networks, its standard error, and the standard deviation between networks."""
    from reports.statistics import shrunken_means  # it brings SciPy, which no page needs

    averages, by_chance = [float(value) for value, _ in entered], [float(SPREAD) ** 2 / n for _, n in entered]
    found = shrunken_means(averages, by_chance)
    return _hundredths(found.mean), _hundredths(found.mean_se), _hundredths(sqrt(found.between_variance))


def gap_figures(
    theme: PublishedTheme, pair: tuple[str, str], parts: Collection[Part], since: date
) -> GapFigures | None:  # fmt: skip
    """Return the median of the published differences between two groups.

    Rounded to tenths, half a tenth away from 0, so that it does not matter which group comes first.
    """
    differences = [part.gaps[pair] for part in parts if pair in part.gaps]
    if len(differences) < MIN_NETWORKS:
        return None
    return GapFigures(theme, since, *pair, len(differences), median(differences).quantize(_TENTH, ROUND_HALF_UP))


def _hundredths(value: float) -> Decimal:
    return Decimal(value).quantize(HUNDREDTH, ROUND_HALF_UP)
