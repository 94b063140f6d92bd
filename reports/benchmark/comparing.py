"""One network's published averages beside a benchmark edition, in a word."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from reports.benchmark.computing import entering
from reports.benchmark.edition import Edition, ThemeFigures
from reports.disclosure.policy import HIGHEST, LOWEST
from reports.margins import SPREAD, mean_margin
from reports.results import Cell, Results

_NORMAL_95: Final = Fraction("1.96")


class BenchmarkWord(StrEnum):
    """What may be said about a network's theme beside the other networks."""

    #: Within the middle half of the other networks, as it is printed.
    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"
    #: Outside that middle half, but this can be chance.
    OUTSIDE = "outside"
    #: Chance explains all differences between the networks.
    HARDLY_DIFFER = "hardly_differ"
    #: The network's own average is withheld or leaves open where it lies, or too few networks have this theme.
    NOT_SHOWN = "not_shown"
    #: The edition has this theme only with other questions or another scoring (R16).
    NOT_COMPARABLE = "not_comparable"


class BenchmarkSituation(StrEnum):
    """What is said of a theme: its word, with the side that it is on, or why there is none; what is clear first."""

    HIGHER = "higher"
    LOWER = "lower"
    ABOVE = "above"
    BELOW = "below"
    #: The network's own average is a range that lies outside the middle half: whether by chance, nobody can say.
    RANGE_ABOVE = "range_above"
    RANGE_BELOW = "range_below"
    SAME = "same"
    HARDLY_DIFFER = "hardly_differ"
    NOT_COMPARABLE = "not_comparable"
    #: The network's own average is a range or an edge that leaves open where it lies.
    NOT_EXACT = "not_exact"
    NOT_SHOWN = "not_shown"


#: What is said of a side when it is clear.
_CLEAR: Final = {
    BenchmarkSituation.ABOVE: BenchmarkWord.HIGHER,
    BenchmarkSituation.BELOW: BenchmarkWord.LOWER,
}

#: What is said of a range that is on a side.
_OF_RANGES: Final = {
    BenchmarkSituation.ABOVE: BenchmarkSituation.RANGE_ABOVE,
    BenchmarkSituation.BELOW: BenchmarkSituation.RANGE_BELOW,
}


@dataclass(frozen=True, slots=True)
class BenchmarkOutcome:
    """One theme of a network beside an edition; ``figures`` are the edition's, if it has this theme and version.

    The estimate behind the word is not here: it is not printed.
    """

    theme: str
    word: BenchmarkWord
    own: Cell
    figures: ThemeFigures | None = None

    @property
    def situation(self) -> BenchmarkSituation:
        """What is said of it."""
        if self.figures and self.own.shown and self.word in (BenchmarkWord.OUTSIDE, BenchmarkWord.NOT_SHOWN):
            place = _place(self.own, self.figures)
            return _OF_RANGES.get(place, place) if self.own.kind == "between" else place
        return BenchmarkSituation(self.word)


def compare(results: Results, theme: str, edition: Edition) -> BenchmarkOutcome:
    """Compare the published average of a theme with the networks of an edition.

    Within the middle half of the other networks, as it is printed, the average is about the same. Outside it is higher
    or lower when that is clear, and else only outside. With ``m`` the average, ``n`` its answers, ``v = s0^2 / n`` and
    ``s0 = 0.79``; and of the edition ``tau``, the standard error ``e`` of its mean, the number of networks ``M``, and
    ``mu``: its mean or its median, whichever lies nearer to ``m``::

        B = tau^2 / (tau^2 + v)
        estimate - mu = B (m - mu)
        variance = B v + (1 - B)^2 e^2 + 2 / (M - 3) (1 - B)^2 (m - mu)^2

    It is clear when ``mu`` lies outside the estimate plus and minus 1.96 standard deviations, and the printed margin
    of ``m`` leaves the printed median out. When ``tau`` is 0 the networks hardly differ.

    A coded average enters by its edge. Where all that is printed of it leaves open on which side of the middle half it
    lies, nothing is said. A range has no edge to enter by: it lies within the middle half, above it or below it.

    Parameters
    ----------
    results
        The published results of a round that has the theme.
    theme
        Its id.
    edition
        The edition that the report took.

    Raises
    ------
    KeyError
        When these results have no such theme.

    Notes
    -----
    Source: the project's statistics, section A5 (empirical Bayes; the last term after Morris). Exact arithmetic: the
    word follows from the printed values alone.
    """
    own, version = results.cell("theme_mean", theme), results.theme(theme)
    figures = edition.figures(version) if version else None
    if figures is None:
        others = any(each.theme.id == theme for each in edition.themes)
        word = BenchmarkWord.NOT_COMPARABLE if others else BenchmarkWord.NOT_SHOWN
        return BenchmarkOutcome(theme, word, own)
    return BenchmarkOutcome(theme, _word(own, figures), own, figures)


def comparisons(results: Results, edition: Edition) -> tuple[BenchmarkOutcome, ...]:
    """Compare every theme that has an average, in questionnaire order."""
    return tuple(compare(results, theme.id, edition) for theme in results.themes)


def _word(own: Cell, figures: ThemeFigures) -> BenchmarkWord:
    if not own.shown:
        return BenchmarkWord.NOT_SHOWN
    if not figures.spread:
        return BenchmarkWord.HARDLY_DIFFER
    place = _place(own, figures)
    if place not in _CLEAR:
        return BenchmarkWord.SAME if place == BenchmarkSituation.SAME else BenchmarkWord.NOT_SHOWN
    entered = entering(own)
    is_clear = entered and _is_apart(*entered, figures) and _leaves_out(own, figures.median)
    return _CLEAR[place] if is_clear else BenchmarkWord.OUTSIDE


def _place(own: Cell, figures: ThemeFigures) -> BenchmarkSituation:
    """Say on which side of the printed middle half all lies that the average can be, as it is printed."""
    low = Decimal(LOWEST) if own.low is None else own.low
    high = Decimal(HIGHEST) if own.high is None else own.high
    if low > figures.upper:
        return BenchmarkSituation.ABOVE
    if high < figures.lower:
        return BenchmarkSituation.BELOW
    is_within = figures.lower <= low and high <= figures.upper
    return BenchmarkSituation.SAME if is_within else BenchmarkSituation.NOT_EXACT


def _leaves_out(own: Cell, median: Decimal) -> bool:
    """Whether the printed margin, if there is one, does not hold the printed median."""
    margin = mean_margin(own)
    return margin is None or not margin.low <= median <= margin.high


def _is_apart(value: Decimal, n: int, figures: ThemeFigures) -> bool:
    """Whether the interval of the estimate leaves out both middles of the networks; by squares, which need no root."""
    low, high = sorted([figures.mean, figures.median])
    if low <= value <= high:
        return False
    middle = low if value < low else high
    by_chance, between = Fraction(SPREAD) ** 2 / n, Fraction(figures.spread) ** 2
    trust = between / (between + by_chance)
    distance = Fraction(value) - Fraction(middle)
    doubt = Fraction(figures.mean_error) ** 2 + Fraction(2, figures.networks - 3) * distance**2
    variance = trust * by_chance + (1 - trust) ** 2 * doubt
    return (trust * distance) ** 2 > _NORMAL_95**2 * variance
