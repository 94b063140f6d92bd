"""Running text on a slide: sentences, notices, facts, and the boxes of who answered."""

from collections.abc import Sequence
from typing import Final

from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.explaining import SIZE
from reports.forms.slides.fitting import depth, fitted
from reports.forms.slides.markup import Ground, Line, Run
from reports.report import Fact, Highlight, Notice, Units

_LEAD: Final = (24, 22, 20, 18, 16, 14)
_BODY: Final = (24, 22, 20, 18, 16, 15, 14, 13, 12)
_FACTS: Final = (12, 11, 10)
_REMARK: Final = (16, 15, 14, 13, 12)
_AIR: Final = 4 * MM
_BORDER: Final = 4 * MM
#: With more people than this a box each says nothing: a bar takes their place.
_COUNTABLE: Final = 60
_MOST_ROWS: Final = 3
_FILLED: Final = Ground("accent", "accent")
_EMPTY: Final = Ground("surface", "edge")


def lead(canvas: Canvas, box: Box, text: str) -> Box:
    """Write the sentence that opens a slide, and return what is left below it."""
    return _written(canvas, box, (text,), _LEAD, 24 * MM, strong=True) if text else box


def remark(canvas: Canvas, box: Box, text: str) -> Box:
    """Write what is said below the opening sentence, and return what is left below it."""
    return _written(canvas, box, (text,), _REMARK, 16 * MM) if text else box


def body(canvas: Canvas, box: Box, texts: Sequence[str]) -> Box:
    """Write paragraphs, as large as they can be, and return what is left below them."""
    return _written(canvas, box, texts, _BODY, box.height) if texts else box


def small(canvas: Canvas, box: Box, text: str) -> Box:
    """Write an explanation along the lower edge of a place, and return what is left above it."""
    if not text:
        return box
    height = depth((text,), width=box.width, size=SIZE)
    canvas.text(box.below(box.height - height), [Line.plain(text, SIZE, colour="muted")], anchor="b")
    return box.upper(box.height - height - _AIR)


def _written(
    canvas: Canvas, box: Box, texts: Sequence[str], sizes: Sequence[int], height: int, *, strong: bool = False
) -> Box:
    fit = fitted(texts, width=box.width, height=height, sizes=sizes, strong=strong)
    needed = depth(fit.texts, width=box.width, size=fit.size, strong=strong)
    before = round(fit.size * 0.45)
    lines = [
        Line.plain(text, fit.size, strong=strong, before=before if number else 0)
        for number, text in enumerate(fit.texts)
    ]
    canvas.text(box.upper(needed), lines)
    return box.below(needed + _AIR)


def said(canvas: Canvas, box: Box, notice: Notice) -> Box:
    """Write why there is nothing to see, where the figure would be, and return what is left below it."""
    room = _written(canvas, box, (notice.title,), _BODY[2:], 20 * MM, strong=True)
    return _written(canvas, room, (notice.text,), _BODY[2:], room.height // 2)


def notices(canvas: Canvas, box: Box, given: Sequence[Notice]) -> Box:
    """Write notices along the lower edge of a place, beside each other, and return what is left above them."""
    if not given:
        return box
    places = box.columns([1] * len(given), _AIR)
    fits = [_notice_fit(each, place) for each, place in zip(given, places, strict=True)]
    height = max(needed for needed, _ in fits)
    for each, place, (_, size) in zip(given, places, fits, strict=True):
        _notice(canvas, place.below(box.height - height), each, size)
    return box.upper(box.height - height - _AIR)


def _notice_fit(notice: Notice, place: Box) -> tuple[int, int]:
    width = place.width - 2 * _BORDER
    size = fitted([notice.title, notice.text], width=width, height=26 * MM, sizes=(14, 13, 12, 11), strong=True).size
    return min(26 * MM, depth([notice.title, notice.text], width=width, size=size, strong=True)) + 2 * _BORDER, size


def _notice(canvas: Canvas, place: Box, notice: Notice, size: int) -> None:
    fit = fitted(
        [notice.title, notice.text], width=place.width - 2 * _BORDER, height=26 * MM, sizes=(size,), strong=True
    )
    lines = [Line.plain(text, size, strong=number == 0) for number, text in enumerate(fit.texts)]
    is_warning = notice.tone == "attention"
    ground = Ground("attention-soft" if is_warning else "surface", "attention" if is_warning else "line", inset=_BORDER)
    canvas.text(place, lines, anchor="ctr", ground=ground)


def highlights(canvas: Canvas, box: Box, given: Sequence[Highlight]) -> None:
    """Write the sentences that open the report, each with its number."""
    for number, (each, place) in enumerate(zip(given, box.rows(max(3, len(given)), _AIR), strict=False), 1):
        figure, words = place.columns((1, 11))
        canvas.text(figure, [Line.plain(str(number), 54, strong=True, colour="accent")], anchor="ctr")
        fit = fitted([each.sentence], width=words.width, height=words.height, sizes=(28, 26, 24, 22, 20, 18, 16, 14))
        canvas.text(words, [Line.plain(text, fit.size) for text in fit.texts], anchor="ctr")


def facts_below(canvas: Canvas, box: Box, given: Sequence[Fact]) -> Box:
    """Write terms and their values along the lower edge of a place, and return what is left above them."""
    texts = [f"{fact.term}: {fact.value}" for fact in given]
    size = fitted(texts, width=box.width, height=box.height // 3, sizes=_FACTS).size
    height = min(box.height // 3, depth(texts, width=box.width, size=size))
    facts(canvas, box.below(box.height - height), given, (size,))
    return box.upper(box.height - height - _AIR)


def facts(canvas: Canvas, box: Box, given: Sequence[Fact], sizes: Sequence[int]) -> None:
    """Write terms and their values, a paragraph each."""
    fit = fitted([f"{fact.term}: {fact.value}" for fact in given], width=box.width, height=box.height, sizes=sizes)
    canvas.text(box, [termed(text, fit.size) for text in fit.texts])


def termed(text: str, size: int) -> Line:
    """Return a paragraph whose term, before the colon, steps back behind its value."""
    term, colon, value = text.partition(": ")
    return Line((Run(term + colon, size, colour="muted"), Run(value, size)), before=round(size * 0.45))


def units(canvas: Canvas, box: Box, given: Units) -> Box:
    """Draw a box for each person who was invited, filled for each who answered; one bar when they are many."""
    if given.total > _COUNTABLE:
        return _bar(canvas, box, given)
    gap, in_row = 3 * MM, next(number for number in (15, 20, 25) if number * _MOST_ROWS >= given.total)
    side, rows = box.width // in_row - gap, -(-given.total // in_row)
    with canvas.together(box.upper(rows * (side + gap)), given.alt):
        for number in range(given.total):
            row, column = divmod(number, in_row)
            at = Box(box.left + column * (side + gap), box.top + row * (side + gap), side, side)
            canvas.ornament("roundRect", at, _FILLED if number < given.filled else _EMPTY)
    return box.below(rows * (side + gap) + 2 * _AIR)


def _bar(canvas: Canvas, box: Box, given: Units) -> Box:
    whole = box.upper(14 * MM)
    part = Box(whole.left, whole.top, whole.width * given.filled // given.total, whole.height)
    with canvas.together(whole, given.alt):
        canvas.ornament("rect", whole, _EMPTY)
        canvas.ornament("rect", part, _FILLED)
    return box.below(whole.height + 2 * _AIR)
