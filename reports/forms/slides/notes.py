"""What is said with a slide: for who leads the meeting what to do and when; for everybody what the slide says.

Numbers stand on the slide, in its tables and in the words for who cannot see its charts; nobody reads a table aloud.
"""

from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Final

from reports.forms.slides.fitting import CUT
from reports.forms.slides.page import Page
from reports.report import (
    ActionCards,
    Block,
    Facts,
    Figure,
    Guidance,
    Highlights,
    Notice,
    Paragraph,
    Suggestions,
    Table,
    Talks,
    Units,
)
from reports.wording import Words

#: Nobody reads a longer paragraph aloud.
_LONGEST: Final = 2_000


def notes(page: Page, script: Sequence[str], words: Words) -> list[str]:
    """Return the paragraphs of a slide's notes: what to do with it, if that is told, and then what it says."""
    told = [text for block in page.blocks for text in said(block) if text]
    if page.opening and page.opening not in told:
        told.insert(0, page.opening)
    heading = f"{words.say('slides.say')}: {page.title}" if script else page.title
    return [_short(text) for text in (*script, heading, *told)]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + CUT


@singledispatch
def said(block: Block) -> Iterator[str]:
    """Return what a block says in sentences, as paragraphs of plain text."""
    raise TypeError(f"A block of the kind {type(block).__name__} has no words for the notes.")


@said.register(Table)
@said.register(Talks)
@said.register(Suggestions)
@said.register(ActionCards)
def _(block: Table | Talks | Suggestions | ActionCards) -> Iterator[str]:
    """Leave to the slide what is read there, and not said."""
    yield from ()


@said.register
def _(block: Paragraph) -> Iterator[str]:
    yield block.text


@said.register
def _(block: Notice) -> Iterator[str]:
    yield f"{block.title}. {block.text}"


@said.register
def _(block: Highlights) -> Iterator[str]:
    yield from (item.sentence for item in block.items)


@said.register
def _(block: Units) -> Iterator[str]:
    yield block.alt


@said.register
def _(block: Facts) -> Iterator[str]:
    yield from (f"{fact.term}: {fact.value}" for fact in block.facts)


@said.register
def _(block: Guidance) -> Iterator[str]:
    yield f"{block.title}:"
    yield from (f"{step.term}: {step.value}" for step in block.steps)


@said.register
def _(block: Figure) -> Iterator[str]:
    yield from (block.answer, block.how)
