"""Shares in classes: a table with bars in its middle; disagree and agree against each other, the middle class apart."""

from typing import Final

from reports.forms.slides.blocks.sizes import largest, within
from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.charts.bars import opposed_chart, single_chart
from reports.forms.slides.fitting import breadth
from reports.forms.slides.markup import Line
from reports.forms.slides.tables import Cell, Grid
from reports.forms.slides.telling import told
from reports.report import BarRow, Bars, Figure
from reports.wording import Words

_HEAD: Final = 8 * MM
_ROW: Final = 16 * MM
_LABEL: Final = 112 * MM
_AGREE, _DISAGREE, _NEITHER = "agree", "disagree", "neither"


def draw_bars(canvas: Canvas, box: Box, figure: Figure, bars: Bars, words: Words) -> None:
    """Draw the table and its two charts."""
    classes = {series.id: series for series in figure.key}
    row = min(_ROW, (box.height - _HEAD) // len(bars.rows))
    size = largest([each.label for each in bars.rows], _LABEL - 4 * MM, row)
    widths = _widths(bars, box.width, size)
    grid = Grid(widths, (_HEAD, *[row] * len(bars.rows)), _cells(figure, bars, size))
    canvas.table(box.upper(sum(grid.heights)), grid, figure.table.caption)
    alt = told(figure)
    axes = Box(box.left + widths[0], box.top + _HEAD, widths[1] + widths[2], row * len(bars.rows))
    canvas.chart(axes, opposed_chart(bars.rows, classes[_DISAGREE], classes[_AGREE], words, axes.width), alt)
    between, middle = classes[_NEITHER], Box(axes.right + 4 * MM, axes.top, widths[3] - 4 * MM, axes.height)
    canvas.chart(middle, single_chart(bars.rows, between, words, middle.width), f"{between.label}: {alt}")


def _widths(bars: Bars, width: int, size: int) -> tuple[int, ...]:
    """Return the widths of the statement, both sides, the middle class, and the word."""
    word = min(52 * MM, max(breadth(row.word, size, strong=True) for row in bars.rows) + 6 * MM)
    left = width - _LABEL - word
    return (_LABEL, left * 36 // 100, left * 36 // 100, left - 2 * (left * 36 // 100), word)


def _cells(figure: Figure, bars: Bars, size: int) -> tuple[tuple[Cell, ...], ...]:
    names = {series.id: series.label for series in figure.key}
    first = Line.plain(figure.table.columns[0].heading, 14, colour="muted")
    heading = (
        Cell((first,)),
        Cell((Line.plain(f"{names[_DISAGREE]}  ", 14, strong=True, align="r"),)),
        Cell((Line.plain(f"  {names[_AGREE]}", 14, strong=True),)),
        Cell((Line.plain(names[_NEITHER], 14, strong=True),), indent=4 * MM),
        Cell(),
    )
    return (heading, *(_row(row, size) for row in bars.rows))


def _row(row: BarRow, size: int) -> tuple[Cell, ...]:
    label = within(row.label, _LABEL - 4 * MM, _ROW, size)
    word = Cell((Line.plain(row.word, min(size, 14), strong=bool(row.parts)),), indent=4 * MM)
    return (Cell((Line.plain(label, size),)), Cell(), Cell(), Cell(), word)
