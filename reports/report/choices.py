"""Which themes, groups and changes a report names: functions of published values, ties in the order given."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from reports.disclosure.policy import HIGHEST, LOWEST
from reports.gap import Gap, GapWord, gaps
from reports.report.items import divided
from reports.report.source import Source
from reports.results import Cell
from reports.status import StatusName
from reports.trend import ThemeTrend, Trend, TrendOutcome

Difference = TypeVar("Difference", Gap, ThemeTrend)


#: More themes than this are not named together as the highest or the lowest: they lie close to each other.
NAMED_TOGETHER = 2


def standing(cell: Cell) -> Decimal | None:
    """Return the value by which an average is put in order: itself, its edge when coded, the middle of a range."""
    edges = [value for value in (cell.low, cell.high) if value is not None]
    return sum(edges, Decimal(0)) / len(edges) if edges else None


def highest(totals: Mapping[str, Cell]) -> list[str]:
    """Return the themes of which one must have the highest average, by what is printed; empty when too many could."""
    bounds = _bounds(totals)
    floor = max((low for low, _ in bounds.values()), default=Decimal(HIGHEST))
    return _few([theme for theme, (_, high) in bounds.items() if high >= floor], bounds)


def lowest(totals: Mapping[str, Cell]) -> list[str]:
    """Return the themes of which one must have the lowest average, by what is printed; empty when too many could."""
    bounds = _bounds(totals)
    ceiling = min((high for _, high in bounds.values()), default=Decimal(LOWEST))
    return _few([theme for theme, (low, _) in bounds.items() if low <= ceiling], bounds)


def _bounds(totals: Mapping[str, Cell]) -> dict[str, tuple[Decimal, Decimal]]:
    """Return between which values each shown average lies, by what is printed of it."""
    ends = Decimal(LOWEST), Decimal(HIGHEST)
    return {
        theme: (ends[0] if cell.low is None else cell.low, ends[1] if cell.high is None else cell.high)
        for theme, cell in totals.items()
        if cell.shown
    }


def _few(themes: list[str], of: Mapping[str, object]) -> list[str]:
    return themes if len(themes) <= NAMED_TOGETHER and len(themes) < len(of) else []


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


def divided_theme(source: Source) -> str | None:
    """Return the divided theme with most divided statements."""
    themes = with_status(source, StatusName.DIVIDED)
    return next((theme for theme in _by_division(source) if theme in themes), None)


def attention_theme(source: Source) -> str | None:
    """Return the theme with the lowest average of those that ask for attention for certain."""
    asking = {theme: source.totals[theme] for theme in with_status(source, StatusName.ATTENTION)}
    return next(iter(to_talk_about(asking, 1)), None)


def unknown_theme(source: Source) -> str | None:
    """Return the first theme of which many do not know."""
    return next(iter(with_status(source, StatusName.UNKNOWN)), None)


def with_status(source: Source, name: StatusName) -> list[str]:
    """Return the themes that have this status for certain, in questionnaire order."""
    return [theme for theme, status in source.status.items() if status.names == (name,)]


def most_chosen(shares: Mapping[str, Cell], count: int) -> list[str]:
    """Return the options that most chose, by what is printed; none when more than ``count`` are alike."""
    standings = {option: value for option, cell in shares.items() if (value := standing(cell)) is not None}
    most = [option for option, value in standings.items() if value == max(standings.values())]
    return most if len(most) <= count else []


def clearest_gap(source: Source) -> Gap | None:
    """Return the largest clear difference between two groups, if there is one."""
    clear = (gap for theme in source.titles for gap in gaps(source.results, theme) if gap.word == GapWord.DIFFERENT)
    return _largest(clear)


def clearest_change(trend: Trend) -> ThemeTrend | None:
    """Return the largest clear change since the round before, if there is one."""
    return _largest(theme for theme in trend.themes if theme.outcome in (TrendOutcome.RISE, TrendOutcome.FALL))


def _largest(differences: Iterable[Difference]) -> Difference | None:
    return max(differences, key=lambda each: abs(each.difference or Decimal(0)), default=None)
