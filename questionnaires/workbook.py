"""Tables into a spreadsheet; the same tables give the same bytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

#: Stands in every file, so that a file depends on nothing but its tables.
_CREATED: Final = datetime(2026, 1, 1, tzinfo=UTC)

#: What is typed as text stays text: no formulas, no links.
_OPTIONS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}

_NARROWEST: Final = 8
_WIDEST: Final = 60


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: lines above it, a heading for each column, and rows of texts."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    heading: Sequence[str] = ()


def workbook(tables: Iterable[Table]) -> bytes:
    """Return a workbook with these tables, each on a sheet of its own."""
    from xlsxwriter import Workbook  # only who writes a workbook waits for it

    target = BytesIO()
    book: Any = Workbook(target, dict(_OPTIONS))
    book.set_properties({"created": _CREATED.replace(tzinfo=None)})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for table in tables:
        _write(book.add_worksheet(table.name[:31]), table, bold, wrapped)
    book.close()
    return target.getvalue()


def _write(sheet: Any, table: Table, bold: Any, wrapped: Any) -> None:
    for number, line in enumerate(table.heading):
        sheet.write_string(number, 0, line)
    top = len(table.heading)
    for column, name in enumerate(table.columns):
        sheet.write_string(top, column, name, bold)
        sheet.set_column(column, column, _width(name, [row[column] for row in table.rows]))
    for number, row in enumerate(table.rows, top + 1):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, text, wrapped)
    sheet.freeze_panes(top + 1, 0)


def _width(name: str, texts: Sequence[str]) -> int:
    return min(_WIDEST, max(_NARROWEST, len(name) + 2, *map(len, texts), 0))
