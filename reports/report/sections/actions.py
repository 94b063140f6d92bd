"""Acties: empty cards for what the meeting agrees on, as many as there is room for beside what still runs."""

from reports.report.parts import ActionCard, ActionCards, Block, Fact, Paragraph, Section
from reports.report.room import MOST, room_for_more
from reports.report.source import Source


def section(source: Source) -> Section:
    """Make the section: cards to fill in together; where three actions run already, what to do first."""
    say, room = source.words.say, room_for_more(source.given.actions)
    which = {MOST: "", 0: ".full"}.get(room, f".{room}")
    blocks: list[Block] = [Paragraph(say(f"actions.intro{which}"))]
    if room:
        fields = tuple(Fact(say(f"actions.{name}"), "") for name in ("what", "who", "ready", "first-step"))
        numbers = range(MOST - room + 1, MOST + 1)
        blocks.append(ActionCards(tuple(ActionCard(say("actions.card", number=each), fields) for each in numbers)))
    return Section("actions", say("actions"), tuple(blocks), say(f"actions.summary{which}"))
