"""A file into rows: which column is what, and what stands in it."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from survey.importing.files import open_workbook
from survey.importing.grid import Grid, Line, Merged
from survey.importing.headings import Column, Headings, count_headings, find_headings
from survey.importing.limits import HEADING_ROWS
from survey.importing.packages import Package
from survey.importing.sentences import Sentence, Unreadable, later
from survey.importing.text_tables import read_text
from survey.importing.workbooks import list_sheets, read_sheets

#: Cells that are merged over rows hold for each of these rows, when they tell where somebody belongs.
_FILLED_DOWN: Final[tuple[Column, ...]] = ("network", "province", "municipalities", "organisation", "kind")
#: How a row of a template begins that only shows how it is done.
_EXAMPLES: Final = ("voorbeeld:", "example:")
_TOLD: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it, by the number that Excel shows; ``faults`` are cells that cannot be read."""

    number: int
    cells: Mapping[Column, str]
    faults: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The rows of a file, which columns it has, and what its giver should know about the reading."""

    rows: list[Row]
    columns: frozenset[str]
    remarks: list[Sentence]


def read_file(content: bytes) -> ReadFile:
    """Read a file that somebody gave.

    Raises
    ------
    Unreadable
        When it is no list of partners; with the sentence that says why.
    """
    package = open_workbook(content)
    grid, headings, remarks = _of_workbook(package) if package else _of_text(content)
    remarks = [*remarks, *grid.remarks, *_about(headings)]
    remarks += _fill_down(grid, headings)
    below = [line for line in grid.lines if line.number > headings.row]
    rows = [row for line in below if (row := _row(line, headings, grid.links)) is not None]
    kept = [row for row in rows if not _is_example(row)]
    if len(kept) < len(rows):
        remarks.append(later("The example of the template was left out."))
    if not kept:
        raise Unreadable(later("Below the headings, in row %(row)s, nothing is filled in.", row=headings.row))
    return ReadFile(kept, frozenset(headings.columns), remarks)


def _of_text(content: bytes) -> tuple[Grid, Headings, list[Sentence]]:
    grid = read_text(content, count_headings)
    headings = find_headings(grid.lines)
    if headings is None:
        raise Unreadable(_no_headings())
    return grid, headings, []


def _of_workbook(package: Package) -> tuple[Grid, Headings, list[Sentence]]:
    sheets = list_sheets(package)
    visible = [sheet for sheet in sheets if not sheet.is_hidden]
    for sheet, grid in read_sheets(package, visible):
        headings = find_headings(grid.lines)
        if headings is not None:
            name = sheet.name[:60]
            told = later("The sheet “%(name)s” was read; the others were not.", name=name)
            return grid, headings, [told] if len(sheets) > 1 else []
    if len(visible) < len(sheets):
        raise Unreadable(later("No sheet that can be seen has headings. Hidden sheets are not read."))
    raise Unreadable(_no_headings())


def _no_headings() -> Sentence:
    return later(
        "In the first %(rows)s rows there are no headings that we know, such as “Organisatie”, “Naam” and "
        "“E-mailadres”. Put them above the columns, or use our template.",
        rows=HEADING_ROWS,
    )


def _about(headings: Headings) -> list[Sentence]:
    told: list[Sentence] = []
    if headings.twice:
        names = ", ".join(headings.twice[:_TOLD])
        told.append(later("These columns mean the same as one before them, and were not read: %(names)s.", names=names))
    if headings.unknown:
        names = ", ".join(headings.unknown[:_TOLD])
        told.append(later("These columns were not read: %(names)s.", names=names))
    return told


def _fill_down(grid: Grid, headings: Headings) -> list[Sentence]:
    """Give each row of merged cells what stands in the first; say so."""
    places = {headings.columns[column] for column in _FILLED_DOWN if column in headings.columns}
    chosen = [merged for merged in grid.merged if merged.column in places and merged.first > headings.row]
    end_of: dict[int, int] = {}
    filled = False
    for merged in sorted(chosen, key=lambda each: (each.column, each.first)):
        if merged.first > end_of.get(merged.column, 0):
            end_of[merged.column] = merged.last
            filled = _fill(grid.lines, merged) or filled
    told = later("Some cells are merged over more rows. What stands in them was read for each of these rows.")
    return [told] if filled else []


def _fill(lines: list[Line], merged: Merged) -> bool:
    first = bisect_left(lines, merged.first, key=lambda line: line.number)
    last = bisect_left(lines, merged.last + 1, key=lambda line: line.number)
    covered = lines[first:last]
    text = covered[0].cells.get(merged.column) if covered and covered[0].number == merged.first else None
    if text is None:
        return False
    for line in covered[1:]:
        line.cells.setdefault(merged.column, text)
    return len(covered) > 1


def _row(line: Line, headings: Headings, links: Mapping[tuple[int, int], str]) -> Row | None:
    cells: dict[Column, str] = {}
    faults: list[Sentence] = []
    for column, place in headings.columns.items():
        if place in line.cells:
            cells[column] = line.cells[place]
        if place in line.faults:
            faults.append(line.faults[place])
    address = links.get((line.number, headings.columns.get("address", 0)), "")
    if address.casefold().startswith("mailto:") and "@" not in cells.get("address", ""):
        cells["address"] = address
    return Row(line.number, cells, tuple(faults)) if cells or faults else None


def _is_example(row: Row) -> bool:
    return row.cells.get("organisation", "").casefold().startswith(_EXAMPLES)


def packed(row: Row) -> list[Any]:
    """Return a row as it is kept until its giver says yes."""
    return [row.number, dict(row.cells), [[fault.message, dict(fault.values)] for fault in row.faults]]


def unpacked(kept: list[Any]) -> Row:
    """Return a row as it was read."""
    number, cells, faults = kept
    return Row(number, cells, tuple(Sentence(message, values) for message, values in faults))
