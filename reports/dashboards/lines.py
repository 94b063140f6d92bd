"""One network over all its rounds: of each theme a line, broken where rounds cannot be laid beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.dashboards.given import ComparedNetwork
from reports.dashboards.words import columns_of
from reports.margins import mean_margin
from reports.report.drawing import mark
from reports.report.figures import Figure, LinePoint, Lines
from reports.report.tables import Column, Table
from reports.report.values import Value, average, margin, texts
from reports.results import TOTAL, Cell
from reports.standing import ThemeStanding
from reports.wording import Words, words
from reports.wording.words import inline


@dataclass(frozen=True, slots=True)
class StoodRound:
    """One released round; ``composition_changed`` since the round before, ``None`` where that has no report."""

    network: ComparedNetwork
    composition_changed: bool | None

    @property
    def closed_on(self) -> date:
        """The day on which it closed."""
        return self.network.closed_on


@dataclass(frozen=True, slots=True)
class StoodPoint:
    """One round on a line, by its place among the rounds; ``joined`` to the point before it, or not."""

    place: int
    average: Cell
    joined: bool = False


def points_of(rounds: Sequence[StoodRound], theme: str) -> tuple[StoodPoint, ...]:
    """Return the line of a theme of the last round: the same that ``reports.trend.development`` makes of the results.

    Parameters
    ----------
    rounds
        The released rounds of one network, the first one first; one or more.
    theme
        One that the last round asked.
    """
    version = rounds[-1].network.by_theme[theme].version
    averages = [_average(each, theme, version) for each in rounds]
    return tuple(
        StoodPoint(place, average, place > 0 and _are_joined(averages[place - 1], average, rounds[place]))
        for place, average in enumerate(averages)
        if average
    )


def _average(of: StoodRound, theme: str, version: str) -> Cell | None:
    """Return the published average of a theme in exactly this version (disclosure rule R16)."""
    found = of.network.by_theme.get(theme)
    return found.average if found and found.version == version and found.average.shown else None


def _are_joined(before: Cell | None, now: Cell, later: StoodRound) -> bool:
    drawn = all(end is not None and end.kind != "between" for end in (before, now))
    return drawn and later.composition_changed is False


def line_figures(language: str, rounds: Sequence[StoodRound], titles: Mapping[str, str]) -> tuple[Figure, ...]:
    """Return a chart of each theme of the last round that shows an average somewhere, in the order of ``titles``."""
    said, themes = words(language), columns_of([rounds[-1].network], titles)
    lines = {theme: points_of(rounds, theme) for theme in themes}
    return tuple(_figure(said, rounds, (theme, title), lines[theme]) for theme, title in themes.items() if lines[theme])


def _figure(said: Words, rounds: Sequence[StoodRound], theme: tuple[str, str], points: Sequence[StoodPoint]) -> Figure:
    id, title = theme
    return Figure(
        id=f"lines-{id}",
        answer=said.say(
            "lines.answer", theme=title, word=said.say(f"lines.word.{_change(rounds, len(rounds) - 1, id)}")
        ),
        how=said.say("lines.people") if rounds[-1].composition_changed else "",
        alt=said.say("lines.alt", theme=inline(title)),
        key=(),
        drawing=Lines(_names(said, rounds), tuple(_drawn(said, points))),
        table=lines_table(said.language, rounds, {id: title}, id=f"lines-{id}"),
    )


def _drawn(said: Words, points: Sequence[StoodPoint]) -> Iterator[LinePoint]:
    for each in points:
        if drawn := mark(TOTAL, each.average):
            yield LinePoint(each.place, drawn, said.short_value(each.average), each.joined)


def _names(said: Words, rounds: Sequence[StoodRound]) -> tuple[str, ...]:
    """Name each round by so much of its date that it differs from the round before, or the first from the second."""
    days = [each.closed_on for each in rounds]
    beside = [*days[1:2], *days] if len(days) > 1 else [None]
    return tuple(said.period(day, other) for day, other in zip(days, beside, strict=False))


def _change(rounds: Sequence[StoodRound], place: int, theme: str) -> str:
    """Return what is said of a theme in a round; of one after a round without a report nothing can be."""
    outcome = rounds[place].network.by_theme[theme].outcome
    return outcome or ("not_shown" if place else "first")


def lines_table(
    language: str, rounds: Sequence[StoodRound], titles: Mapping[str, str], *, id: str = "development-rounds"
) -> Table:
    """Return every theme of every round: its average and margin, and what it was beside the round before."""
    said = words(language)
    heads = ("column.theme", "compare.closed", "column.mean", "column.margin", "development.what", "development.people")
    columns = tuple(Column(said.say(head), numeric=place in (2, 3)) for place, head in enumerate(heads))
    rows = tuple(
        _row(said, title, each, each.network.by_theme[theme], _change(rounds, place, theme))
        for theme, title in titles.items()
        for place, each in enumerate(rounds)
        if theme in each.network.by_theme
    )
    return Table(id, said.say("lines.table", network=rounds[-1].network.name), columns, rows, reach="data")


def _row(said: Words, title: str, each: StoodRound, found: ThemeStanding, change: str) -> tuple[Value, ...]:
    people = said.say("development.composition") if each.composition_changed else "–"
    return (
        *texts(title, said.in_full(each.closed_on)),
        average(said, found.average),
        margin(said, mean_margin(found.average)),
        *texts(said.say(f"development.word.{change}"), people),
    )
