"""Acties: empty cards for what the meeting agrees on."""

from reports.report.parts import ActionCard, ActionCards, Fact, Paragraph, Section
from reports.report.source import Source

#: More actions than this are seldom done.
CARDS = 3


def section(source: Source) -> Section:
    """Make the section: three cards to fill in together."""
    say = source.words.say
    fields = tuple(Fact(say(f"actions.{name}"), "") for name in ("what", "who", "ready", "first-step"))
    cards = tuple(ActionCard(say("actions.card", number=number), fields) for number in range(1, CARDS + 1))
    blocks = (Paragraph(say("actions.intro")), ActionCards(cards))
    return Section("actions", say("actions"), blocks, say("actions.summary"))
