"""A report's workbook, read back as who opens it: its tables by caption, each as printed, as numbers, how exact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

import openpyxl

from reports.report import Report, Table, Value, table_of
from reports.report import tables as tables_of
from reports.wording import words

#: What is said of the end of a share of "don't know": it is less than so much, or more.
STRICT: Final = {"at_least": "above", "at_most": "below"}


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table of a sheet; the rows of ``numbers`` and ``exactness`` are those of ``shown``."""

    shown_heads: tuple[str, ...]
    shown: tuple[tuple[str, ...], ...]
    number_heads: tuple[str, ...]
    numbers: tuple[tuple[float | None, ...], ...]
    formats: tuple[tuple[str, ...], ...]
    exactness_heads: tuple[str, ...]
    exactness: tuple[tuple[str, ...], ...]


def exactness_of(value: Value, language: str) -> str:
    """Return what is to be said beside the number of a value."""
    names = STRICT if value.about.startswith("dont_know/") else {}
    exactness = value.meant or value.exactness or ""
    return words(language).say(f"workbook.exactness.{names.get(exactness, exactness)}") if exactness else ""


def opened(workbook: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook))


def cells(workbook: bytes) -> Iterator[Any]:
    """Go through every cell with something in it."""
    for sheet in opened(workbook).worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def read(workbook: bytes, report: Report) -> dict[str, ReadTable]:
    """Return every table by its id; the sheets after the first are the sections but own words, in order."""
    book = opened(workbook)
    shown = report.sections if any(tables_of(report)) else ()
    sections = [[*filter(None, map(table_of, section.blocks))] for section in shown if section.id != "words"]
    assert len(book.worksheets) == 1 + len(sections)
    found: dict[str, ReadTable] = {}
    for sheet, tables in zip(book.worksheets[1:], sections, strict=True):
        row = 1
        for table in tables:
            row = _row_of(sheet, table, row)
            found[table.id] = _read(sheet, table, row)
    return found


def _row_of(sheet: Any, table: Table, after: int) -> int:
    """Return the row of the table's caption."""
    for row in range(after + 1, sheet.max_row):
        if (sheet.cell(row, 1).value, sheet.cell(row + 1, 1).value) == (table.caption, table.columns[0].heading):
            return row
    raise AssertionError(f"no table '{table.caption}' on the sheet {sheet.title}")


def _read(sheet: Any, table: Table, row: int) -> ReadTable:
    shown, numbers, exactness = _zones(sheet, row + 1)
    lines = range(row + 2, row + 2 + len(table.rows))
    texts: list[tuple[tuple[str, ...], ...]] = [
        tuple(tuple(sheet.cell(line, column).value or "" for column in zone) for line in lines)
        for zone in (shown, exactness)
    ]
    heads = [tuple(sheet.cell(row + 1, column).value for column in zone) for zone in (shown, numbers, exactness)]
    values = tuple(tuple(sheet.cell(line, column).value for column in numbers) for line in lines)
    formats = tuple(tuple(sheet.cell(line, column).number_format for column in numbers) for line in lines)
    return ReadTable(heads[0], texts[0], heads[1], values, formats, heads[2], texts[1])


def _zones(sheet: Any, row: int) -> Sequence[Sequence[int]]:
    """Return the columns that have a head, in runs: as printed, as numbers, how exact."""
    runs: list[list[int]] = []
    for column in range(1, sheet.max_column + 1):
        if sheet.cell(row, column).value is None:
            continue
        if runs and runs[-1][-1] == column - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return [*runs, [], []][:3]
