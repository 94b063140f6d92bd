"""Networks by themes: a cell for every published average, with its colour by what is printed and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Final

from reports.dashboards.given import ComparedNetwork, Theme
from reports.margins import mean_margin
from reports.report.tables import Column, Table
from reports.report.values import Value, average, margin, texts
from reports.results import Cell
from reports.standing import ThemeStanding
from reports.status import Status
from reports.wording import Words, words
from reports.wording.sentences import status_words

#: Where a colour begins; the ends of "aandacht" and "op weg" are among them, so that colour and word agree.
_STEPS: Final = tuple(map(Decimal, ("2.5", "3.0", "3.5", "4.0")))
#: How many cells are kept as they were said: the same ones come back on every page.
_REMEMBERED: Final = 20_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """One average: as printed, its colour (0 to 4; ``None`` for what has no colour), and all there is to say of it.

    ``other`` marks an average of other questions than those of the column, which may not be laid beside the others;
    ``coded`` one of which an end or a range is published, so that its colour is not sure.
    """

    text: str
    step: int | None
    says: str
    other: bool = False
    coded: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """One network, by its key and name, under a heading if there is one."""

    key: str
    name: str
    when: str
    cells: tuple[GridCell, ...]
    under: str = ""


@dataclass(frozen=True, slots=True)
class NetworkGrid:
    """Networks in rows and themes in columns; rows stand in the order of names, never of values."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    has_other: bool
    has_coded: bool

    @property
    def headed(self) -> list[tuple[str, list[GridRow]]]:
        """The rows by the headings that they stand under, in the order in which they come."""
        return [(heading, list(rows)) for heading, rows in groupby(self.rows, key=lambda row: row.under)]


def grid(language: str, networks: Sequence[ComparedNetwork], themes: Sequence[Theme]) -> NetworkGrid:
    """Return the grid of these networks and themes."""
    rows = tuple(_row(language, each, themes) for each in networks)
    has_other = any(cell.other for row in rows for cell in row.cells)
    has_coded = any(cell.coded for row in rows for cell in row.cells)
    return NetworkGrid(tuple(theme.title for theme in themes), rows, has_other, has_coded)


def _row(language: str, network: ComparedNetwork, themes: Sequence[Theme]) -> GridRow:
    cells = tuple(_cell(language, theme, network.by_theme.get(theme.id)) for theme in themes)
    return GridRow(network.key, network.name, words(language).in_full(network.closed_on), cells, network.under)


def _cell(language: str, theme: Theme, standing: ThemeStanding | None) -> GridCell:
    if standing is None:
        return GridCell("–", None, words(language).say("compare.not-asked", theme=theme.title))
    return _said(language, theme.title, standing, is_other=not theme.fits(standing))


@lru_cache(_REMEMBERED)
def _said(language: str, title: str, standing: ThemeStanding, *, is_other: bool) -> GridCell:
    said, cell = words(language), standing.average
    parts = [said.value(cell), *_details(said, standing), *([said.say("compare.other-questions")] if is_other else [])]
    step = None if is_other or not cell.shown else step_of(cell)
    is_coded = step is not None and cell.kind != "exact"
    return GridCell(said.short_value(cell), step, f"{title}: {'; '.join(parts)}", is_other, is_coded)


def _details(said: Words, standing: ThemeStanding) -> list[str]:
    """Say margin, status and number of answers of an average; of one that is withheld only why."""
    cell, margin = standing.average, mean_margin(standing.average)
    status = status_words(said, Status(standing.theme, standing.status))
    if not cell.shown:
        return [status]
    around = [said.say("compare.margin", margin=said.margin(margin))] if margin else []
    return [*around, status, said.counted("compare.answers", cell.n or 0)]


def step_of(cell: Cell) -> int:
    """Return the colour of an average by what is printed: an end when it is coded, the middle of a range.

    Examples
    --------
    >>> tenth = Decimal("2.9")
    >>> step_of(Cell("theme_mean", "roles", "total", "exact", tenth, tenth, 12))
    1
    """
    ends = [end for end in (cell.low, cell.high) if end is not None]
    return sum(sum(ends) / len(ends) >= start for start in _STEPS)


def grid_table(language: str, networks: Sequence[ComparedNetwork], themes: Sequence[Theme]) -> Table:
    """Return the same as a table: for each network and theme the average, its margin and its status."""
    say = words(language).say
    heads = (say("compare.network"), say("compare.closed"), say("column.theme"))
    columns = (*map(Column, heads), *(Column(say(f"column.{name}"), numeric=True) for name in ("mean", "margin")))
    rows = tuple(
        _line(words(language), network, theme, standing)
        for network in networks
        for theme in themes
        if (standing := network.by_theme.get(theme.id))
    )
    return Table("compared", say("compare.table"), (*columns, Column(say("column.status"))), rows, reach="data")


def _line(said: Words, network: ComparedNetwork, theme: Theme, standing: ThemeStanding) -> tuple[Value, ...]:
    names = texts(network.name, said.in_full(network.closed_on), theme.title)
    around = margin(said, mean_margin(standing.average))
    status = status_words(said, Status(standing.theme, standing.status))
    other = "" if theme.fits(standing) else f" ({said.say('compare.other-questions')})"
    return (*names, average(said, standing.average), around, Value(f"{status}{other}"))
