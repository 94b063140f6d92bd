"""Room for the answer to one question, by how the question is drawn on a page."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from questionnaires.types.base import FieldView
from reports.forms.paper.grids import have_same_options, is_matrix, lines, matrix, steps
from reports.forms.paper.parts import Answer, Box, Card, Cards, Choices, Grades, Lines, Number, SmallQuestion
from reports.wording import Words

#: So many characters of handwriting fit on a line.
_ON_A_LINE: Final = 70
_MOST_LINES: Final = 20

#: Room for an answer, and the notes that say how to give it.
Room = tuple[tuple[Answer, ...], tuple[str, ...]]


def room(number: str, view: FieldView, words: Words) -> Room:
    """Return room for the answer to a question, and what to know about filling it in."""
    return _ROOM[view.macro](number, view, words)


def boxes(view: FieldView, words: Words) -> tuple[Box, ...]:
    """Return a box for each option; an option without words is for the person to write."""
    return tuple(_box(option.label, words) for option in view.options)


def _box(label: str, words: Words) -> Box:
    return Box(label, words.say("paper.box", label=label) if label else words.say("paper.box.blank"))


def _choices(number: str, view: FieldView, words: Words) -> Room:
    return (Choices(boxes(view, words)),), ()


def _ticks(number: str, view: FieldView, words: Words) -> Room:
    note = words.counted("paper.at_most", view.limit) if view.limit else words.say("paper.some")
    return (Choices(boxes(view, words)),), (note,)


def _grade(number: str, view: FieldView, words: Words) -> Room:
    return (Grades(boxes(view, words)),), ()


def _whole_number(number: str, view: FieldView, words: Words) -> Room:
    digits, spoken = len(str(view.limit)), words.say("paper.digits")
    return (Number(words.say("paper.number"), digits, spoken, boxes(view, words)),), ()


def _short_text(number: str, view: FieldView, words: Words) -> Room:
    return (Lines(_count(view.limit), words.say("paper.lines")),), ()


def _long_text(number: str, view: FieldView, words: Words) -> Room:
    return (Lines(_count(view.limit), words.say("paper.lines"), _box(words.say("paper.share"), words)),), ()


def _count(limit: int | None) -> int:
    return min(_MOST_LINES, math.ceil((limit or _ON_A_LINE) / _ON_A_LINE))


def _cards(number: str, view: FieldView, words: Words) -> Room:
    parts = view.parts
    if is_matrix(parts):
        return matrix(parts, words), _about_roles(parts[0], words)
    if not have_same_options(parts):
        cards = tuple(Card(part.label, _questions(part, words)) for part in parts)
        return (Cards(words.say("paper.blank"), cards),), ()
    some = "some_" if parts[0].macro == "ticks" else ""
    if len(parts) < len(parts[0].options):
        return (steps(parts, words),), (words.say(f"paper.{some}each_column"),)
    return (lines(number, parts, words),), (words.say(f"paper.{some}each_row"),)


def _about_roles(card: FieldView, words: Words) -> tuple[str, ...]:
    return tuple(
        words.say(f"paper.roles.{name}", part=words.say(f"paper.part.{name}"), question=part.label)
        for name, part in zip(("now", "lead"), card.parts, strict=True)
    )


def _questions(card: FieldView, words: Words) -> tuple[SmallQuestion, ...]:
    return tuple(SmallQuestion(part.label, boxes(part, words)) for part in card.parts or (card,))


_ROOM: Final[Mapping[str, Callable[[str, FieldView, Words], Room]]] = MappingProxyType(
    {
        "choices": _choices,
        "ticks": _ticks,
        "grade": _grade,
        "whole_number": _whole_number,
        "short_text": _short_text,
        "long_text": _long_text,
        "cards": _cards,
    }
)
