"""Averages on the page: dots on the axis from 1 to 5, with margins, links, arrows, and the band of the others."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.forms.figures import statuses
from reports.forms.figures.frame import Json, beside, layout, line, written
from reports.forms.figures.places import ENDS, MARK, NUMBERS, Form, Place, Plan, plan
from reports.forms.lanes import lanes
from reports.look import MARKS, MarkLook, light
from reports.report import Dots, Figure, Mark, Row, Series

_SYMBOLS: Final = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle": "triangle-up"}


#: The pixels that marks stand apart for each step of ``lanes``.
_LANE: Final = {"broad": 3, "slim": 2}
#: How far an arrow reaches from the value that it starts at.
_ARROW: Final = 34
#: At the right of the axis, for half of the words below its end.
_END_ROOM: Final = 50
#: Half the height of a band; its median stands out as far.
_BAND: Final = 11


def draw(figure: Figure, dots: Dots, form: Form, language: str) -> Json:
    """Return data and layout of a chart of averages, and where the broad one may be cut: above and below its rows."""
    chart = plan(dots, form)
    frame = layout(language, height=chart.height, sides=(chart.measures.left, chart.right), across=(1, 5))
    frame |= {
        "shapes": [*_grid(chart), *_bands(chart), *_arrows(chart), *_statuses(chart)],
        "annotations": [*_scale(dots, chart), *_words(chart), *_signs(chart)],
    }
    traces = [trace for trace in _traces(figure.key, dots, chart) if trace["x"]]
    drawn: Json = {"data": traces, "layout": frame}
    if form == "broad":
        drawn["cuts"] = [chart.places[0].grid[0], *(place.bottom for place in chart.places)]
    return drawn


def _grid(chart: Plan) -> Iterator[Json]:
    """Draw the scale's lines: from the first row to the last, or in the slim drawing along each row's marks."""
    whole = [(chart.places[0].grid[0], chart.bottom)]
    for top, bottom in whole if chart.form == "broad" else [place.grid for place in chart.places]:
        for value in range(1, 6):
            yield line((value, value), (top, bottom), "edge" if value == 3 else "line")


def _bands(chart: Plan) -> Iterator[Json]:
    """Draw where the middle half of the other networks is, and their median."""
    for place in chart.places:
        if (band := place.row.band) is None:
            continue
        ends: Json = {"y0": place.marks - _BAND, "y1": place.marks + _BAND}
        edge: Json = {"fillcolor": light("band"), "line": {"color": light("edge"), "width": 1}}
        yield {"type": "rect", "x0": float(band.low), "x1": float(band.high)} | ends | edge
        median: Json = {"x0": float(band.median), "x1": float(band.median)}
        yield {"type": "line", "line": {"color": light("muted"), "width": 2}} | ends | median


def _scale(dots: Dots, chart: Plan) -> Iterator[Json]:
    """Write the scale's numbers, and its words at both ends."""
    size = chart.measures.note
    for value in range(1, 6):
        yield written(str(value), size, {"x": value, "y": chart.bottom + NUMBERS}, colour="muted")
    anchors = ("center" if chart.form == "broad" else "left", "center" if chart.right > _END_ROOM else "right")
    for value, words, anchor in zip((1, 5), dots.ends, anchors, strict=True):
        at: Json = {"x": value, "y": chart.bottom + ENDS, "xanchor": anchor}
        yield written(words, size, at, colour="muted")


def _words(chart: Plan) -> Iterator[Json]:
    """Write each row's label at the left, and its value and word at the right."""
    measures, anchor = chart.measures, "left" if chart.form == "broad" else "right"
    for place in chart.places:
        row = place.row
        for number, words in enumerate(place.lines):
            at = beside(0, "left", -measures.left, place.label + number * measures.line)
            yield written(words, measures.label, at, strong=True)
        if row.value:
            at = beside(1, anchor, chart.values, place.marks)
            yield written(row.value, measures.label, at, strong=True, colour=_shade(bool(row.marks)))
        for number, words in enumerate(place.words):
            at = beside(1, anchor, _after_mark(chart, place), place.word + number * measures.line)
            clear = row.clear or row.status is not None
            yield written(words, measures.note, at, strong=row.clear, colour=_shade(clear))


def _after_mark(chart: Plan, place: Place) -> int:
    """Return where a word stands: beside the shape of its status, which is at its left, or slim at its right."""
    room = MARK if place.row.status else 0
    return chart.words + (room if chart.form == "broad" else -room)


def _statuses(chart: Plan) -> Iterator[Json]:
    at: Json = {"xref": "paper", "xanchor": 1}
    for place in chart.places:
        if place.row.status:
            yield from statuses.shapes(place.row.status.shape, at, _mark(chart), place.word)


def _signs(chart: Plan) -> Iterator[Json]:
    at: Json = {"xref": "paper", "x": 1, "xshift": _mark(chart)}
    for place in chart.places:
        if place.row.status:
            yield from statuses.sign(place.row.status.shape, at, place.word)


def _mark(chart: Plan) -> int:
    """Return the middle of the shapes of statuses, from the end of the axis on."""
    return chart.words + (8 if chart.form == "broad" else -8)


def _shade(clear: bool) -> str:
    return "ink" if clear else "muted"


def _traces(key: Sequence[Series], dots: Dots, chart: Plan) -> Iterator[Json]:
    """Draw the links first; marks that would lie on each other stand above each other, in the order of the key."""
    places = chart.places
    if dots.linked:
        middles = [place.marks for place in places]
        yield _lines([_span(place.row) for place in places], middles, light("edge"))
    apart = [lanes(place.row) for place in places]
    for series in sorted(reversed(key), key=lambda series: -MARKS[series.id].size):
        look = MARKS[series.id]
        marks = [next((mark for mark in place.row.marks if mark.series == series.id), None) for place in places]
        heights = [_height(chart, place, of.get(series.id, 0)) for place, of in zip(places, apart, strict=True)]
        yield _lines([_margin(mark) for mark in marks], heights, light(look.colour))
        yield _lines([_range(mark) for mark in marks], heights, light(look.colour)) | _caps(light(look.colour))
        yield _dots(marks, heights, look)


def _height(chart: Plan, place: Place, lane: int) -> int:
    """Return where a mark stands that is so far below its row's middle, as ``lanes`` says it."""
    return place.marks + lane * _LANE[chart.form]


Ends = tuple[float, float]


def _span(row: Row) -> Ends | None:
    values = [float(value) for mark in row.marks for value in mark.edges]
    return (min(values), max(values)) if len(row.marks) > 1 else None


def _margin(mark: Mark | None) -> Ends | None:
    return (float(mark.margin.low), float(mark.margin.high)) if mark and mark.margin else None


def _range(mark: Mark | None) -> Ends | None:
    return (float(mark.edges[0]), float(mark.edges[-1])) if mark and mark.kind == "between" else None


def _lines(ends: Sequence[Ends | None], heights: Sequence[int], colour: str) -> Json:
    """Draw a line per row that has one, in one trace with gaps."""
    drawn = [(each, height) for each, height in zip(ends, heights, strict=True) if each]
    x = [value for each, _ in drawn for value in (*each, None)]
    y = [value for _, middle in drawn for value in (middle, middle, None)]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": 2}}


def _caps(colour: str) -> Json:
    """Close both ends of a line: the average lies between them."""
    marker = {"symbol": "line-ns", "size": 14, "line": {"color": colour, "width": 2}}
    return {"mode": "lines+markers", "marker": marker}


def _dots(marks: Sequence[Mark | None], heights: Sequence[int], look: MarkLook) -> Json:
    drawn = [(mark, height) for mark, height in zip(marks, heights, strict=True) if mark and mark.kind != "between"]
    x, y = [float(mark.edges[0]) for mark, _ in drawn], [height for _, height in drawn]
    colour = light(look.colour)
    symbol = _SYMBOLS[look.shape] + ("" if look.filled else "-open")  # a mark under an open one stays visible
    marker: Json = {"symbol": symbol, "size": look.size, "opacity": 1}
    marker |= {"color": colour, "line": {"color": colour, "width": 0 if look.filled else 3}}
    return {"type": "scatter", "mode": "markers", "x": x, "y": y, "marker": marker}


def _arrows(chart: Plan) -> Iterator[Json]:
    """Point from each coded value to the side where the average may be."""
    for place in chart.places:
        for mark in place.row.marks:
            if mark.kind in ("at_least", "at_most"):
                height = _height(chart, place, lanes(place.row)[mark.series])
                yield _arrow(mark, height, 1 if mark.kind == "at_least" else -1)


def _arrow(mark: Mark, y: int, side: int) -> Json:
    tip, back = side * _ARROW, side * (_ARROW - 7)
    path = f"M0 {y}L{tip} {y}M{back} {y - 6}L{tip} {y}L{back} {y + 6}"
    line: Json = {"color": light(MARKS[mark.series].colour), "width": 2}
    return {"type": "path", "path": path, "xsizemode": "pixel", "xanchor": float(mark.edges[0]), "line": line}
