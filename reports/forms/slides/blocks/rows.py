"""A plain table, as large as its place allows; rows that do not fit are left to the report, and the slide says so."""

from collections.abc import Sequence
from typing import Final

from reports.forms.slides.blocks.sizes import within
from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.fitting import breadth, depth, lines
from reports.forms.slides.markup import Line
from reports.forms.slides.tables import Cell, Grid
from reports.report import Table
from reports.wording import Words

_INSET: Final = 2 * MM
_AIR: Final = 2 * MM
#: So many rows are nearer to each other, for larger type matters more.
_MANY: Final = 10
#: The sizes at which a whole table may stand; where it fits at none, its first rows have the size that a room can read.
_SIZES: Final = (18, 16, 15, 14, 13, 12)
_OF_FIRST_ROWS: Final = 14
_HEADING_LINES: Final = 2
#: No row is higher than this: longer texts are cut.
_HIGHEST: Final = 34 * MM


def draw_table(canvas: Canvas, box: Box, table: Table, words: Words) -> None:
    """Draw a table of the report."""
    rows = [tuple(value.text for value in row) for row in table.rows]
    laid = [_laid(table, rows, box.width, size) for size in _SIZES]
    first_rows = laid[_SIZES.index(_OF_FIRST_ROWS)]
    size, widths, heights = next((each for each in laid if sum(each[2]) <= box.height), first_rows)
    kept = _kept(heights, box.height)
    grid = Grid(widths, tuple(heights[:kept]), _cells(table, rows[: kept - 1], widths, size), inset=_INSET)
    canvas.table(box.upper(sum(grid.heights)), grid, table.caption)
    if left_out := len(rows) - (kept - 1):
        note = Line.plain(words.counted("slides.more", left_out), 14, colour="muted")
        canvas.text(box.below(sum(grid.heights) + _AIR).upper(7 * MM), [note])


def _laid(
    table: Table, rows: Sequence[tuple[str, ...]], width: int, size: int
) -> tuple[int, tuple[int, ...], list[int]]:
    """Return a size of type with the widths of the columns and the heights of the rows that it needs."""
    widths = _widths(table, rows, width, size)
    air = _AIR // 2 if len(rows) > _MANY else _AIR
    return size, widths, [_height(row, widths, size) + air for row in (_names(table), *rows)]


def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.heading for column in table.columns)


def _kept(heights: Sequence[int], room: int) -> int:
    """Return how many rows fit, with the heading; and below them a line that says what was left out."""
    if sum(heights) <= room:
        return len(heights)
    kept = 1
    while kept < len(heights) and sum(heights[: kept + 1]) <= room - 9 * MM:
        kept += 1
    return kept


def _widths(table: Table, rows: Sequence[tuple[str, ...]], width: int, size: int) -> tuple[int, ...]:
    """Give every column what its texts need on one line; where that is too much, the widest give way.

    Headings may take some lines, but none may break a word.
    """
    wished = list[int]()
    for number, column in enumerate(zip(*rows, strict=True)):
        heading = _names(table)[number]
        texts = (breadth(text, size, strong=number == 0) for text in column)
        wished.append(max(_narrowest(heading, size), *texts) + 2 * _INSET + _AIR)
    if sum(wished) <= width:
        return tuple(wish * width // sum(wished) for wish in wished)
    most = _most(wished, width)
    return tuple(min(wish, most) for wish in wished)


def _narrowest(heading: str, size: int) -> int:
    """Return the width at which a heading takes no more lines than it may, and breaks none of its words."""
    words = heading.split()
    parts = (" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1))
    widths = sorted(breadth(part, size) for part in parts)
    widest = max((breadth(word, size) for word in words), default=0)
    fitting = (
        each for each in widths if each >= widest and lines(heading, width=each + 1, size=size) <= _HEADING_LINES
    )
    return next(fitting, widest)


def _most(wished: Sequence[int], width: int) -> int:
    """Return how wide the widest columns can be when the others get what they wish."""
    left = width
    for taken, wish in enumerate(sorted(wished)):
        share = left // (len(wished) - taken)
        if wish > share:
            return share
        left -= wish
    return left


def _height(row: Sequence[str], widths: Sequence[int], size: int) -> int:
    needed = [
        depth([text], width=width - 2 * _INSET, size=size, strong=number == 0)
        for number, (text, width) in enumerate(zip(row, widths, strict=True))
    ]
    return min(max(needed), _HIGHEST)


def _cells(
    table: Table, rows: Sequence[tuple[str, ...]], widths: Sequence[int], size: int
) -> tuple[tuple[Cell, ...], ...]:
    def cell(text: str, column: int, *, heading: bool) -> Cell:
        kept = within(text, widths[column] - 2 * _INSET, _HIGHEST, size, strong=column == 0)
        align = "r" if table.columns[column].numeric else "l"
        colour = "muted" if heading else "ink"
        return Cell((Line.plain(kept, size, strong=column == 0 and not heading, colour=colour, align=align),))

    heading = tuple(cell(text, column, heading=True) for column, text in enumerate(_names(table)))
    body = (tuple(cell(text, column, heading=False) for column, text in enumerate(row)) for row in rows)
    return (heading, *body)
