"""Wat jullie kozen: a questionnaire without averages of themes, sentence by sentence, and its topic."""

from reports.disclosure.classes import CLASSES
from reports.disclosure.policy import K_ITEM, K
from reports.report.parts import Block, Column, Notice, Paragraph, Section, Table
from reports.report.source import Source
from reports.results import Cell


def section(source: Source) -> Section:
    """Make the section: shares where there are any, else the words of 5 to 9 answers, else why there is nothing."""
    blocks = [found for maker in (_shares, _words, _topics) if (found := maker(source)) is not None]
    say = source.words.say
    if not blocks:
        blocks.append(Notice(say("few.all.title"), say("sentences.few", k=K)))
    else:
        blocks.append(Paragraph(say("sentences.how", k=K, k_item=K_ITEM), "small"))
    return Section("sentences", say("sentences"), tuple(blocks))


def _shares(source: Source) -> Block | None:
    """Return the table of the three classes; a sentence that fewer answered has dashes in it."""
    shares = {item: source.results.shares(item) for item in source.sentences}
    if not any(shares.values()):
        return None
    say = source.words.say
    columns = (Column(say(f"sentences.{name}"), numeric=True) for name in CLASSES)
    rows = tuple(
        (text, *(source.words.share(shares[item].get(name)) for name in CLASSES))
        for item, text in source.sentences.items()
    )
    return Table(say("sentences.table"), (Column(say("sentences.column")), *columns), rows)


def _words(source: Source) -> Block | None:
    """Return the table of words, of the sentences that have one."""
    words = {item: source.results.cell("item_word", item) for item in source.sentences if _has_word(source, item)}
    shown = {item: cell for item, cell in words.items() if cell.shown}
    if not shown:
        return None
    say = source.words.say
    rows = tuple((source.sentences[item], _word(source, cell)) for item, cell in shown.items())
    return Table(say("sentences.words"), (Column(say("sentences.column")), Column(say("sentences.together"))), rows)


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
    rows = tuple((title, source.words.share(shares.get(topic))) for topic, title in source.topics.items())
    return Table(say("topics.table"), (Column(say("column.theme")), Column(say("topics.share"), numeric=True)), rows)
