"""A network's round against its round before, or all its rounds in a line, from the published values of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from reports.margins import Difference, difference
from reports.results import Cell, PublishedTheme, Response, Results


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


@dataclass(frozen=True, slots=True)
class Point:
    """One round on a theme's line: its published average; ``joined`` to the point before it, or not."""

    closed_on: date
    average: Cell
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One theme over the rounds that asked it as the last one did and show its average, oldest first."""

    theme: str
    points: tuple[Point, ...]


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


def development(rounds: Sequence[Results]) -> tuple[Line, ...]:
    """Return for each theme of the last round the line of its averages through all rounds.

    A round that asked the theme otherwise (R16) or shows no average of it has no point. Two points are joined only
    when they are of rounds that follow each other, and no more than a third of the invited changed between these; a
    line never runs past a round without a point, nor to or from a range, which is no point on the scale.

    Parameters
    ----------
    rounds
        The published results of one network, oldest first and none left out; one or more.

    Raises
    ------
    ValueError
        For no rounds, or rounds that are not in the order in which they closed.

    Notes
    -----
    Source: the project's statistics, section A6; disclosure rules R6 and R16.
    """
    if not rounds:
        raise ValueError("without rounds there is no development")
    if any(before.closed_on > now.closed_on for before, now in pairwise(rounds)):
        raise ValueError("the rounds are not in the order in which they closed")
    return tuple(Line(theme.id, tuple(_points(rounds, theme))) for theme in rounds[-1].themes)


def _points(rounds: Sequence[Results], theme: PublishedTheme) -> Iterator[Point]:
    before: Results | None = None
    for now in rounds:
        average = _average(now, theme)
        if average is not None:
            yield Point(now.closed_on, average, before is not None and _are_joined(before, now, theme))
        before = now


def _are_joined(before: Results, now: Results, theme: PublishedTheme) -> bool:
    ends = [_average(each, theme) for each in (before, now)]
    drawn = all(end is not None and end.kind != "between" for end in ends)
    return drawn and not composition_changed(before.response, now.response)


def _average(results: Results, theme: PublishedTheme) -> Cell | None:
    """Return the published average of a theme in exactly this version."""
    if results.theme(theme.id) != theme:
        return None
    cell = results.cell("theme_mean", theme.id)
    return cell if cell.shown else None


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
