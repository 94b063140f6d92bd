"""What there is to talk about and to do, as tables: questions by theme, what a network could do, and its actions.

How to lead the conversation is in no workbook: it is the same for every reader.
"""

from collections.abc import Iterator, Sequence

from reports.report import ActionCard, ActionCards, Block, Column, Suggestions, Table, Talks
from reports.report.values import Value, texts
from reports.wording import Words


def talking(block: Block, words: Words) -> Iterator[Table]:
    """Go through the tables that a block of questions, suggestions or actions becomes; other blocks become none."""
    say = words.say
    if isinstance(block, Talks):
        rows = [texts(talk.title, each, talk.reason) for talk in block.items for each in talk.questions]
        heads = ("column.theme", "workbook.talk.question", "workbook.talk.reason")
        yield Table("talks", say("workbook.talk"), tuple(Column(say(head)) for head in heads), tuple(rows))
    if isinstance(block, Suggestions):
        rows = [texts(each.text, each.owners or "–", each.term or "–") for each in block.items]
        heads = ("workbook.talk.action", "workbook.talk.owners", "workbook.talk.term")
        yield Table(f"suggestions-{block.title}", block.title, tuple(Column(say(head)) for head in heads), tuple(rows))
    if isinstance(block, ActionCards):
        for kind in ("previous", "empty"):
            if cards := [card for card in block.cards if card.kind == kind]:
                yield _actions(kind, cards, words)


def _actions(kind: str, cards: Sequence[ActionCard], words: Words) -> Table:
    """Return actions with what is known of each, and how far it is; an empty one is a row to fill in."""
    terms = list(dict.fromkeys(fact.term for card in cards for fact in card.fields))
    known = [{fact.term: fact.value for fact in card.fields} for card in cards]
    state = [words.say("workbook.action.state")] if kind == "previous" else []
    heads = [words.say("workbook.action"), *state, *terms]
    rows: list[tuple[Value, ...]] = []
    for card, fields in zip(cards, known, strict=True):
        said = [card.status] if kind == "previous" else []
        rows.append(texts(card.title, *said, *(fields.get(term, "") for term in terms)))
    caption = words.say(f"workbook.actions.{kind}")
    return Table(f"actions-{kind}", caption, tuple(map(Column, heads)), tuple(rows))
