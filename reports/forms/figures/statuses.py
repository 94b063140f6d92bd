"""The shape of a theme's status, beside its words: it says in form what they say."""

from collections.abc import Iterator
from typing import Final

from reports.forms.figures.frame import Json, written
from reports.look import light
from reports.report.figures import StatusShape

#: The colour of each shape, which says nothing that the shape does not.
_COLOURS: Final[dict[StatusShape, str]] = {
    "full": "group-total",
    "half": "group-total",
    "triangle": "attention",
    "apart": "ink",
    "question": "muted",
    "dash": "muted",
}
#: Half of the shape's width.
_R: Final = 7


def shapes(shape: StatusShape, at: Json, x: int, y: int) -> Iterator[Json]:
    """Draw a shape around a point ``x`` pixels from ``at`` (``xref`` and ``xanchor``), ``y`` pixels from the top."""
    colour = light(_COLOURS[shape])
    filled: Json = {"fillcolor": colour, "line": {"width": 0}, "xsizemode": "pixel"} | at
    if shape in ("full", "half", "question"):
        around: Json = {"x0": x - _R, "x1": x + _R, "y0": y - _R, "y1": y + _R}
        ring: Json = {"line": {"color": colour, "width": 2}, "xsizemode": "pixel"} | at
        yield {"type": "circle", **around, **(filled if shape == "full" else ring)}
    paths: dict[str, str] = {
        "half": _half(x, y, 1),
        "triangle": f"M{x} {y - 7}L{x + 8} {y + 6}L{x - 8} {y + 6}Z",
        "apart": _half(x - 1, y - 2, -1) + _half(x + 1, y + 2, 1),
        "dash": f"M{x - 6} {y - 1}L{x + 6} {y - 1}L{x + 6} {y + 2}L{x - 6} {y + 2}Z",
    }
    if shape in paths:
        yield {"type": "path", "path": paths[shape], **filled}


def sign(shape: StatusShape, at: Json, y: int) -> Iterator[Json]:
    """Write the sign within a shape that has one."""
    if shape == "question":
        yield written("?", 11, at | {"y": y + 1, "xanchor": "center"}, colour=_COLOURS[shape], strong=True)


def _half(x: int, y: int, side: int) -> str:
    """Return half a disc at one side of a point."""
    edge = x + side * (_R - 1)
    return f"M{x} {y - 6}Q{edge} {y - 6} {edge} {y}Q{edge} {y + 6} {x} {y + 6}Z"
