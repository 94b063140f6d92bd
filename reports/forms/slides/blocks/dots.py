"""Averages: a table with a chart in its middle, so that every row is read with its name and value."""

from dataclasses import replace
from typing import Final

from reports.forms.legend import legend
from reports.forms.slides.blocks import marks
from reports.forms.slides.blocks.sizes import largest, within
from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.charts.dots import dots_chart
from reports.forms.slides.charts.space import Inner
from reports.forms.slides.fitting import breadth
from reports.forms.slides.markup import Line
from reports.forms.slides.tables import Cell, Grid
from reports.forms.slides.telling import told
from reports.report import Dots, Figure, Row
from reports.wording import Words

#: The heights of the heading, of the highest row, and of the numbers and words below the axis.
_HEAD: Final = 7 * MM
_ROW: Final = 13 * MM
_NUMBERS: Final = 7 * MM
_ENDS: Final = 7 * MM
#: The widths of the labels, the air at their right, and the type at which they get all the width they need.
_NARROWEST: Final = 64 * MM
_WIDEST: Final = 102 * MM
_GAP: Final = 3 * MM
_WISHED: Final = 15
#: The smallest type of values and words, which stand on one line, and of what stands around the chart.
_SMALLEST: Final = 14
#: Left and right of the axis within the chart, in parts of its width.
_PAD: Final = 0.035


def draw_dots(canvas: Canvas, box: Box, figure: Figure, dots: Dots, words: Words) -> None:
    """Draw the key, the table and the chart."""
    has_margins = any(mark.margin for row in dots.rows for mark in row.marks)
    room = box
    for line in marks.key_lines((*figure.key, *legend(figure, words)), box.width, has_margins=has_margins):
        marks.key(canvas, room.upper(marks.KEY), line, has_margins=has_margins)
        room = room.below(marks.KEY)
    row = min(_ROW, (room.height - _HEAD - _NUMBERS - _ENDS) // len(dots.rows))
    label = _label_width(dots)
    size = largest([each.label for each in dots.rows], label - _GAP, row, strong=True)
    widths = (label, *_others(dots, room.width - label, max(size, _SMALLEST)))
    grid = Grid(widths, (_HEAD, *[row] * len(dots.rows)), _cells(figure, dots, size, (label - _GAP, row)))
    canvas.table(room.upper(sum(grid.heights)), grid, figure.table.caption)
    _status_marks(canvas, room, dots, widths, row)
    _chart(canvas, Box(room.left + widths[0], room.top + _HEAD, widths[1], row * len(dots.rows)), figure, dots, words)


def _chart(canvas: Canvas, axes: Box, figure: Figure, dots: Dots, words: Words) -> None:
    height = axes.height + _NUMBERS
    inner = Inner(_PAD, 0, 1 - 2 * _PAD, axes.height / height)
    chart = dots_chart(dots, figure.key, words, inner)
    canvas.chart(axes.upper(height), chart, told(figure))
    below = Box(axes.left, axes.top + height, axes.width, _ENDS)
    left, right = below.columns((1, 1))
    canvas.text(left, [Line.plain(dots.ends[0], _SMALLEST, colour="muted")])
    canvas.text(right, [Line.plain(dots.ends[1], _SMALLEST, colour="muted", align="r")])


def _label_width(dots: Dots) -> int:
    """Return the width at which labels stand on one line each; at most a third of the slide."""
    widest = max(breadth(row.label, _WISHED, strong=True) for row in dots.rows) + _GAP
    return max(_NARROWEST, min(_WIDEST, widest))


def _others(dots: Dots, width: int, size: int) -> tuple[int, ...]:
    """Return the widths of the chart, the value and the word."""
    value = max(breadth(each.value, size, strong=True) for each in dots.rows)
    word = max(
        marks.ROOM * (each.status is not None) + breadth(_word(each), size, strong=each.clear) for each in dots.rows
    )
    value, word = (min(70 * MM, each + 6 * MM) if each else 0 for each in (value, word))
    return (width - value - word, *(each for each in (value, word) if each))


def _word(row: Row) -> str:
    return row.status.words if row.status else row.word


def _cells(figure: Figure, dots: Dots, size: int, room: tuple[int, int]) -> tuple[tuple[Cell, ...], ...]:
    has_value, has_word = any(row.value for row in dots.rows), any(map(_word, dots.rows))
    names = [figure.table.columns[0].heading, "", *[""] * has_value, *[""] * has_word]
    heading = tuple(Cell((Line.plain(name, _SMALLEST, colour="muted"),)) for name in names)
    shown = [replace(row, label=within(row.label, *room, size, strong=True)) for row in dots.rows]
    return (heading, *(_row(row, size, has_value=has_value, has_word=has_word) for row in shown))


def _row(row: Row, size: int, *, has_value: bool, has_word: bool) -> tuple[Cell, ...]:
    cells = [Cell((Line.plain(row.label, size, strong=True),)), Cell()]
    size = max(size, _SMALLEST)
    if has_value:
        cells.append(Cell((Line.plain(row.value, size, strong=True),), indent=_GAP))
    if has_word:
        token, indent = "ink" if row.clear or row.status else "muted", marks.ROOM if row.status else 0
        cells.append(Cell((Line.plain(_word(row), size, strong=row.clear, colour=token),), indent=_GAP + indent))
    return tuple(cells)


def _status_marks(canvas: Canvas, room: Box, dots: Dots, widths: tuple[int, ...], row: int) -> None:
    left = room.left + sum(widths[:-1]) + _GAP
    for number, each in enumerate(dots.rows):
        if each.status:
            marks.status(canvas, Box(left, room.top + _HEAD + number * row, marks.ROOM, row), each.status)
