"""Which themes, groups and changes a report names: functions of published values, ties in the order given."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from reports.gap import Gap, GapWord, gaps
from reports.report.source import Source
from reports.results import Cell
from reports.trend import ThemeTrend, Trend, TrendOutcome

Difference = TypeVar("Difference", Gap, ThemeTrend)


def standing(cell: Cell) -> Decimal | None:
    """Return the value by which an average is compared with others: itself, or its edge when it is coded.

    A range has no such value, nor has a withheld average.
    """
    return {"exact": cell.low, "at_least": cell.low, "at_most": cell.high}.get(cell.kind)


def extremes(totals: Mapping[str, Cell]) -> tuple[str, str] | None:
    """Return the themes with the highest and the lowest average; ``None`` when no two differ."""
    standings = {theme: value for theme, cell in totals.items() if (value := standing(cell)) is not None}
    if len(set(standings.values())) < 2:
        return None
    return max(standings, key=lambda theme: standings[theme]), min(standings, key=lambda theme: standings[theme])


def to_talk_about(totals: Mapping[str, Cell], count: int) -> list[str]:
    """Return the themes that ask for a conversation most: the lowest averages, and then the ranges."""
    shown = {theme: standing(cell) for theme, cell in totals.items() if cell.shown}
    return sorted(shown, key=lambda theme: (shown[theme] is None, shown[theme] or 0))[:count]


def clearest_gap(source: Source) -> Gap | None:
    """Return the largest clear difference between two groups, if there is one."""
    clear = (gap for theme in source.titles for gap in gaps(source.results, theme) if gap.word == GapWord.DIFFERENT)
    return _largest(clear)


def clearest_change(trend: Trend) -> ThemeTrend | None:
    """Return the largest clear change since the round before, if there is one."""
    return _largest(theme for theme in trend.themes if theme.outcome in (TrendOutcome.RISE, TrendOutcome.FALL))


def _largest(differences: Iterable[Difference]) -> Difference | None:
    return max(differences, key=lambda each: abs(each.difference or Decimal(0)), default=None)
