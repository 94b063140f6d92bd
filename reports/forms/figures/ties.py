"""A map of ties as a picture: nodes on a circle, lines between them, and names around; all in whole pixels."""

from dataclasses import dataclass
from math import atan2, pi
from typing import Final

from reports.forms.figures.sizes import Form, fold
from reports.report import Edge, Node, Ties

#: Between a node and its name; the height of a line of a name; half a letter.
_BESIDE, _LINE, _HALF = 16, 18, 5
#: Nodes within this part of the middle (of 1000) have their name above or below.
_MIDDLE: Final = range(440, 561)


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where the circle lies in a drawing, how many characters fit in a line of a name beside it, and its heights.

    A circle is ``each`` high for every organisation, but at least ``low`` and at most ``high``. ``widths`` are those of
    lines by strength, from not said to weekly. ``even``: as far below each other at its ends as in its middle, because
    names have more lines there.
    """

    width: int
    left: int
    across: int
    side: int
    each: int
    low: int
    high: int
    widths: tuple[int, ...]
    even: bool = False


_CANVASES: Final[dict[Form, Canvas]] = {
    "broad": Canvas(width=760, left=230, across=300, side=26, each=32, low=220, high=360, widths=(2, 3, 5, 7)),
    "slim": Canvas(
        width=320, left=106, across=108, side=12, each=46, low=220, high=560, widths=(1, 2, 3, 4), even=True
    ),
}
#: Above and below the circle, for names of so many lines.
_ROOM: Final = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two places."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int
    dashed: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """An organisation: its place, and the lines of its name with where they stand."""

    x: int
    y: int
    open: bool
    anchor: str
    text_x: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ties."""

    width: int
    height: int
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]


def picture(ties: Ties, form: Form) -> Picture:
    """Give every organisation and every tie its place."""
    canvas = _CANVASES[form]
    down = min(canvas.high, max(canvas.low, canvas.each * len(ties.nodes)))
    places = [_place(node, canvas, down) for node in ties.nodes]
    lines = (_line(edge, places, canvas) for edge in sorted(ties.edges, key=lambda edge: (edge.first, edge.second)))
    spots = (_spot(node, place, canvas) for node, place in zip(ties.nodes, places, strict=True))
    return Picture(canvas.width, down + 2 * _ROOM, tuple(lines), tuple(spots))


def _place(node: Node, canvas: Canvas, down: int) -> tuple[int, int]:
    from_top = _evenly(node) if canvas.even else node.y
    return canvas.left + node.x * canvas.across // 1000, _ROOM + from_top * down // 1000


def _evenly(node: Node) -> int:
    """Return how far a node is from the top of its circle along its edge, in thousandths of the way to the bottom."""
    return round(1000 * abs(atan2(node.x - 500, 500 - node.y)) / pi)


def _line(edge: Edge, places: list[tuple[int, int]], canvas: Canvas) -> Line:
    return Line(*places[edge.first], *places[edge.second], canvas.widths[edge.strength], not edge.confirmed)


def _spot(node: Node, place: tuple[int, int], canvas: Canvas) -> Spot:
    """Write a name outside the circle: beside it, or for who stands in the middle above or below."""
    x, y = place
    if node.x in _MIDDLE:
        names = fold(node.name, 2 * canvas.side)
        above = node.y < 500
        first = y - _BESIDE - (len(names) - 1) * _LINE if above else y + _BESIDE + 2 * _HALF
        return Spot(x, y, not node.answered, "middle", x, _lines(names, first))
    names = fold(node.name, canvas.side)
    right = node.x > 500
    first = y + _HALF - (len(names) - 1) * _LINE // 2
    aside = x + _BESIDE if right else x - _BESIDE
    return Spot(x, y, not node.answered, "start" if right else "end", aside, _lines(names, first))


def _lines(names: tuple[str, ...], first: int) -> tuple[tuple[int, str], ...]:
    return tuple((first + number * _LINE, name) for number, name in enumerate(names))
