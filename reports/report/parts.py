"""What a report is made of: a frozen tree of sections and blocks that every form draws.

A block holds finished words and published values only. Whoever draws it decides about place, type and colour,
never about content: no form computes, rounds or chooses.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from reports.report.figures import Figure
from reports.report.tables import Table

#: For whom a report is: guidance differs, numbers never.
Audience = Literal["participant", "adviser"]
Subject = Literal["round", "networks", "page", "now"]


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
class Suggestion:
    """An action that a network may choose: what, who could take it up, and about how many weeks it takes."""

    text: str
    owners: str
    term: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a network could do about one theme; ``title`` names it."""

    title: str
    items: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people wrote in answer to one question, released by an adviser; never in slides, workbook or data (R8)."""

    question: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """How to lead the conversation, for advisers only: what to do at which minute."""

    title: str
    steps: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ActionCard:
    """One action: its title and fields; a field without a value is filled in by hand.

    ``previous`` was agreed before, ``empty`` is for what the meeting agrees on. ``status`` says how far it is.
    """

    title: str
    fields: tuple[Fact, ...]
    kind: Literal["previous", "empty"] = "empty"
    status: str = ""


@dataclass(frozen=True, slots=True)
class ActionCards:
    """Action cards, side by side where there is room."""

    cards: tuple[ActionCard, ...]


Block = (
    Paragraph
    | Notice
    | Highlights
    | Facts
    | Units
    | Figure
    | Table
    | Talks
    | Suggestions
    | Quotes
    | Guidance
    | ActionCards
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; ``id`` is its anchor on the page and in links.

    ``summary`` is its one sentence, for whoever sees the title only; empty where the section has none of its own.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the front: for whom and which round, the network's name, and the facts."""

    kicker: str
    network: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EditionMark:
    """Which edition of a round's report this is: its number, the hash of its whole input, and when it was made."""

    number: int
    hash: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a page or a document shows of one round, in one language, for one audience."""

    language: str
    #: For the window, the document's metadata and the running feet.
    title: str
    cover: Cover
    #: What the report is and is not, above everything else.
    mirror: str
    sections: tuple[Section, ...]
    closed_on: date
    audience: Audience = "participant"
    #: ``None`` for a report that was not released.
    edition: EditionMark | None = None
    #: What it is about: one round, many networks together, or a page over networks as it was on a day: of their
    #: results, or of what happens in them now.
    about: Subject = "round"
    #: For whom alone it is, in words; empty where it may be given on.
    only_for: str = ""
