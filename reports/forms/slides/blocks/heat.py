"""A grid of shares: a native table, coloured by step, with the number in every cell."""

from typing import Final

from reports.forms.slides.blocks.sizes import SIZES, largest, unbroken, within
from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.markup import Line
from reports.forms.slides.tables import Cell, Grid
from reports.look import STEPS
from reports.report import Figure, Heat, HeatCell

_HEAD: Final = 18 * MM
_ROW: Final = 14 * MM
_INSET: Final = 2 * MM
_LABEL: Final = 92 * MM


def draw_heat(canvas: Canvas, box: Box, figure: Figure, heat: Heat) -> None:
    """Draw the table."""
    row = min(_ROW, (box.height - _HEAD) // len(heat.rows))
    column = (box.width - _LABEL) // len(heat.columns)
    room = column - 2 * _INSET
    head = min(largest(heat.columns, room, _HEAD), unbroken(heat.columns, room), 14)
    size = largest(heat.rows, _LABEL - 2 * _INSET, row)
    names = [within(name, room, _HEAD, head) for name in heat.columns]
    first = Cell((Line.plain(figure.table.columns[0].heading, 14, colour="muted"),))
    heading = (first, *(Cell((Line.plain(name, head, align="ctr"),)) for name in names))
    rows = tuple(
        (Cell((Line.plain(within(label, _LABEL - 2 * _INSET, row, size), size),)), *map(_cell, cells))
        for label, cells in zip(heat.rows, heat.cells, strict=True)
    )
    widths = (_LABEL, *[column] * len(heat.columns))
    grid = Grid(widths, (_HEAD, *[row] * len(heat.rows)), (heading, *rows), inset=_INSET, rule="paper")
    canvas.table(box.upper(sum(grid.heights)), grid, f"{figure.answer} {figure.alt}")


def _cell(cell: HeatCell) -> Cell:
    """Colour a cell by its step; what is not shown has no colour, so that it never looks like little."""
    fill, on_fill = ("paper", "muted") if cell.step is None else STEPS[cell.step]
    return Cell((Line.plain(cell.value.text, SIZES[2], strong=True, colour=on_fill, align="ctr"),), fill)
