"""What slides and workbooks never hold: own words (R8), and what is typed with an action. They are mailed on."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from reports.report import ActionCard, ActionCards, Block, Quotes, Report, Section
from reports.wording import Words

#: The fields that are shown of an action, beside what was agreed and how far it is: chosen from a list, or a date.
#: Every other one is the name of a person, or a text that may hold one.
_CHOSEN: Final = ("theme", "owner", "ready")


def without_persons_and_own_words(report: Report, words: Words) -> Report:
    """Return a report without what people wrote, and of actions what was agreed, by which organisation and when."""
    shown = {words.say(f"previous.{name}") for name in _CHOSEN}
    return replace(report, sections=tuple(_section(section, shown) for section in report.sections))


def _section(section: Section, shown: Collection[str]) -> Section:
    return replace(
        section, blocks=tuple(_block(block, shown) for block in section.blocks if not isinstance(block, Quotes))
    )


def _block(block: Block, shown: Collection[str]) -> Block:
    if not isinstance(block, ActionCards):
        return block
    return replace(block, cards=tuple(_card(card, shown) for card in block.cards))


def _card(card: ActionCard, shown: Collection[str]) -> ActionCard:
    if card.kind == "empty":
        return card
    return replace(card, fields=tuple(field for field in card.fields if field.term in shown))
