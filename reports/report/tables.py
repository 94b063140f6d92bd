"""Tables of a report: words and published values in rows."""

from dataclasses import dataclass
from typing import Literal

from reports.report.values import Value

#: ``data``: only where there is room for all figures, so in the folded tables of the page, the workbook and the data.
Reach = Literal["all", "data"]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; numbers are set to the right."""

    heading: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Words and printed values; the first cell of a row is its heading. ``id`` is unique within a report."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    reach: Reach = "all"
    #: The rows that the sentence above the table is about, in its order: where there is no room for all, these come
    #: first.
    foremost: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of the table '{self.id}' has another number of cells than it has columns")
