"""What a form on paper is made of: the templates have one function for each kind of block and of answer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick: the words beside it, and what a screen reader says where the box is."""

    label: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes below each other; a box without words has a line to write them."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Grades:
    """Boxes in a row, each below its grade."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A box for each digit, and boxes for how sure it is."""

    label: str
    digits: int
    spoken: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on, what a screen reader says there, and the tick that goes with them."""

    count: int
    spoken: str
    tick: Box | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a grid: what a screen reader says at each of its boxes, nothing where there is no box."""

    number: str
    label: str
    notes: tuple[str, ...]
    cells: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Boxes in rows and columns; the heads are printed again on each page.

    With ``parts``, each head stands above as many columns as there are parts.
    """

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallQuestion:
    """A question on a card, with its boxes in a row."""

    label: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The same small questions about one thing; without a label there is a line to write it."""

    label: str
    questions: tuple[SmallQuestion, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards below each other."""

    blank: str
    cards: tuple[Card, ...]


Answer = Choices | Grades | Number | Lines | Cards | Grid


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its number, the notes below it, and room for the answer; a grid can go on below a grid."""

    number: str
    label: str
    hint: str | None
    notes: tuple[str, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements below each other, each a question of its own."""

    grid: Grid


@dataclass(frozen=True, slots=True)
class Told:
    """A text between the questions."""

    text: str
    hint: str | None
    notes: tuple[str, ...]


Block = Asked | Statements | Told


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the questionnaire, under its title."""

    title: str
    intro: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known of the round; without a value there is a line to write it."""

    term: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """Sentences under a title."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Return:
    """How the form comes back."""

    title: str
    steps: tuple[str, ...]
    address_label: str
    #: Who takes it in; without any lines there is room to write them.
    address: tuple[str, ...]
    form_number: str


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire on paper, in one language."""

    #: The language of the questions.
    language: str
    #: The language of all other words.
    words: str
    #: What a reader of files shows; the heading is the questionnaire's own.
    title: str
    heading: str
    kicker: str
    foot: str
    closes_on: date | None
    facts: tuple[Fact, ...]
    explained: tuple[Explained, ...]
    sections: tuple[Section, ...]
    back: Return
