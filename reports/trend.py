"""A network's round against its round before, from the published values of both."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reports.margins import Difference, difference
from reports.results import Cell, Response, Results


class TrendOutcome(StrEnum):
    """What may be said about a theme between two rounds."""

    RISE = "rise"
    FALL = "fall"
    UNCLEAR = "unclear"
    #: The questions or the scoring changed, or the round before did not have this theme (R16).
    NOT_COMPARABLE = "not_comparable"
    #: Comparable, but one of the averages is withheld.
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True, slots=True)
class ThemeTrend:
    """One theme in two rounds.

    ``before`` is absent when the round before cannot be compared. ``difference`` (now minus before) and ``margin``
    are there only when both averages are exact: from a coded one only the word may be said.
    """

    theme: str
    outcome: TrendOutcome
    before: Cell | None
    now: Cell
    difference: Decimal | None = None
    margin: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """All themes of the later round, in its order; ``composition_changed`` breaks the line."""

    themes: tuple[ThemeTrend, ...]
    composition_changed: bool


def compare_rounds(*, before: Results, now: Results) -> Trend:
    """Compare each theme's total average of ``now`` with the round ``before`` it, of the same network.

    A theme rises or falls when the interval ``now - before`` plus and minus the margin of
    :func:`reports.margins.difference_margin` excludes 0. With an edge-coded average the interval runs from that edge to
    the end of the scale, so that the word follows from the edge alone.

    Notes
    -----
    Source: the project's statistics, section A6; disclosure rules R6 (published values only) and R16 (only themes
    with identical item versions and scoring). Answers of the two rounds are not linked.
    """
    themes = tuple(_theme_trend(theme.id, before, now) for theme in now.themes)
    return Trend(themes, composition_changed(before.response, now.response))


def composition_changed(before: Response, now: Response) -> bool:
    """Whether more than a third of the invited changed, counted against the larger of the two rounds.

    Against the larger, because people who left change a network as much as people who came. When nobody counted
    how many were invited before, the answer is the careful one.
    """
    if now.invited_before is None:
        return True
    larger = max(before.invited, now.invited)
    return 3 * (larger - now.invited_before) > larger


def _theme_trend(theme: str, before: Results, now: Results) -> ThemeTrend:
    current = now.cell("theme_mean", theme)
    if before.theme(theme) != now.theme(theme):
        return ThemeTrend(theme, TrendOutcome.NOT_COMPARABLE, None, current)
    earlier = before.cell("theme_mean", theme)
    change = difference(current, earlier)
    if change is None:
        return ThemeTrend(theme, TrendOutcome.NOT_SHOWN, earlier, current)
    margin = None if change.exact is None else change.margin
    return ThemeTrend(theme, _outcome(change), earlier, current, change.exact, margin)


def _outcome(change: Difference) -> TrendOutcome:
    if change.clearly_positive:
        return TrendOutcome.RISE
    return TrendOutcome.FALL if change.clearly_negative else TrendOutcome.UNCLEAR
