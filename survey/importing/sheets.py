"""One sheet of a workbook into lines: what its cells show, never what a formula would make of it.

Read with our own hands: a general library builds every empty cell that has a colour, and cannot tell a formula
without a value from an empty cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from survey.importing.grid import Grid, Line, Merged
from survey.importing.limits import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT
from survey.importing.packages import Package, place, too_large
from survey.importing.sentences import Unreadable, later

#: Day 0 of Excel's calendar, which has a 29 February 1900.
_DAY_0: Final = date(1899, 12, 30)
_KEPT_IN: Final = ("v", "t")
#: How workbooks write the ends of lines and tabs that XML does not take.
_ESCAPED: Final = re.compile("_x000[9AaDd]_")


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to: texts by number, and which looks of a cell are those of a date."""

    texts: Sequence[str]
    dates: frozenset[int]


class SheetReader:
    """Takes in the elements of a sheet one by one."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.lines: list[Line] = []
        self.merged: list[Merged] = []
        #: Where links begin, and by what the sheet's relations know them.
        self.links: list[tuple[int, int, str]] = []
        self.is_wide = False
        self._row = self._column = self._cells = self._characters = 0
        self._line = Line(0)
        self._kind, self._style, self._formula = "", 0, False
        self._collected: list[str] | None = None
        self._written: list[str] = []
        self._sound = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        if tag == "c":
            self._begin_cell(attributes)
        elif tag in _KEPT_IN and not self._sound:
            self._collected = []
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "rPh":
            self._sound = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "hyperlink":
            self._link(attributes)

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        if tag in _KEPT_IN and self._collected is not None:
            self._written += self._collected
            self._collected = None
        elif tag == "c":
            self._keep()
        elif tag == "rPh":
            self._sound = False

    def text(self, text: str) -> None:
        """Take in text; only that of a cell's value is kept."""
        if self._collected is not None:
            self._collected.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._count()
        self._row = int(attributes.get("r") or self._row + 1)
        self._column = 0
        self._line = Line(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._count()
        self._column = place(attributes["r"])[1] if "r" in attributes else self._column + 1
        self._kind, self._style, self._formula = attributes.get("t", "n"), int(attributes.get("s") or 0), False
        self._written = []

    def _count(self) -> None:
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise too_large()

    def _keep(self) -> None:
        written = "".join(self._written)
        if self._column > MAX_COLUMNS:
            self.is_wide = self.is_wide or bool(written)
            return
        if written or self._formula:
            self._keep_value(written)

    def _keep_value(self, written: str) -> None:
        if self._formula and not written:
            self._fault_without_value()
        elif self._kind == "e":
            fault = later("There is an error in a cell: %(error)s.", error=written[:20])
            self._kept_line().faults[self._column] = fault
        elif text := self._shown(written).strip():
            self._kept_line().cells[self._column] = text[:MAX_CELL]
            self._characters += min(len(text), MAX_CELL)
            if self._characters > MAX_TEXT:
                raise too_large()

    def _fault_without_value(self) -> None:
        if self._kind == "str":  # a formula that makes an empty text
            return
        fault = later("There is a formula in a cell, without what came out of it. Open the file in Excel and save it.")
        self._kept_line().faults[self._column] = fault

    def _kept_line(self) -> Line:
        """Return the line of this cell, which counts as soon as something is in it."""
        if not self.lines or self.lines[-1] is not self._line:
            self.lines.append(self._line)
            if len(self.lines) > MAX_ROWS:
                raise Unreadable(
                    later("More than %(rows)s rows are filled in. Divide them over more files.", rows=MAX_ROWS)
                )
        return self._line

    def _shown(self, written: str) -> str:
        if self._kind == "s":
            return _ESCAPED.sub(" ", self.book.texts[int(written)])
        if self._kind == "b":
            return "TRUE" if written == "1" else "FALSE"
        if self._kind == "n":
            return self._number(written)
        return written

    def _number(self, written: str) -> str:
        number = float(written)
        if self._style in self.book.dates and 1 <= number < 2_958_466:
            return (_DAY_0 + timedelta(days=int(number))).isoformat()
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else written

    def _merge(self, reference: str) -> None:
        self._count()
        first, _, last = reference.partition(":")
        (top, left), (bottom, _right) = place(first), place(last or first)
        if bottom > top:
            self.merged.append(Merged(left, top, bottom))

    def _link(self, attributes: dict[str, str]) -> None:
        self._count()
        relation = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
        row, column = place(attributes.get("ref", "").partition(":")[0])
        self.links.append((row, column, relation))


def read_sheet(package: Package, part: str, book: Book) -> tuple[Grid, list[tuple[int, int, str]]]:
    """Return the lines of a sheet with something in them, and where it has links."""
    reader = SheetReader(book)
    package.parse(part, reader.start, reader.end, reader.text)
    grid = Grid(sorted(reader.lines, key=lambda line: line.number), reader.merged)
    if reader.is_wide:
        grid.remarks.append(later("Only the first %(columns)s columns were read.", columns=MAX_COLUMNS))
    return grid, reader.links
