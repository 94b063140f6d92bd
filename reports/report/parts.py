"""What a report is made of: a frozen tree of sections and blocks that every form draws.

A block holds finished words and published values only. Whoever draws it decides about place, type and colour,
never about content: no form computes, rounds or chooses.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from reports.margins import Margin

#: A value that can be drawn: a dot, a dot with an arrow to one side, or a line without a dot.
MarkKind = Literal["exact", "at_least", "at_most", "between"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``lead`` opens a section, ``small`` is a note below a figure."""

    text: str
    tone: Literal["lead", "body", "small"] = "body"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before reading on: what it is about, and what it means."""

    title: str
    text: str
    #: ``attention`` warns how to read the figures; ``quiet`` says why something is not shown.
    tone: Literal["quiet", "attention"] = "quiet"


@dataclass(frozen=True, slots=True)
class Highlight:
    """One sentence of "Dit valt op", and the section that it comes from."""

    sentence: str
    link: str
    section: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """One to three sentences that open the report."""

    items: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its value."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts below each other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Units:
    """One box per invited person, the first ``filled`` of them filled."""

    filled: int
    total: int
    alt: str


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; numbers are set to the right."""

    heading: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Printed values; the first cell of a row is its heading."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of mark in a figure: its look (``reports.look.MARKS``) and its words in the key."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One published value to draw: ``low`` and ``high`` as in ``reports.results.Cell``."""

    series: str
    kind: MarkKind
    low: Decimal | None
    high: Decimal | None
    margin: Margin | None = None

    @property
    def edges(self) -> tuple[Decimal, ...]:
        """The printed values that place this mark: one, or two for a range."""
        return tuple(sorted({value for value in (self.low, self.high) if value is not None}))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a figure; a row without marks says by ``value`` ("–") that nothing is shown."""

    label: str
    marks: tuple[Mark, ...]
    #: Printed at the right: the value itself, in strong type.
    value: str = ""
    #: Printed after the value: what it means in a word; ``clear`` sets it in strong type.
    word: str = ""
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart that answers a question: the answer as a sentence, how to read it, the rows, and the same as a table.

    ``linked`` figures draw a line between the lowest and the highest mark of a row.
    """

    id: str
    answer: str
    how: str
    alt: str
    ends: tuple[str, str]
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    table: Table
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """A theme to talk about: why, and the questions to start with."""

    title: str
    reason: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Talks:
    """The themes to talk about, side by side."""

    items: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class ActionCard:
    """An empty card: its title and the names of the fields to fill in by hand."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionCards:
    """The cards for what the meeting agrees on."""

    cards: tuple[ActionCard, ...]


Block = Paragraph | Notice | Highlights | Facts | Units | Figure | Table | Talks | ActionCards


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; ``id`` is its anchor on the page and in links."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the front: for whom and which round, the network's name, and the facts."""

    kicker: str
    network: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a page or a document shows of one round, in one language."""

    language: str
    #: For the window, the document's metadata and the running feet.
    title: str
    cover: Cover
    #: What the report is and is not, above everything else.
    mirror: str
    sections: tuple[Section, ...]
    closed_on: date
