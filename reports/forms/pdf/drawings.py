"""Figures as the templates draw them.

Bars and heat maps print all their values, so they are set as tables themselves; under dots and maps the table follows.
"""

from collections.abc import Iterable
from typing import Final

from reports.forms.pdf.texts import Texts
from reports.forms.typesetting import Json, plain
from reports.report import Bars, Figure, Heat, Report, Table, Ties, Value

#: A class of bars gets room for at least this share, so that there is room for its heading.
_LEAST_ROOM: Final = 0.3


def figure_json(figure: Figure, texts: Texts, before: Figure | None) -> Json:
    """Return a figure; how to read it is not said again right after a figure that said the same."""
    return {
        "type": "Figure",
        "answer": texts.running(figure.answer),
        "how": "" if before is not None and before.how == figure.how else texts.running(figure.how),
        "alt": texts.running(figure.alt),
        "key": plain(figure.key, texts.inside),
        "drawing": _drawing(figure, texts),
        "table": None if prints_all(figure) else table_json(figure.table, texts),
    }


def prints_all(figure: Figure) -> bool:
    """Whether the drawing itself prints every value."""
    return isinstance(figure.drawing, Bars | Heat)


def table_json(table: Table, texts: Texts) -> Json:
    """Return a table."""
    return plain(table, texts.inside)


def _drawing(figure: Figure, texts: Texts) -> Json:
    drawing = figure.drawing
    if isinstance(drawing, Heat):
        cells: list[Json] = [
            [{"text": texts.plain(short_share(cell.value)), "step": cell.step} for cell in row] for row in drawing.cells
        ]
        rows, columns = plain(drawing.rows, texts.inside), plain(drawing.columns, texts.name)
        return {"type": "Heat", "corner": texts.name(figure.table.columns[0].heading), "rows": rows} | {
            "columns": columns,
            "cells": cells,
        }
    return plain(drawing, texts.name if isinstance(drawing, Ties) else texts.inside)


def short_share(value: Value) -> str:
    """Return a share as short as it fits a small cell: ``60%``, ``≤15%``, ``≥80%``, ``20–30%`` or as the table has it."""
    low, high = (None if end is None else f"{100 * end:.0f}" for end in (value.low, value.high))
    forms = {"exact": f"{low}%", "at_least": f"≥{low}%", "at_most": f"≤{high}%", "between": f"{low}–{high}%"}
    return forms.get(value.exactness or "", value.text) if value.kind == "share" else value.text


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
