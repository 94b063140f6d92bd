"""Figures as the templates draw them.

Bars and heat maps print all their values, so they are set as tables themselves; under dots and maps the table follows.
"""

import math
from collections.abc import Iterable
from typing import Final

from reports.forms.pdf.texts import Texts
from reports.forms.typesetting import Json, plain
from reports.report import Bars, Figure, Heat, HeatCell, Report, Table, Ties, Value

#: A class of bars gets room for at least this share, so that there is room for its heading.
_LEAST_ROOM: Final = 0.3
#: Texts of at most this many characters never have to share a line's width.
_NARROW: Final = 16
_WORDY: Final = 22


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
    """Return a table, with how wide its columns are: 0 for as wide as its words, otherwise a part of what is left."""
    return {
        "type": "Table",
        "caption": texts.inside(table.caption),
        "columns": plain(table.columns, texts.inside),
        "rows": [[texts.inside(value.text) for value in row] for row in table.rows],
        "widths": _widths(table),
    }


def _widths(table: Table) -> list[Json]:
    """Return a part for each wordy column: longer texts get more room, though less than in proportion."""
    longest = [max((len(row[index].text) for row in table.rows), default=0) for index in range(len(table.columns))]
    return [
        0 if index > 0 and length <= _NARROW else round(math.sqrt(max(length, _WORDY)), 1)
        for index, length in enumerate(longest)
    ]


def _drawing(figure: Figure, texts: Texts) -> Json:
    drawing = figure.drawing
    if isinstance(drawing, Heat):
        return {
            "type": "Heat",
            "corner": texts.name(figure.table.columns[0].heading),
            "rows": plain(drawing.rows, texts.inside),
            "columns": plain(drawing.columns, texts.name),
            "cells": [[_heat_cell(cell, texts) for cell in row] for row in drawing.cells],
        }
    return plain(drawing, texts.name if isinstance(drawing, Ties) else texts.inside)


def _heat_cell(cell: HeatCell, texts: Texts) -> Json:
    return {"text": texts.plain(short_share(cell.value)), "step": cell.step}


def short_share(value: Value) -> str:
    """Return a share as it fits a small cell: ``60%``, ``≤15%``, ``≥80%``, ``20–30%``, or else as the table has it."""
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
