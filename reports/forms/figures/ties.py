"""A map of ties as a picture: nodes on a circle, lines between them, and names around; all in whole pixels."""

from dataclasses import dataclass, replace
from math import atan2, pi
from typing import Final

from reports.forms.figures.sizes import Form, fold_words, longest
from reports.report import Edge, Node, Ties

#: Between a node and its name; half a letter.
_BESIDE, _HALF = 16, 5
#: The width of an average character in names, which have capitals, in parts of the type size.
_CHARACTER: Final = 0.53
#: Nodes within this part of the middle (of 1000) have their name above or below.
_MIDDLE: Final = range(440, 561)


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where the circle lies in a drawing, its type, how many characters a line of a name has at most, and its heights.

    A name beside the circle has ``side`` characters a line where there is room for them, one above or below it has
    ``above``. A circle is ``each`` high for every organisation, but at least ``low`` and at most ``high``. ``widths``
    are those of lines by strength, from not said to weekly. ``even``: as far below each other at its ends as in its
    middle, because names have more lines there.
    """

    width: int
    left: int
    across: int
    side: int
    above: int
    each: int
    low: int
    high: int
    widths: tuple[int, ...]
    type: int = 15
    even: bool = False

    @property
    def line(self) -> int:
        """The height of a line of a name."""
        return -(-6 * self.type // 5)

    def characters(self, pixels: int) -> int:
        """Return how many characters have room in so many pixels."""
        return int(pixels / (self.type * _CHARACTER))


_BROAD: Final = Canvas(
    width=760, left=230, across=300, side=26, above=52, each=32, low=220, high=360, widths=(2, 3, 5, 7)
)
_SLIM: Final = Canvas(
    width=320, left=106, across=108, side=26, above=24, each=46, low=220, high=560, widths=(1, 2, 3, 4), even=True
)
#: Of each form the one that is drawn is the first in which every word of a name fits: on a phone the letters become
#: smaller. Where it fits in none, the last is drawn of the broad form, and numbers on a phone.
_CANVASES: Final[dict[Form, tuple[Canvas, ...]]] = {
    "broad": (_BROAD,),
    "slim": (
        _SLIM,
        replace(_SLIM, type=13),
        replace(_SLIM, type=12),
    ),
}
#: On a phone more organisations than this leave no room for their names around a circle that is still one.
_NAMED: Final = 6
#: Then the nodes have numbers, on a round circle, and the names stand below it.
_NUMBERED: Final = Canvas(
    width=320, left=40, across=240, side=36, above=36, each=0, low=240, high=240, widths=(1, 2, 3, 4)
)
#: Where a name stands beside its number, and how far the first one is below the circle, and names from each other.
_NAME, _BELOW, _APART = 36, 40, 8
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
    """An organisation: its place, and the lines of its name with where they stand.

    With a ``number`` its name stands below the circle, beside the same number.
    """

    x: int
    y: int
    open: bool
    anchor: str
    text_x: int
    lines: tuple[tuple[int, str], ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ties."""

    width: int
    height: int
    type: int
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]


def picture(ties: Ties, form: Form) -> Picture:
    """Give every organisation and every tie its place."""
    canvas = next((each for each in _CANVASES[form] if _has_room(ties, each)), None)
    if form == "slim" and (canvas is None or len(ties.nodes) > _NAMED):
        return _numbered(ties)
    canvas = canvas or _CANVASES[form][-1]
    places = [_place(node, canvas, ties) for node in ties.nodes]
    spots = (_spot(node, place, canvas) for node, place in zip(ties.nodes, places, strict=True))
    height = _down(ties, canvas) + 2 * _ROOM
    return Picture(canvas.width, height, canvas.type, _all_lines(ties, places, canvas), tuple(spots))


def _numbered(ties: Ties) -> Picture:
    """Draw a round circle of numbers, and the names below it in their order."""
    canvas = _NUMBERED
    places = [(canvas.left + node.x * canvas.across // 1000, _spread(node.y, canvas)) for node in ties.nodes]
    below, spots = _spread(1000, canvas) + _BELOW, list[Spot]()
    for number, (node, (x, y)) in enumerate(zip(ties.nodes, places, strict=True), start=1):
        names = fold_words(node.name, canvas.characters(canvas.width - _NAME))
        spots.append(Spot(x, y, not node.answered, "start", _NAME, _lines(names, below, canvas), number))
        below += len(names) * canvas.line + _APART
    return Picture(canvas.width, below, canvas.type, _all_lines(ties, places, canvas), tuple(spots))


def _spread(from_top: int, canvas: Canvas) -> int:
    """Return how far down a node of a round circle is."""
    return canvas.left + from_top * canvas.across // 1000


def _all_lines(ties: Ties, places: list[tuple[int, int]], canvas: Canvas) -> tuple[Line, ...]:
    in_order = sorted(ties.edges, key=lambda edge: (edge.first, edge.second))
    return tuple(_line(edge, places, canvas) for edge in in_order)


def _has_room(ties: Ties, canvas: Canvas) -> bool:
    """Whether every word of a name fits on a line."""
    return all(longest(node.name) <= _characters(node, _across(node, canvas), canvas) for node in ties.nodes)


def _down(ties: Ties, canvas: Canvas) -> int:
    return min(canvas.high, max(canvas.low, canvas.each * len(ties.nodes)))


def _across(node: Node, canvas: Canvas) -> int:
    return canvas.left + node.x * canvas.across // 1000


def _place(node: Node, canvas: Canvas, ties: Ties) -> tuple[int, int]:
    from_top = _evenly(node) if canvas.even else node.y
    return _across(node, canvas), _ROOM + from_top * _down(ties, canvas) // 1000


def _evenly(node: Node) -> int:
    """Return how far a node is from the top of its circle along its edge, in thousandths of the way to the bottom."""
    return round(1000 * abs(atan2(node.x - 500, 500 - node.y)) / pi)


def _line(edge: Edge, places: list[tuple[int, int]], canvas: Canvas) -> Line:
    return Line(*places[edge.first], *places[edge.second], canvas.widths[edge.strength], not edge.confirmed)


def _characters(node: Node, x: int, canvas: Canvas) -> int:
    """Return how many characters of a name fit on a line between its node and the edge of the drawing."""
    if node.x in _MIDDLE:
        return canvas.above
    return min(canvas.side, canvas.characters((canvas.width - x if _is_right(node) else x) - _BESIDE))


def _is_right(node: Node) -> bool:
    return node.x > 500


def _spot(node: Node, place: tuple[int, int], canvas: Canvas) -> Spot:
    """Write a name outside the circle: beside it, or for who stands in the middle above or below."""
    x, y = place
    names = fold_words(node.name, _characters(node, x, canvas))
    more = (len(names) - 1) * canvas.line
    if node.x in _MIDDLE:
        first = y - _BESIDE - more if node.y < 500 else y + _BESIDE + 2 * _HALF
        return Spot(x, y, not node.answered, "middle", x, _lines(names, first, canvas))
    anchor, aside = ("start", x + _BESIDE) if _is_right(node) else ("end", x - _BESIDE)
    return Spot(x, y, not node.answered, anchor, aside, _lines(names, y + _HALF - more // 2, canvas))


def _lines(names: tuple[str, ...], first: int, canvas: Canvas) -> tuple[tuple[int, str], ...]:
    return tuple((first + number * canvas.line, name) for number, name in enumerate(names))
