"""Averages over rounds: a place along the axis for every round, the scale from 1 to 5 upwards, lines that break."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.forms.figures.frame import Json, layout, written
from reports.forms.figures.sizes import AIR, Form, fold, wide
from reports.look import MARKS, light
from reports.report import LinePoint, Lines, Mark

#: How high a chart is, and what stays free around the scale: above, and below for the names of the rounds.
_HEIGHT: Final = 246
_TOP, _BELOW, _LEFT, _RIGHT = 26, 48, 26, 26
#: From one round to the next along the axis; half of it stays free beside the outermost.
_STEP: Final = 2
#: The least that the axis is wide in each form; what is named must fit in it.
_WIDTH: Final[dict[Form, int]] = {"broad": 380, "slim": 232}
_TYPE: Final[dict[Form, int]] = {"broad": 15, "slim": 14}
_NOTE: Final = 13
#: The names of rounds are folded into lines of so many characters, each so high.
_CHARACTERS, _LINE = 10, 16
#: How far an arrow reaches from a coded value, and a word stands above its mark.
_ARROW, _WORD = 26, 17

_LOOK: Final = MARKS["total"]


def draw(lines: Lines, form: Form, language: str) -> Json:
    """Return data and layout of a chart of one theme over rounds."""
    frame = layout(language, height=_HEIGHT, sides=(_LEFT, _RIGHT), across=(-1, _STEP * len(lines.rounds) - 1))
    frame |= {
        "margin": {"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _BELOW, "pad": 0},
        "yaxis": {"range": [1, 5]},
        "shapes": [*_grid(), *_arrows(lines.points)],
        "annotations": [*_scale(), *_rounds(lines.rounds, form), *_values(lines.points, form)],
    }
    return {"data": [trace for trace in _traces(lines.points) if trace["x"]], "layout": frame}


def _grid() -> Iterator[Json]:
    for value in range(1, 6):
        ends: Json = {"xref": "paper", "x0": 0, "x1": 1, "y0": value, "y1": value}
        yield {"type": "line", "line": {"color": light("edge" if value == 3 else "line"), "width": 1}} | ends


def _scale() -> Iterator[Json]:
    for value in range(1, 6):
        at: Json = {"xref": "paper", "x": 0, "xanchor": "right", "xshift": -10, "y": value}
        yield written(str(value), _NOTE, at, colour="muted")


def _rounds(rounds: Sequence[str], form: Form) -> Iterator[Json]:
    """Name the rounds, from the last one back so many as fit beside each other."""
    names = [fold(name, _CHARACTERS) for name in rounds]
    widest = max(wide(line, _NOTE) for name in names for line in name) + AIR
    every = max(1, -(-widest * len(rounds) // _WIDTH[form]))
    for place in range(len(rounds) - 1, -1, -every):
        for number, line in enumerate(names[place]):
            at: Json = {"x": _STEP * place, "yref": "paper", "y": 0, "yshift": -(18 + _LINE * number)}
            yield written(line, _NOTE, at, colour="muted")


def _values(points: Sequence[LinePoint], form: Form) -> Iterator[Json]:
    for point in points:
        at: Json = {"x": _STEP * point.place, "y": float(point.mark.edges[-1]), "yshift": _WORD + _above(point.mark)}
        yield written(point.value, _TYPE[form], at, strong=True)


def _above(mark: Mark) -> int:
    """Return how far the arrow of a mark comes above it."""
    return _ARROW if mark.kind == "at_least" else 0


def _traces(points: Sequence[LinePoint]) -> Iterator[Json]:
    """Draw the joined points first, then ranges, and dots on top."""
    colour = light(_LOOK.colour)
    joined = [(points[number - 1], point) for number, point in enumerate(points) if point.joined]
    yield _line([(before.place, _at(before.mark), point.place, _at(point.mark)) for before, point in joined], colour)
    ranges = [point for point in points if point.mark.kind == "between"]
    spans = [(each.place, float(each.mark.edges[0]), each.place, float(each.mark.edges[-1])) for each in ranges]
    marker: Json = {"symbol": "line-ew", "size": 14, "line": {"color": colour, "width": 2}}
    yield _line(spans, colour) | {"mode": "lines+markers", "marker": marker}
    dots = [point for point in points if point.mark.kind != "between"]
    look: Json = {"symbol": "circle", "size": 13, "opacity": 1, "color": colour, "line": {"width": 0}}
    places: Json = {"x": [_STEP * each.place for each in dots], "y": [_at(each.mark) for each in dots]}
    yield {"type": "scatter", "mode": "markers", "marker": look} | places


def _at(mark: Mark) -> float:
    return float(mark.edges[0])


def _line(ends: Sequence[tuple[int, float, int, float]], colour: str) -> Json:
    """Draw these lines in one trace, with gaps between them."""
    x = [value for left, _, right, _ in ends for value in (_STEP * left, _STEP * right, None)]
    y = [value for _, low, _, high in ends for value in (low, high, None)]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": 3}}


def _arrows(points: Sequence[LinePoint]) -> Iterator[Json]:
    """Point from each coded value to the side where the average may be."""
    for point in points:
        if point.mark.kind in ("at_least", "at_most"):
            yield _arrow(point, 1 if point.mark.kind == "at_least" else -1)


def _arrow(point: LinePoint, side: int) -> Json:
    tip, back = side * _ARROW, side * (_ARROW - 7)
    path = f"M0 0L0 {tip}M-6 {back}L0 {tip}L6 {back}"
    sizes: Json = {
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": _STEP * point.place,
        "yanchor": _at(point.mark),
    }
    return {"type": "path", "path": path, "line": {"color": light(_LOOK.colour), "width": 2}} | sizes
