"""Charts on the page: a Figure as the JSON that Plotly draws in the browser.

Everything is placed by hand, on a vertical axis of one unit per pixel, so that the height of a chart is known before
it is drawn and nothing on the page moves. Along the horizontal axis stand printed values only: the JSON is public in
full, so that it may hold nothing that the table does not (disclosure rule R9).
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from reports.forms.places import ENDS, NUMBERS, Form, Place, Plan, plan
from reports.look import CHART_TOKENS, FONT, MARKS, WEIGHTS, MarkLook, light
from reports.report import Figure, Mark, Row

Json = dict[str, object]

#: What the browser may do with a chart: nothing but show it. Sharing and editing go to a third party.
CONFIG: Final[Json] = {
    "responsive": True,
    "staticPlot": True,
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
}

_CLEAR: Final = "rgba(0,0,0,0)"
_HIDDEN_AXIS: Final[Json] = {"visible": False, "fixedrange": True}

TEMPLATE: Final[Json] = {
    "layout": {
        "font": {"family": f"{FONT}, system-ui, sans-serif", "color": light("ink")},
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "hovermode": False,
        "showlegend": False,
        "xaxis": _HIDDEN_AXIS,
        "yaxis": _HIDDEN_AXIS,
        "annotationdefaults": {"showarrow": False, "yanchor": "middle", "borderpad": 0},
        "shapedefaults": {"layer": "between"},
    },
    "data": {"scatter": [{"hoverinfo": "skip", "cliponaxis": False}]},
}

_SEPARATORS: Final = {"nl": ",.", "en": ".,"}
_SYMBOLS: Final = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle": "triangle-up"}


#: How far an arrow reaches from the value that it starts at.
_ARROW: Final = 34
#: At the right of the axis, for half of the words below its end.
_END_ROOM: Final = 50


def height(figure: Figure, form: Form) -> int:
    """Return a chart's height in pixels, which the page keeps free for it."""
    return plan(figure, form).height


def figure_json(figure: Figure, form: Form, language: str) -> Json:
    """Make a chart: the data, layout and configuration that Plotly's ``newPlot`` takes.

    Parameters
    ----------
    figure
        What to draw.
    form
        For a broad or a slim place.
    language
        The language of its decimal sign.
    """
    chart = plan(figure, form)
    layout: Json = {
        "template": TEMPLATE,
        "separators": _SEPARATORS[language],
        "height": chart.height,
        "margin": {"l": chart.measures.left, "r": chart.right, "t": 0, "b": 0, "pad": 0},
        "xaxis": {"range": [1, 5]},
        "yaxis": {"range": [chart.height, 0]},
        "shapes": [*_grid(chart), *_arrows(chart)],
        "annotations": [*_scale(figure, chart), *_words(chart)],
    }
    traces = [trace for trace in _traces(figure, chart) if trace["x"]]
    return {"data": traces, "layout": layout, "config": CONFIG}


def token_map() -> dict[str, str]:
    """Return every colour that a chart may hold with the custom property that takes its place on the page."""
    return {light(token): f"--{token}" for token in CHART_TOKENS}


def _grid(chart: Plan) -> Iterator[Json]:
    """Draw the scale's lines: from the first row to the last, or in the slim drawing along each row's marks."""
    whole = [(chart.places[0].grid[0], chart.bottom)]
    for top, bottom in whole if chart.form == "broad" else [place.grid for place in chart.places]:
        for value in range(1, 6):
            line = {"color": light("edge" if value == 3 else "line"), "width": 1}
            yield {"type": "line", "x0": value, "x1": value, "y0": top, "y1": bottom, "line": line}


def _scale(figure: Figure, chart: Plan) -> Iterator[Json]:
    """Write the scale's numbers, and its words at both ends."""
    size = chart.measures.note
    for value in range(1, 6):
        yield _text(str(value), size, {"x": value, "y": chart.bottom + NUMBERS}, colour="muted")
    anchors = ("center" if chart.form == "broad" else "left", "center" if chart.right > _END_ROOM else "right")
    for value, words, anchor in zip((1, 5), figure.ends, anchors, strict=True):
        at: Json = {"x": value, "y": chart.bottom + ENDS, "xanchor": anchor}
        yield _text(words, size, at, colour="muted")


def _words(chart: Plan) -> Iterator[Json]:
    """Write each row's label at the left, and its value and word at the right."""
    measures, anchor = chart.measures, "left" if chart.form == "broad" else "right"
    for place in chart.places:
        row = place.row
        for number, line in enumerate(place.lines):
            at = _beside(0, "left", -measures.left, place.label + number * measures.line)
            yield _text(line, measures.label, at, strong=True)
        if row.value:
            at = _beside(1, anchor, chart.values, place.marks)
            yield _text(row.value, measures.label, at, strong=True, colour=_shade(bool(row.marks)))
        if row.word:
            at = _beside(1, anchor, chart.words, place.word)
            yield _text(row.word, measures.note, at, strong=row.clear, colour=_shade(row.clear))


def _beside(side: int, anchor: str, shift: int, y: int) -> Json:
    """Return a position from the left (0) or the right (1) end of the scale."""
    return {"xref": "paper", "x": side, "xanchor": anchor, "xshift": shift, "y": y}


def _shade(clear: bool) -> str:
    return "ink" if clear else "muted"


def _text(text: str, size: int, at: Json, *, colour: str = "ink", strong: bool = False) -> Json:
    """Write a text; escaped, because Plotly reads markup and the titles are other people's."""
    font: Json = {"size": size, "color": light(colour), "weight": WEIGHTS["strong" if strong else "body"]}
    return {"text": escape(text, quote=False), "font": font} | at


def _traces(figure: Figure, chart: Plan) -> Iterator[Json]:
    """Draw the links first, and of marks in one place the small one on the large one."""
    places = chart.places
    if figure.linked:
        yield _lines([_span(place.row) for place in places], places, light("edge"))
    for series in sorted(reversed(figure.series), key=lambda series: -MARKS[series.id].size):
        look = MARKS[series.id]
        marks = [next((mark for mark in place.row.marks if mark.series == series.id), None) for place in places]
        yield _lines([_margin(mark) for mark in marks], places, light(look.colour))
        yield _lines([_range(mark) for mark in marks], places, light(look.colour)) | _caps(light(look.colour))
        yield _dots(marks, places, look)


Ends = tuple[float, float]


def _span(row: Row) -> Ends | None:
    values = [float(value) for mark in row.marks for value in mark.edges]
    return (min(values), max(values)) if len(row.marks) > 1 else None


def _margin(mark: Mark | None) -> Ends | None:
    return (float(mark.margin.low), float(mark.margin.high)) if mark and mark.margin else None


def _range(mark: Mark | None) -> Ends | None:
    return (float(mark.edges[0]), float(mark.edges[-1])) if mark and mark.kind == "between" else None


def _lines(ends: Sequence[Ends | None], places: Sequence[Place], colour: str) -> Json:
    """Draw a line per row that has one, in one trace with gaps."""
    drawn = [(each, place.marks) for each, place in zip(ends, places, strict=True) if each]
    x = [value for each, _ in drawn for value in (*each, None)]
    y = [value for _, middle in drawn for value in (middle, middle, None)]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": 2}}


def _caps(colour: str) -> Json:
    """Close both ends of a line: the average lies between them."""
    marker = {"symbol": "line-ns", "size": 14, "line": {"color": colour, "width": 2}}
    return {"mode": "lines+markers", "marker": marker}


def _dots(marks: Sequence[Mark | None], places: Sequence[Place], look: MarkLook) -> Json:
    drawn = [(mark, place) for mark, place in zip(marks, places, strict=True) if mark and mark.kind != "between"]
    x, y = [float(mark.edges[0]) for mark, _ in drawn], [place.marks for _, place in drawn]
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
                yield _arrow(mark, place.marks, 1 if mark.kind == "at_least" else -1)


def _arrow(mark: Mark, y: int, side: int) -> Json:
    tip, back = side * _ARROW, side * (_ARROW - 7)
    path = f"M0,{y}L{tip},{y}M{back},{y - 6}L{tip},{y}L{back},{y + 6}"
    line: Json = {"color": light(MARKS[mark.series].colour), "width": 2}
    return {"type": "path", "path": path, "xsizemode": "pixel", "xanchor": float(mark.edges[0]), "line": line}
