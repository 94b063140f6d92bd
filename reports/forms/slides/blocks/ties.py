"""A map of who has contact with whom: lines and circles that are one object to a screen reader."""

from typing import Final

from reports.forms.slides.blocks.sizes import largest, within
from reports.forms.slides.boxes import MM, POINT, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.markup import Align, Ground, Line, outline
from reports.forms.slides.telling import told
from reports.report import Edge, Figure, Node, Series, Ties

_DOT: Final = 5 * MM
_NAME: Final = 62 * MM
_TALL: Final = 13 * MM
#: The width of a line by how often there is contact, in points.
_WIDTHS: Final = (1.0, 1.5, 3.0, 5.0)
_KEY: Final = 70 * MM
_KEY_ROW: Final = 14 * MM


def draw_ties(canvas: Canvas, box: Box, figure: Figure, ties: Ties) -> None:
    """Draw the map with names around it, and its key at the right."""
    field = Box(box.left, box.top, box.width - _KEY, box.height)
    with canvas.together(field, told(figure)):
        for edge in ties.edges:
            _line(canvas, field, ties, edge)
        size = largest([node.name for node in ties.nodes], _NAME, _TALL)
        for node in ties.nodes:
            _node(canvas, field, node, min(size, 14))
    _draw_key(canvas, Box(field.right, box.top, _KEY, box.height), figure.key)


def _point(field: Box, node: Node) -> tuple[int, int]:
    """Return where a node stands: between the names at both sides."""
    across, down = field.width - 2 * _NAME, field.height - 2 * _TALL
    return field.left + _NAME + across * node.x // 1000, field.top + _TALL + down * node.y // 1000


def _line(canvas: Canvas, field: Box, ties: Ties, edge: Edge) -> None:
    start, end = (_point(field, ties.nodes[each]) for each in (edge.first, edge.second))
    width = round(_WIDTHS[edge.strength] * POINT)
    canvas.connector(start, end, outline("accent" if edge.confirmed else "edge", width, dashed=not edge.confirmed))


def _node(canvas: Canvas, field: Box, node: Node, size: int) -> None:
    x, y = _point(field, node)
    fill = "accent" if node.answered else "paper"
    canvas.ornament("ellipse", Box(x - _DOT // 2, y - _DOT // 2, _DOT, _DOT), Ground(fill, "accent", 25_400))
    name = [Line.plain(within(node.name, _NAME, _TALL, size), size, align=_side(node))]
    canvas.text(_beside(node, x, y), name, anchor="ctr")


def _side(node: Node) -> Align:
    return "l" if node.x > 550 else "r" if node.x < 450 else "ctr"


def _beside(node: Node, x: int, y: int) -> Box:
    """Return the place of a name: at the outer side of the node."""
    if (side := _side(node)) == "ctr":
        return Box(x - _NAME // 2, y - _TALL - _DOT // 2 if node.y < 500 else y + _DOT // 2, _NAME, _TALL)
    return Box(x + _DOT if side == "l" else x - _DOT - _NAME, y - _TALL // 2, _NAME, _TALL)


def _draw_key(canvas: Canvas, box: Box, series: tuple[Series, ...]) -> None:
    for number, each in enumerate(series):
        at = Box(box.left, box.top + number * _KEY_ROW, box.width, _KEY_ROW)
        middle = at.top + at.height // 2
        if each.id.startswith("tie"):
            is_both = each.id == "tie-both"
            look = outline("accent" if is_both else "edge", 25_400, dashed=not is_both)
            canvas.connector((at.left, middle), (at.left + 12 * MM, middle), look)
        else:
            dot = Box(at.left + 4 * MM, middle - _DOT // 2, _DOT, _DOT)
            canvas.ornament("ellipse", dot, Ground("paper", "accent", 25_400))
        words = Box(at.left + 15 * MM, at.top, at.width - 15 * MM, at.height)
        size = largest([each.label], words.width, words.height)
        canvas.text(words, [Line.plain(each.label, min(size, 14))], anchor="ctr")
