"""Networks side by side: the grid of all themes, and of each theme a chart with the edition's band."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.benchmark import Edition
from reports.dashboards.given import ComparedNetwork, Theme, themes_of
from reports.dashboards.grid import NetworkGrid, grid, grid_table
from reports.margins import mean_margin
from reports.report.drawing import figure_ends, mark, status_mark
from reports.report.figures import Band, Dots, Figure, Row, Series
from reports.report.tables import Column, Table
from reports.report.values import Value, average, margin
from reports.results import TOTAL
from reports.standing import ThemeStanding
from reports.status import Status, StatusName
from reports.wording import Words, others_value, words
from reports.wording.sentences import status_words
from reports.wording.words import inline


@dataclass(frozen=True, slots=True)
class Compared:
    """What "Vergelijken" shows, and how to read the grid, the charts and both; ``table`` has every value once more."""

    themes: tuple[Theme, ...]
    grid: NetworkGrid
    grid_notes: tuple[str, ...]
    shared_notes: tuple[str, ...]
    chart_notes: tuple[str, ...]
    table: Table

    @property
    def notes(self) -> tuple[str, ...]:
        """How to read all of it, in the order of reading."""
        return (*self.grid_notes, *self.shared_notes, *self.chart_notes)


def compare(
    language: str, networks: Sequence[ComparedNetwork], titles: Mapping[str, str], edition: Edition | None
) -> Compared:
    """Lay networks side by side.

    Parameters
    ----------
    language
        One that the wording of reports has.
    networks
        Each by one released round that the reader may open, in the order in which they are shown.
    titles
        Every theme that there is, with its title, in questionnaire order.
    edition
        The newest benchmark edition; ``None`` where none was made.
    """
    said, themes = words(language), themes_of(networks, titles, edition)
    shown = grid(language, networks, themes)
    return Compared(
        themes,
        shown,
        grid_notes=_grid_notes(said, shown),
        shared_notes=(said.say("no-ranking"),),
        chart_notes=edition_notes(said, edition),
        table=grid_table(language, networks, themes),
    )


def _grid_notes(said: Words, shown: NetworkGrid) -> tuple[str, ...]:
    notes = [said.say("compare.how")]
    if shown.has_coded:
        notes.append(said.say("compare.has-coded"))
    if shown.has_other:
        notes.append(said.say("compare.has-other"))
    return tuple(notes)


def edition_notes(said: Words, edition: Edition | None) -> tuple[str, ...]:
    """Say of when the other networks' figures are, and that they change with no choice."""
    if edition is None:
        return (said.say("compare.no-edition"),)
    invented = (said.say("benchmark.invented"),) if edition.invented else ()
    return (said.say("compare.edition", date=said.in_full(edition.cut_off)), *invented)


def theme_figure(language: str, networks: Sequence[ComparedNetwork], theme: Theme) -> Figure | None:
    """Return the chart of one theme: a row per network, with the edition's band; ``None`` with nothing to show.

    Only averages of the same questions are in it (disclosure rule R16).
    """
    said = words(language)
    fitting = [
        (each, standing) for each in networks if theme.fits(standing := each.by_theme.get(theme.id)) and standing
    ]
    if not any(standing.average.shown for _, standing in fitting):
        return None
    return Figure(
        id=f"compared-{theme.id}",
        answer=_answer(said, theme, [standing for _, standing in fitting]),
        how=said.say("compare.dots.band" if theme.figures else "compare.dots"),
        alt=said.say("compare.dots.alt", theme=inline(theme.title)),
        key=(Series(TOTAL, said.say("compare.key")),),
        drawing=Dots(figure_ends(said), tuple(_dots(said, theme, *each) for each in fitting)),
        table=_table(said, theme, fitting),
    )


def _answer(said: Words, theme: Theme, standings: Sequence[ThemeStanding]) -> str:
    """Say how many networks have each status: counted, not ranked."""
    names = [each.status[0] for each in standings if len(each.status) == 1]
    counts = [(name, names.count(name)) for name in StatusName if name in names]
    told = [said.counted(f"compare.count.{name}", number) for name, number in counts]
    if len(standings) > len(names):
        told.append(said.counted("compare.count.between", len(standings) - len(names)))
    return said.say("compare.answer", theme=theme.title, counts=said.listed(told))


def _dots(said: Words, theme: Theme, network: ComparedNetwork, standing: ThemeStanding) -> Row:
    drawn = mark(TOTAL, standing.average, mean_margin(standing.average))
    figures = theme.figures
    return Row(
        network.name,
        (drawn,) if drawn else (),
        said.short_value(standing.average),
        status=status_mark(said, Status(theme.id, standing.status)),
        band=Band(figures.lower, figures.median, figures.upper) if figures else None,
    )


def _table(said: Words, theme: Theme, fitting: Sequence[tuple[ComparedNetwork, ThemeStanding]]) -> Table:
    heads = (
        said.say("compare.network"),
        said.say("column.mean"),
        said.say("column.margin"),
        said.say("column.answers"),
    )
    columns = tuple(Column(head, numeric=place > 0) for place, head in enumerate(heads))
    rows = tuple(
        (
            Value(network.name),
            average(said, standing.average),
            margin(said, mean_margin(standing.average)),
            Value(str(standing.average.n or "–")),
            Value(status_words(said, Status(theme.id, standing.status))),
        )
        for network, standing in fitting
    )
    caption = said.say("compare.dots.table", theme=inline(theme.title), others=others_value(said, theme.figures))
    return Table(f"compared-{theme.id}", caption, (*columns, Column(said.say("column.status"))), rows)
