"""A list as a workbook: every row that was found, not only those of a page."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from flask import Response, request, send_file
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from survey import clock
from survey.access import actor
from survey.clock import DUTCH_TIME
from survey.database import reading, writing
from survey.listing import asking
from survey.listing.listing import Listing, Value
from survey.queries.lists import finding
from survey.queries.lists.finding import Wish
from survey.services import audit
from survey.services.audit import What

#: What begins like a formula stays the text that it is; nothing becomes a link; a row is written once it is whole.
_OPTIONS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
_MIMETYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: So many rows are looked up at a time, whatever the list holds.
_AT_A_TIME: Final = 1000


def send(listing: Listing[Any]) -> Response:
    """Send the list that the address bar asks for, and write down that it went."""
    wish = asking.read_wish(listing, request.args)
    file = BytesIO()
    rows = write(file, listing, wish)
    filters = sorted([*wish.chosen, *([asking.SEARCH] if wish.search else [])])
    what = What(listing.exported, details={"rows": rows, "filters": filters})
    with writing() as session:
        audit.note(session, what, by=actor(), at=clock.now())
    file.seek(0)
    return send_file(file, _MIMETYPE, as_attachment=True, download_name=f"{listing.file_name}.xlsx")


def write(file: BytesIO, listing: Listing[Any], wish: Wish) -> int:
    """Write the workbook; return how many rows it has under its head."""
    book: Any = Workbook(file, _OPTIONS)  # the library says little of its types
    with book:
        sheet: Worksheet = book.add_worksheet(listing.file_name[:31])
        writer = _Writer(sheet, book.add_format({"bold": True}), _date_formats(book))
        for place, column in enumerate(listing.columns):
            sheet.set_column(place, place, column.width)
        writer.write([column.title for column in listing.columns], head=True)
        for row in _rows(listing, wish):
            writer.write([column.value(row) for column in listing.columns])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, writer.written - 1), len(listing.columns) - 1)
    return writer.written - 1


def _date_formats(book: Any) -> dict[type, Format]:
    return {
        date: book.add_format({"num_format": "d-m-yyyy"}),
        datetime: book.add_format({"num_format": "d-m-yyyy h:mm"}),
    }


def _rows(listing: Listing[Any], wish: Wish) -> Iterator[Any]:
    with reading() as session:
        ids = finding.find_all_ids(session, listing.matches(wish), wish)
        for first in range(0, len(ids), _AT_A_TIME):
            yield from listing.lines(session, ids[first : first + _AT_A_TIME])


class _Writer:
    """Writes row under row, each value as what it is."""

    def __init__(self, sheet: Worksheet, bold: Format, dates: dict[type, Format]) -> None:
        self.sheet, self.bold, self.dates, self.written = sheet, bold, dates, 0

    def write(self, values: list[Value], *, head: bool = False) -> None:
        for place, value in enumerate(values):
            self._write_cell(place, value, head=head)
        self.written += 1

    def _write_cell(self, place: int, value: Value, *, head: bool) -> None:
        if isinstance(value, datetime):
            local = value.astimezone(DUTCH_TIME).replace(tzinfo=None)
            self.sheet.write_datetime(self.written, place, local, self.dates[datetime])
        elif isinstance(value, date):
            self.sheet.write_datetime(self.written, place, datetime.combine(value, time()), self.dates[date])
        elif isinstance(value, int):
            self.sheet.write_number(self.written, place, value)
        elif value:
            self.sheet.write_string(self.written, place, value, self.bold if head else None)
