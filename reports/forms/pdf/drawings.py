"""Figures as the templates draw them.

Bars and heat maps print all their values, so they are set as tables themselves; under dots and maps the table follows.
Of lines over rounds the table says it all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from reports.forms.pdf.columns import widths
from reports.forms.pdf.rows import last_rows, spans
from reports.forms.typesetting import Json, Texts, plain
from reports.report import Bars, Dots, Drawing, Figure, Heat, Lines, Report, Series, Table, Ties, TileGrid

#: A table of so many rows of short texts is not broken.
_LOW: Final = 9
_SHORT: Final = 80
#: Rows of a drawing are higher than those of a table, but a drawing is read at one glance.
_LOW_DRAWING: Final = 20
#: More columns than this do not fit beside each other with a range in every cell: they go on in a map below.
_MOST_COLUMNS: Final = 11
#: A class of bars gets room for at least this share, so that there is room for its heading.
_LEAST_ROOM: Final = 0.3


def figure_json(figure: Figure, texts: Texts, before: Figure | None, legend: Sequence[Series]) -> Json:
    """Return a figure; how to read it is not said again right after a figure that said the same.

    A heat map has no table of its own below it, so that its table's title is the figure's; ``legend`` explains what
    the key does not.
    """
    rest = beyond(figure)
    return {
        "type": "Figure",
        "title": texts.running(figure.table.caption) if isinstance(figure.drawing, Heat) else "",
        "answer": texts.running(figure.answer),
        "how": "" if before is not None and before.how == figure.how else texts.running(figure.how),
        "alt": texts.running(figure.alt),
        "key": plain(figure.key, texts.inside),
        "legend": plain(tuple(legend), texts.inside),
        "drawing": _drawing(figure, texts),
        "low": _is_low_drawing(figure.drawing),
        "table": table_json(rest, texts) if rest and not isinstance(figure.drawing, Bars) else None,
        "beside": table_json(rest, texts) if rest and isinstance(figure.drawing, Bars) else None,
    }


def _is_low_drawing(drawing: Drawing) -> bool:
    """Whether a drawing stays on one page."""
    if isinstance(drawing, Ties | Lines | TileGrid):
        return True
    if isinstance(drawing, Heat) and len(drawing.columns) > _MOST_COLUMNS:
        return False  # each of its parts does
    labels = [row if isinstance(row, str) else row.label for row in drawing.rows]
    ends = drawing.ends if isinstance(drawing, Dots) else ()
    return len(labels) <= _LOW_DRAWING and all(len(label) <= _SHORT for label in (*labels, *ends))


def beyond(figure: Figure) -> Table | None:
    """Return what of a figure's table its drawing does not print, if anything."""
    table, drawing = figure.table, figure.drawing
    if not isinstance(drawing, Bars | Heat):
        return table
    printed = {series.label.casefold() for series in figure.key}
    if isinstance(drawing, Heat):
        printed = {name.casefold() for name in drawing.columns}
    else:
        words = [row.word for row in drawing.rows]
        columns = list(zip(*table.rows, strict=True))
        printed |= {
            column.heading.casefold()
            for column, values in zip(table.columns, columns, strict=False)
            if [value.text for value in values] == words
        }
    left = [index for index, column in enumerate(table.columns) if index and column.heading.casefold() not in printed]
    return _only(table, [0, *left]) if left else None


def _only(table: Table, indexes: Sequence[int]) -> Table:
    """Return some of a table's columns."""
    columns = tuple(table.columns[index] for index in indexes)
    return replace(table, columns=columns, rows=tuple(tuple(row[index] for index in indexes) for row in table.rows))


def table_json(table: Table, texts: Texts) -> Json:
    """Return a table, with the widths of its columns."""
    return {
        "type": "Table",
        "caption": texts.inside(table.caption),
        "columns": plain(table.columns, texts.inside),
        "rows": [[texts.inside(value.text) for value in row] for row in table.rows],
        "widths": plain(widths(table), str),
        "low": _is_low(table),
        "spans": list(spans(table)),
        "together": last_rows(table),
    }


def _is_low(table: Table) -> bool:
    """Whether a table stays on one page: not when it has many rows, or rows of many lines."""
    return len(table.rows) <= _LOW and all(len(value.text) <= _SHORT for row in table.rows for value in row)


def _drawing(figure: Figure, texts: Texts) -> Json:
    drawing = figure.drawing
    corner = texts.name(figure.table.columns[0].heading)
    match drawing:
        case Heat():
            return {"type": "Heat", "corner": corner, "grids": _grids(drawing, texts)}
        case Bars():
            return {"type": "Bars", "corner": corner, "rows": plain(drawing.rows, texts.inside)}
        case Ties():
            return plain(drawing, texts.name)
        case Dots():
            return plain(drawing, texts.inside)
        case Lines() | TileGrid():
            return {"type": "Lines"}


def _grids(heat: Heat, texts: Texts) -> list[Json]:
    """Return the map, in parts of about as many columns each that have the same rows."""
    number = max(1, -(-len(heat.columns) // _MOST_COLUMNS))
    size = max(1, -(-len(heat.columns) // number))
    return [_grid(heat, texts, slice(part * size, (part + 1) * size)) for part in range(number)]


def _grid(heat: Heat, texts: Texts, part: slice) -> Json:
    cells: list[Json] = [
        [{"text": texts.inside(cell.value.text), "step": cell.step} for cell in row[part]] for row in heat.cells
    ]
    return {"rows": plain(heat.rows, texts.inside), "columns": plain(heat.columns[part], texts.head), "cells": cells}


def room(report: Report) -> Json:
    """Return how wide each class of bars may be: one scale for all figures, as wide as their printed ends allow."""
    ends = {"disagree": [_LEAST_ROOM], "agree": [_LEAST_ROOM], "neither": [_LEAST_ROOM]}
    for bars in _bars(report):
        for part in (part for row in bars.rows for part in row.parts):
            ends[part.series] += [float(end) for end in (part.low, part.high) if end is not None]
    return {series: max(of) for series, of in ends.items()}


def _bars(report: Report) -> Iterable[Bars]:
    blocks = (block for section in report.sections for block in section.blocks)
    return (block.drawing for block in blocks if isinstance(block, Figure) and isinstance(block.drawing, Bars))
