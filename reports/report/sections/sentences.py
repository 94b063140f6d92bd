"""Wat jullie kozen: a questionnaire without averages of themes, sentence by sentence, and its topic."""

from questionnaires.types.statement import Statement
from reports.disclosure.classes import CLASSES
from reports.disclosure.policy import K_ITEM, K
from reports.report.items import Item, item, largest_parts, largest_side
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.source import TOPIC, Source
from reports.report.tables import Column, Table
from reports.report.values import Value, share, texts
from reports.results import Cell
from reports.status import EACH_SIDE
from reports.wording.sentences import statements_said
from reports.wording.words import opening


def section(source: Source) -> Section:
    """Make the section: shares where there are any, else the words of 5 to 9 answers, else why there is nothing."""
    blocks = [found for maker in (_shares, _words, _topics) if (found := maker(source)) is not None]
    say = source.words.say
    if not blocks:
        few = Notice(say("few.all.title"), say("sentences.few", k=K))
        return Section("sentences", say("sentences"), (few,), few.title)
    if said := _said(source):
        blocks.insert(0, Paragraph(said, "lead"))
    blocks.append(Paragraph(say("sentences.how", k=K, k_item=K_ITEM), "small"))
    return Section("sentences", say("sentences"), tuple(blocks), said or say("sentences.words"))


def _said(source: Source) -> str:
    """Say which sentences have the largest part for certain on one side, and on the other side if that is no small one.

    It is empty where no part is shown.
    """
    results, language = source.results, source.words.language
    asked = [each for each in source.questionnaire.questions.values() if isinstance(each, Statement)]
    shown = [each for each in (item(results, "", statement, language) for statement in asked) if each.shares]
    if not shown:
        return ""
    _, first = largest_side(shown)
    other = "disagree" if first == "agree" else "agree"
    against = [each for each in largest_parts(shown, other) if each.surely(other) >= EACH_SIDE]
    sides = {first: largest_parts(shown, first), other: against}
    return " ".join(_side(source, of, side, len(asked)) for side, of in sides.items() if of)


def _side(source: Source, of: list[Item], side: str, asked: int) -> str:
    said = [(each.text, each.shares[side]) for each in of]
    return opening(statements_said(source.words, said, side, asked))


def _shares(source: Source) -> Block | None:
    """Return the table of the three classes; a sentence that fewer answered has dashes in it."""
    shares = {item: source.results.shares(item) for item in source.sentences}
    if not any(shares.values()):
        return None
    say = source.words.say
    columns = (Column(say(f"sentences.{name}"), numeric=True) for name in CLASSES)
    rows = tuple(
        (Value(text), *(share(source.words, shares[item].get(name), f"share/{item}/{name}") for name in CLASSES))
        for item, text in source.sentences.items()
    )
    return Table("sentences", say("sentences.table"), (Column(say("sentences.column")), *columns), rows)


def _words(source: Source) -> Block | None:
    """Return the table of words, of the sentences that have one."""
    words = {item: source.results.cell("item_word", item) for item in source.sentences if _has_word(source, item)}
    shown = {item: cell for item, cell in words.items() if cell.shown}
    if not shown:
        return None
    say = source.words.say
    rows = tuple(texts(source.sentences[item], _word(source, cell)) for item, cell in shown.items())
    columns = (Column(say("sentences.column")), Column(say("sentences.together")))
    return Table("sentences-words", say("sentences.words"), columns, rows)


def _has_word(source: Source, item: str) -> bool:
    return any(cell.measure == "item_word" and cell.subject == item for cell in source.results.cells)


def _word(source: Source, cell: Cell) -> str:
    return source.words.say(f"sentences.word.{cell.kind}")


def _topics(source: Source) -> Block | None:
    """Return how many chose each topic, in the order in which they were offered."""
    shares = source.topic_shares
    if not shares:
        return None
    say = source.words.say
    rows = tuple(
        (Value(title), share(source.words, shares.get(topic), f"share/{TOPIC}/{topic}"))
        for topic, title in source.topics.items()
    )
    columns = (Column(say("column.theme")), Column(say("topics.share"), numeric=True))
    return Table("topics", say("topics.table"), columns, rows)
