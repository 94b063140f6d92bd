"""What there is to talk about, as tables: questions by theme, and what a network could do.

How to lead the conversation and what a network agreed on are in no workbook: it is the same for every reader.
"""

from collections.abc import Iterator

from reports.report import Block, Column, Suggestions, Table, Talks
from reports.report.values import texts
from reports.wording import Words


def talking(block: Block, words: Words) -> Iterator[Table]:
    """Go through the tables that a block of questions or suggestions becomes; other blocks become none."""
    say = words.say
    if isinstance(block, Talks):
        rows = [texts(talk.title, each, talk.reason) for talk in block.items for each in talk.questions]
        heads = ("column.theme", "workbook.talk.question", "workbook.talk.reason")
        yield Table("talks", say("workbook.talk"), tuple(Column(say(head)) for head in heads), tuple(rows))
    if isinstance(block, Suggestions):
        rows = [texts(each.text, each.owners or "–", each.term or "–") for each in block.items]
        heads = ("workbook.talk.action", "workbook.talk.owners", "workbook.talk.term")
        yield Table(f"suggestions-{block.title}", block.title, tuple(Column(say(head)) for head in heads), tuple(rows))
