"""What the meeting works with: questions to talk about, suggestions, and cards for actions."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from reports.forms.slides.blocks.running import termed
from reports.forms.slides.blocks.sizes import within
from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.fitting import depth, fitted
from reports.forms.slides.markup import Ground, Line
from reports.report import ActionCard, Fact, Suggestions, Talk

_AIR: Final = 5 * MM
_BORDER: Final = 5 * MM
_QUESTION: Final = (26, 24, 22, 20, 18, 16, 15, 14, 13, 12)
_CARD: Final = (16, 15, 14, 13, 12, 11, 10)


def talk(canvas: Canvas, box: Box, given: Talk, suggested: Suggestions | None) -> None:
    """Write why to talk about a theme and with which questions; at the right what a network could do about it."""
    left, *right = box.columns((7, 4) if suggested else (1,), 2 * _AIR)
    width, most = left.width * 11 // 12, left.height // max(1, len(given.questions)) - _AIR
    size = next((size for size in _QUESTION if _tallest(given.questions, width, size) <= most), _QUESTION[-1])
    height = min(most, _tallest(given.questions, width, size) + _AIR)
    for number, (text, place) in enumerate(zip(given.questions, _below(left, height + _AIR), strict=False), 1):
        mark, words = place.upper(height).columns((1, 11))
        canvas.text(mark, [Line.plain(str(number), size, strong=True, colour="accent")])
        canvas.text(words, [Line.plain(within(text, words.width, height, size), size)])
    if suggested:
        _suggestions(canvas, right[0], suggested)


def _tallest(texts: Sequence[str], width: int, size: int) -> int:
    return max((depth([text], width=width, size=size) for text in texts), default=0)


def _below(box: Box, height: int) -> Iterator[Box]:
    """Return places of one height below each other."""
    for top in count(box.top, height):
        yield Box(box.left, top, box.width, height)


def _suggestions(canvas: Canvas, box: Box, given: Suggestions) -> None:
    texts = [each.text for each in given.items]
    details = [", ".join(filter(None, (each.owners, each.term))) for each in given.items]
    both = [text for pair in zip(texts, details, strict=True) for text in pair if text]
    fit = fitted(both, width=box.width - 2 * _BORDER, height=box.height - 2 * _BORDER, sizes=_CARD[1:])
    lines = [
        Line.plain(text, fit.size, colour="muted" if text in details else "ink", before=0 if text in details else 8)
        for text in fit.texts
    ]
    needed = min(box.height, depth(both, width=box.width - 2 * _BORDER, size=fit.size) + 3 * _BORDER)
    canvas.text(box.upper(needed), lines, anchor="ctr", ground=Ground("accent-soft", inset=_BORDER))


def actions(canvas: Canvas, box: Box, cards: Sequence[ActionCard]) -> None:
    """Draw cards beside each other: those that were agreed, or empty ones to fill in."""
    for card, place in zip(cards, box.columns([1] * max(3, len(cards)), _AIR), strict=False):
        is_empty = card.kind == "empty"
        ground = Ground("surface", "edge", dashed=is_empty, inset=_BORDER)
        canvas.text(place, _card_lines(card, place), ground=ground)
        if is_empty:
            _lines_to_fill(canvas, place, card.fields)


def _card_lines(card: ActionCard, place: Box) -> list[Line]:
    """Return the title, how far it is, and what is filled in."""
    filled = [f"{field.term}: {field.value}" for field in card.fields if field.value]
    head = [text for text in (card.title, card.status) if text]
    room = place.inset(_BORDER, _BORDER)
    fit = fitted([*head, *filled], width=room.width, height=room.height, sizes=_CARD, strong=True)
    title, *rest = fit.texts
    lines = [Line.plain(title, fit.size, strong=True)]
    for text, is_status in zip(rest, [True] * (len(head) - 1) + [False] * len(filled), strict=False):
        lines.append(Line.plain(text, fit.size, strong=True, colour="accent") if is_status else termed(text, fit.size))
    return lines


def _lines_to_fill(canvas: Canvas, place: Box, fields: Sequence[Fact]) -> None:
    """Draw a line to write on below the name of each field."""
    room = place.inset(_BORDER, _BORDER).below(14 * MM)
    for field, at in zip(fields, room.rows(max(1, len(fields))), strict=True):
        canvas.text(at.upper(7 * MM), [Line.plain(field.term, 14, colour="muted")])
        canvas.ornament("rect", Box(at.left, at.bottom - 3 * MM, at.width, 9_525), Ground("edge"))
