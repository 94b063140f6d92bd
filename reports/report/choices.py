"""Which themes, groups and changes a report names: functions of published values, ties in the order given."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from reports.disclosure.policy import HIGHEST, LOWEST
from reports.gap import Gap, GapWord
from reports.margins import difference, mean_margin
from reports.report.items import divided
from reports.report.source import Source
from reports.results import Cell
from reports.status import StatusName
from reports.trend import ThemeTrend, Trend, TrendOutcome

#: More themes than this are not named together as the highest or the lowest: they lie close to each other.
NAMED_TOGETHER = 2


def standing(cell: Cell) -> Decimal | None:
    """Return the value by which an average is put in order: itself, its edge when coded, the middle of a range."""
    edges = [value for value in (cell.low, cell.high) if value is not None]
    return sum(edges, Decimal(0)) / len(edges) if edges else None


def highest(totals: Mapping[str, Cell]) -> list[str]:
    """Return the themes whose averages are certainly the highest: their margins lie above those of all others."""
    ends = _ends(totals)
    return _apart({theme: (-high, -low) for theme, (low, high) in ends.items()})


def lowest(totals: Mapping[str, Cell]) -> list[str]:
    """Return the themes whose averages are certainly the lowest: their margins lie below those of all others."""
    return _apart(_ends(totals))


def _apart(ends: Mapping[str, tuple[Decimal, Decimal]]) -> list[str]:
    """Return the one or two themes that end before all others begin, in the order given; the others are more."""
    ordered = sorted(ends, key=lambda theme: ends[theme][1])
    for count in range(1, min(NAMED_TOGETHER, (len(ordered) - 1) // 2) + 1):
        first, others = ordered[:count], ordered[count:]
        if max(ends[theme][1] for theme in first) < min(ends[theme][0] for theme in others):
            return [theme for theme in ends if theme in first]
    return []


def _ends(totals: Mapping[str, Cell]) -> dict[str, tuple[Decimal, Decimal]]:
    """Return where the margin of each average begins and ends; of what is not shown that can be anywhere."""
    return {theme: (_end(cell, cell.low, "low"), _end(cell, cell.high, "high")) for theme, cell in totals.items()}


def _end(cell: Cell, value: Decimal | None, side: Literal["low", "high"]) -> Decimal:
    if value is None:
        return Decimal(LOWEST if side == "low" else HIGHEST)
    margin = mean_margin(replace(cell, kind="exact", low=value, high=value))
    return value if margin is None else getattr(margin, side)


def to_talk_about(totals: Mapping[str, Cell], count: int) -> list[str]:
    """Return the themes that ask for a conversation most: the lowest averages, ties in the order given."""
    standings = {theme: value for theme, cell in totals.items() if (value := standing(cell)) is not None}
    return sorted(standings, key=lambda theme: standings[theme])[:count]


def to_discuss(source: Source) -> list[str]:
    """Return the two themes to talk about: the lowest average, and the one with most divided statements.

    Where no other theme has any, it is the next lowest average.
    """
    low = to_talk_about(source.totals, len(source.totals))
    first = low[:1]
    others = [theme for theme in [*_by_division(source), *low] if theme not in first]
    return [*first, *others[:1]]


def divided_items(source: Source) -> dict[str, int]:
    """Return how many statements are divided for certain, of every theme that shows an average and has any."""
    found = Counter(each.theme for each in divided(source.items))
    return {theme: found[theme] for theme in source.shown if found[theme]}


def _by_division(source: Source) -> list[str]:
    counts = divided_items(source)
    return sorted(counts, key=lambda theme: -counts[theme])


def with_status(source: Source, name: StatusName) -> list[str]:
    """Return the themes that have this status for certain, in questionnaire order."""
    return [theme for theme, status in source.status.items() if status.names == (name,)]


def most_chosen(shares: Mapping[str, Cell], count: int) -> list[str]:
    """Return the options that most chose, by what is printed; none when more than ``count`` are alike."""
    standings = {option: value for option, cell in shares.items() if (value := standing(cell)) is not None}
    most = [option for option, value in standings.items() if value == max(standings.values())]
    return most if len(most) <= count else []


def clear_gaps(source: Source) -> list[list[Gap]]:
    """Return the clear differences between groups, by who sees more and who less; the largest first.

    Those of one pair are in questionnaire order.
    """
    clear = [gap for found in source.gaps.values() for gap in found if gap.word == GapWord.DIFFERENT]
    pairs: dict[tuple[str, str], list[Gap]] = {}
    for gap in sorted(clear, key=lambda each: -_least(each.first, each.second)):
        pairs.setdefault((gap.higher or "", gap.lower), []).append(gap)
    return [[gap for gap in clear if gap in found] for found in pairs.values()]


def clear_changes(trend: Trend) -> list[ThemeTrend]:
    """Return the clear changes since the round before, the largest first."""
    clear = [theme for theme in trend.themes if theme.outcome in (TrendOutcome.RISE, TrendOutcome.FALL)]
    return sorted(clear, key=lambda each: -_least(each.now, each.before))


def _least(one: Cell, other: Cell | None) -> Decimal:
    """Return by how much two averages differ at least; a coded one enters by its edge."""
    between = difference(one, other) if other else None
    return max(between.low, -between.high) if between else Decimal(0)
