"""What is said with a slide: for an adviser the script of the meeting, and for everybody what the slide shows."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Final

from reports.forms.slides.fitting import CUT
from reports.forms.slides.page import Page
from reports.report import (
    ActionCards,
    Audience,
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


def notes(page: Page, words: Words, audience: Audience, *, is_new_step: bool) -> list[str]:
    """Return the paragraphs of a slide's notes; the script stands with the first slide of a step."""
    told = [text for block in page.blocks for text in read_out(block) if text]
    if page.opening and page.opening not in told:
        told.insert(0, page.opening)
    script = _script(page, words) if audience == "adviser" and is_new_step else []
    heading = [f"{words.say('slides.say')}: {page.title}."] if script else [page.title]
    return [_short(text) for text in (*script, *heading, *told)]


def _script(page: Page, words: Words) -> list[str]:
    minutes = words.say(f"slides.script.{page.step}.minutes")
    return [f"{words.say('slides.script', minutes=minutes)}: {words.say(f'slides.script.{page.step}')}"]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + CUT


@singledispatch
def read_out(block: Block) -> Iterator[str]:
    """Return what a block says, as paragraphs of plain text."""
    raise TypeError(f"A block of the kind {type(block).__name__} has no words for the notes.")


@read_out.register
def _(block: Paragraph) -> Iterator[str]:
    yield block.text


@read_out.register
def _(block: Notice) -> Iterator[str]:
    yield f"{block.title}. {block.text}"


@read_out.register
def _(block: Highlights) -> Iterator[str]:
    yield from (item.sentence for item in block.items)


@read_out.register
def _(block: Units) -> Iterator[str]:
    yield block.alt


@read_out.register
def _(block: Facts) -> Iterator[str]:
    yield from (f"{fact.term}: {fact.value}" for fact in block.facts)


@read_out.register
def _(block: Guidance) -> Iterator[str]:
    yield f"{block.title}:"
    yield from (f"{step.term}: {step.value}" for step in block.steps)


@read_out.register
def _(block: Figure) -> Iterator[str]:
    yield from (block.answer, block.how, *read_out(block.table))


@read_out.register
def _(block: Table) -> Iterator[str]:
    """Read a table row by row, every value with the heading of its column."""
    yield f"{block.caption}:"
    for label, *values in block.rows:
        named = zip(block.columns[1:], values, strict=True)
        yield f"{label}: " + "; ".join(f"{column.heading} {value}" for column, value in named)


@read_out.register
def _(block: Talks) -> Iterator[str]:
    for talk in block.items:
        yield from (talk.reason, *talk.questions)


@read_out.register
def _(block: Suggestions) -> Iterator[str]:
    for each in block.items:
        yield " ".join(filter(None, (each.text, f"({', '.join(filter(None, (each.owners, each.term)))})")))


@read_out.register
def _(block: ActionCards) -> Iterator[str]:
    for card in block.cards:
        filled = [f"{field.term}: {field.value}" for field in card.fields if field.value]
        yield "; ".join(filter(None, (f"{card.title} {card.status}".strip(), *filled)))
