"""Cijfer en waarde: which grade people give the collaboration, and whether it is worth their time."""

from collections.abc import Iterator, Mapping
from typing import Final

from reports.disclosure.classes import CLASSES
from reports.disclosure.policy import K_ITEM
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value, share
from reports.results import TOTAL, Cell
from reports.status import item_word
from reports.wording.sentences import grade_sentence, item_sentence

#: The two questions, and the classes in which each is counted (disclosure rule R15).
GRADE, WORTH = "ov-grade", "ov-worth"
_CLASSES: Final = {GRADE: ("1-5", "6-7", "8-10"), WORTH: CLASSES}
_NAMES: Final = {GRADE: "grade", WORTH: "worth"}


def section(source: Source) -> Section | None:
    """Make the section: a sentence and a table for each question; ``None`` when neither was asked."""
    asked = [question for question in _CLASSES if source.results.asks(question)]
    if not asked:
        return None
    say = source.words.say
    heading = say("overall" if len(asked) == len(_CLASSES) else f"overall.{asked[0]}")
    shown = {question: shares for question in asked if (shares := source.results.shares(question))}
    if not shown:
        few = Notice(say("few.all.title"), say("overall.few", k_item=K_ITEM))
        return Section("overall", heading, (few,), few.title)
    made = [block for question in asked for block in _blocks(source, question, shown.get(question))]
    blocks = (*made, Paragraph(say("statements.rounded.note"), "small"))
    summary = next(block.text for block in blocks if isinstance(block, Paragraph))
    return Section("overall", heading, blocks, summary)


def _blocks(source: Source, question: str, shares: Mapping[str, Cell] | None) -> Iterator[Block]:
    wording = source.labels.wording(question)
    if not shares:
        yield Notice(wording, source.words.say("overall.few", k_item=K_ITEM))
        return
    yield Paragraph(_sentence(source, question, shares))
    yield _table(source, question, shares)


def _sentence(source: Source, question: str, shares: Mapping[str, Cell]) -> str:
    if question == GRADE:
        return grade_sentence(source.words, shares)
    said = item_sentence(source.words, item_word(source.results, question), shares)
    statement = source.labels.wording(question).rstrip(" .")
    return source.words.say("overall.worth", statement=statement, said=said)


def _table(source: Source, question: str, shares: Mapping[str, Cell]) -> Table:
    say = source.words.say
    rows = tuple(
        (
            Value(say(f"overall.{_NAMES[question]}.{name}")),
            share(source.words, shares.get(name), f"share/{question}/{name}/{TOTAL}"),
        )
        for name in _CLASSES[question]
    )
    columns = (Column(say("overall.column")), Column(say("overall.share"), numeric=True))
    return Table(question, source.labels.wording(question), columns, rows)
