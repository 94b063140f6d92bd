"""Fields with the same options laid out in rows and columns: what takes a page as cards takes a few lines."""

from collections.abc import Iterable, Sequence
from string import ascii_lowercase
from typing import Final

from questionnaires.types.base import FieldView, Option
from reports.forms.paper.parts import Grid, Row
from reports.wording import Words

#: More tasks do not fit beside each other.
_TASKS_IN_A_ROW: Final = 5


def have_same_options(parts: Sequence[FieldView]) -> bool:
    """Tell whether these fields can share their column heads."""
    return len({part.options for part in parts}) == 1 and bool(parts[0].options)


def is_matrix(parts: Sequence[FieldView]) -> bool:
    """Tell whether these are cards that ask two things out of one list: who does it, and who should lead."""
    return bool(parts) and all(
        len(card.parts) == 2 and set(card.parts[1].options) <= set(card.parts[0].options) for card in parts
    )


def lines(number: str, parts: Sequence[FieldView], words: Words) -> Grid:
    """Lay out a checklist: a row for each part, a column for each option."""
    heads = tuple(option.label for option in parts[0].options)
    rows = (
        row(f"{number}{letter}", part.label, heads, words)
        for letter, part in zip(letters(len(parts)), parts, strict=True)
    )
    return Grid(heads, tuple(rows))


def row(number: str, label: str, heads: Sequence[str], words: Words, notes: tuple[str, ...] = ()) -> Row:
    """Return a row with a box below each head."""
    spoken = (words.say("paper.box.row", row=number, label=head) for head in heads)
    return Row(number, label, notes, tuple(spoken))


def steps(parts: Sequence[FieldView], words: Words) -> Grid:
    """Lay out a ladder: a row for each step, a column for each part."""
    heads = tuple(part.label for part in parts)
    return Grid(heads, tuple(row("", option.label, heads, words) for option in parts[0].options))


def matrix(cards: Sequence[FieldView], words: Words) -> tuple[Grid, ...]:
    """Lay out role cards: a row for each kind of partner, below each task a column for both questions."""
    chunks = (cards[first : first + _TASKS_IN_A_ROW] for first in range(0, len(cards), _TASKS_IN_A_ROW))
    return tuple(_tasks(chunk, words) for chunk in chunks)


def _tasks(cards: Sequence[FieldView], words: Words) -> Grid:
    parts = (words.say("paper.part.now"), words.say("paper.part.lead"))
    rows = (_kind(option, cards, parts, words) for option in cards[0].parts[0].options)
    return Grid(tuple(card.label for card in cards), tuple(rows), parts)


def _kind(option: Option, cards: Iterable[FieldView], parts: Sequence[str], words: Words) -> Row:
    cells = (
        words.say("paper.box.row", row=card.label, label=f"{option.label}, {said}") if option in part.options else None
        for card in cards
        for part, said in zip(card.parts, parts, strict=True)
    )
    return Row("", option.label, (), tuple(cells))


def letters(count: int) -> list[str]:
    """Return a letter for each line: a to z, then aa, ab, and so on."""
    doubled = (first + second for first in ascii_lowercase for second in ascii_lowercase)
    return [*ascii_lowercase, *doubled][:count]
