"""Small marks beside words: those of the key, and of a theme's status. They say in form what the words say."""

from collections.abc import Sequence
from typing import Final

from reports.forms.slides.blocks.sizes import within
from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.fitting import breadth
from reports.forms.slides.markup import Ground, Line
from reports.look import CLASSES, MARKS
from reports.report import Series, StatusMark

#: The size of a mark, the room that it gets before words, and the type of the key: smaller only for endless words.
MARK: Final = 4 * MM
ROOM: Final = 7 * MM
_TYPES: Final = (14, 13, 12)
_WHISKER: Final = 2 * MM
KEY: Final = 8 * MM
#: Between a mark with its words and the next one.
_APART: Final = 6 * MM

_THIN: Final = MM // 2
#: An average that is coded: this or more, this or less.
_ARROWS: Final = {"mark-at_least": "rightArrow", "mark-at_most": "leftArrow"}
_SHAPES: Final = {"circle": "ellipse", "square": "rect", "diamond": "diamond", "triangle": "triangle"}
_STATUS: Final = {"full": "accent", "half": "accent", "triangle": "attention", "apart": "ink"}


def key_lines(series: Sequence[Series], width: int, *, has_margins: bool = False) -> list[list[Series]]:
    """Return the lines of a key: on each as many marks with their words as stand beside each other."""
    found, left = list[list[Series]](), 0
    for each in series:
        needed = _room(each, has_margins) + breadth(each.label, _TYPES[0]) + _APART
        if not found or needed > left:
            found.append([])
            left = width
        found[-1].append(each)
        left -= needed
    return found


def key(canvas: Canvas, box: Box, series: Sequence[Series], *, has_margins: bool = False) -> None:
    """Write what the marks of a figure stand for, beside each other."""
    rooms = [_room(each, has_margins) for each in series]
    size, widths = _key_type(series, box.width - sum(rooms))
    left = box.left
    for each, room, width in zip(series, rooms, widths, strict=True):
        if room > ROOM:
            line = Box(left, _middle(box, MM // 2), MARK + 2 * _WHISKER, MM // 2)
            canvas.ornament("rect", line, Ground(MARKS[each.id].colour))
        _sample(canvas, Box(left + (room - ROOM) // 2, _middle(box, MARK), MARK, MARK), each.id)
        words = [Line.plain(within(each.label, width, box.height, size), size)]
        canvas.text(Box(left + room, box.top, width, box.height), words, anchor="ctr")
        left += room + width


def _room(series: Series, has_margins: bool) -> int:
    """Return the room of a mark before its words."""
    return ROOM + 2 * _WHISKER if has_margins and series.id == "total" else ROOM


def _key_type(series: Sequence[Series], room: int) -> tuple[int, list[int]]:
    """Return the type at which all words of a line of the key stand on it, and their widths."""
    for size in _TYPES:
        widths = [breadth(each.label, size) + _APART for each in series]
        if sum(widths) <= room:
            return size, widths
    return _TYPES[-1], [room // max(1, len(series))] * len(series)


def _sample(canvas: Canvas, box: Box, name: str) -> None:
    if name in CLASSES:
        canvas.ornament("rect", box, Ground(CLASSES[name][0], "edge"))
    elif name in MARKS:
        look = MARKS[name]
        fill = look.colour if look.filled else "paper"
        canvas.ornament(_SHAPES[look.shape], box, Ground(fill, look.colour, 25_400))
    elif name in _ARROWS:
        canvas.ornament(_ARROWS[name], box.inset(0, MARK // 5), Ground("ink"))
    elif name == "mark-between":
        canvas.ornament("rect", Box(box.left, _middle(box, MM), MARK, MM), Ground("ink"))
    else:
        band = box.inset(0, MARK // 5)
        canvas.ornament("rect", band, Ground("band", "edge"))
        canvas.ornament("rect", _line(band, MARK // 2), Ground("muted"))


def _line(box: Box, at: int) -> Box:
    """Return an upright line in a place."""
    return Box(box.left + at, box.top, _THIN, box.height)


def status(canvas: Canvas, box: Box, mark: StatusMark) -> None:
    """Draw the shape of a status at the left of a place, in its middle."""
    token = _STATUS.get(mark.shape, "muted")
    at = Box(box.left, _middle(box, MARK), MARK, MARK)
    if mark.shape == "triangle":
        canvas.ornament("triangle", at, Ground(token))
    elif mark.shape == "dash":
        canvas.ornament("rect", at.inset(0, MARK * 2 // 5), Ground(token))
    elif mark.shape == "apart":
        _half(canvas, Box(at.left - MM // 2, at.top, MARK, MARK), token)
        _half(canvas, Box(at.left + MM // 2, at.top, MARK, MARK), token, is_right=True)
    else:
        _circle(canvas, at, mark.shape, token)


def _circle(canvas: Canvas, at: Box, shape: str, token: str) -> None:
    fill = token if shape == "full" else None
    sign = (Line.plain("?", 9, strong=True, colour=token, align="ctr"),) if shape == "question" else ()
    canvas.ornament("ellipse", at, Ground(fill, token, 15_875), sign=sign)
    if shape == "half":
        _half(canvas, at, token)


def _half(canvas: Canvas, at: Box, token: str, *, is_right: bool = False) -> None:
    first, second = (16_200_000, 5_400_000) if is_right else (5_400_000, 16_200_000)
    adjust = f'<a:gd name="adj1" fmla="val {first}"/><a:gd name="adj2" fmla="val {second}"/>'
    canvas.ornament("pie", at, Ground(token), adjust=adjust)


def _middle(box: Box, height: int) -> int:
    return box.top + (box.height - height) // 2
