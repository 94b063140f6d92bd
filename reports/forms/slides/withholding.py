"""What slides never show: own words (R8), and the persons of actions. Slides are projected, copied and mailed."""

from dataclasses import replace

from reports.report import ActionCard, ActionCards, Block, Quotes, Report, Section
from reports.wording import Words


def without_persons_and_own_words(report: Report, words: Words) -> Report:
    """Return a report without what people wrote and without who does an action; what organisations do stays."""
    person = words.say("slides.person")
    return replace(report, sections=tuple(_section(section, person) for section in report.sections))


def _section(section: Section, person: str) -> Section:
    return replace(
        section, blocks=tuple(_block(block, person) for block in section.blocks if not isinstance(block, Quotes))
    )


def _block(block: Block, person: str) -> Block:
    if not isinstance(block, ActionCards):
        return block
    return replace(block, cards=tuple(_card(card, person) for card in block.cards))


def _card(card: ActionCard, person: str) -> ActionCard:
    if card.kind == "empty":
        return card
    return replace(card, fields=tuple(field for field in card.fields if field.term != person))
