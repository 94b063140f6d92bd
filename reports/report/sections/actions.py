"""Acties: empty cards for what the meeting agrees on, and how many can be added to what still runs."""

from reports.report.parts import ActionCard, ActionCards, Fact, Paragraph, Section
from reports.report.room import MOST, empty_titles, room_for_more
from reports.report.source import Source


def section(source: Source) -> Section:
    """Make the section: cards to fill in together; where three actions run already, what to do first."""
    say, room = source.words.say, room_for_more(source.given.actions)
    which = {MOST: "", 0: ".full"}.get(room, f".{room}")
    fields = tuple(Fact(say(f"actions.{name}"), "") for name in ("what", "who", "ready", "first-step"))
    titles = empty_titles(source.given.actions, source.words)
    cards = ActionCards(tuple(ActionCard(title, fields) for title in titles))
    blocks = (Paragraph(say(f"actions.intro{which}")), cards)
    return Section("actions", say("actions"), blocks, say(f"actions.summary{which}"))
