"""The numbers of a chart as one sheet: who edits the chart finds each row by its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

Number = Decimal | int

#: What is typed as text stays text: no formulas, no links.
_OPTIONS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_NAME: Final = "Sheet1"


@dataclass(frozen=True, slots=True)
class Column:
    """One series of numbers, with gaps where a row has none."""

    heading: str
    numbers: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with their names, and columns of numbers beside them."""

    labels: tuple[str, ...]
    columns: tuple[Column, ...]

    def workbook(self) -> bytes:
        """Return the sheet as a workbook."""
        from xlsxwriter import Workbook  # only who writes a workbook waits for it

        target = BytesIO()
        book: Any = Workbook(target, dict(_OPTIONS))
        sheet = book.add_worksheet(_NAME)
        for row, label in enumerate(self.labels, 1):
            if label:
                sheet.write_string(row, 0, label)
        for column, each in enumerate(self.columns, 1):
            sheet.write_string(0, column, each.heading)
            for row, number in enumerate(each.numbers, 1):
                if number is not None:
                    sheet.write_number(row, column, number)
        sheet.set_column(0, len(self.columns), 24)
        book.close()
        return target.getvalue()

    def heading(self, column: int) -> str:
        """Refer to the name of a series, and repeat it."""
        return f"<c:tx><c:strRef>{self._place(column, 0, 0)}{_texts([self.columns[column].heading])}</c:strRef></c:tx>"

    def names(self) -> str:
        """Refer to the names of the rows, and repeat them."""
        return f"<c:strRef>{self._place(-1, 1, len(self.labels))}{_texts(self.labels)}</c:strRef>"

    def numbers(self, column: int) -> str:
        """Refer to the numbers of a series, and repeat them as they are printed."""
        numbers = self.columns[column].numbers
        points = "".join(
            f'<c:pt idx="{row}"><c:v>{number}</c:v></c:pt>' for row, number in enumerate(numbers) if number is not None
        )
        return (
            f"<c:numRef>{self._place(column, 1, len(numbers))}<c:numCache><c:formatCode>General</c:formatCode>"
            f'<c:ptCount val="{len(numbers)}"/>{points}</c:numCache></c:numRef>'
        )

    @staticmethod
    def _place(column: int, first: int, last: int) -> str:
        letter = chr(ord("B") + column)
        until = f":${letter}${last + 1}" if last > first else ""
        return f"<c:f>{_NAME}!${letter}${first + 1}{until}</c:f>"


def _texts(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{row}"><c:v>{escape(text)}</c:v></c:pt>' for row, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
