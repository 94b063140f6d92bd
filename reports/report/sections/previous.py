"""Wat jullie eerder afspraken: the actions of before, with how far each of them is."""

from collections.abc import Iterator

from reports.report.input import TO_DO, AgreedAction
from reports.report.parts import ActionCard, ActionCards, Fact, Paragraph, Section
from reports.report.source import Source
from reports.wording.acting import previous_answer


def section(source: Source) -> Section | None:
    """Make the section: a card for every action; nothing to say in a first round without any."""
    actions, say = source.given.actions, source.words.say
    if not actions:
        nothing = say("previous.empty")
        return Section("previous", say("previous"), (Paragraph(nothing),), nothing) if source.previous else None
    answer = previous_answer(source.words, [action.status for action in actions])
    cards = ActionCards(tuple(_card(source, action) for action in actions))
    return Section(
        "previous", say("previous"), (Paragraph(answer, "lead"), Paragraph(say("previous.intro")), cards), answer
    )


def _card(source: Source, action: AgreedAction) -> ActionCard:
    say = source.words.say
    facts = tuple(Fact(say(f"previous.{name}"), value) for name, value in _fields(source, action) if value)
    late = ".late" if _is_late(source, action) else ""
    return ActionCard(action.what, facts, "previous", say(f"previous.status.{action.status}{late}"))


def _is_late(source: Source, action: AgreedAction) -> bool:
    """Whether an action should have been done by now: when the round closed that the report is of."""
    return action.status in TO_DO and action.due_on is not None and action.due_on < source.results.closed_on


def _fields(source: Source, action: AgreedAction) -> Iterator[tuple[str, str]]:
    """Go through the fields of a card; one without a value is left out, as there is nothing to fill in any more."""
    yield "theme", source.titles.get(action.theme or "", "")
    yield "owner", action.owner or ""
    yield "person", action.person or ""
    yield "helpers", action.helpers
    yield "first-step", action.first_step
    yield "ready", source.words.in_full(action.due_on) if action.due_on else ""
    yield "proof", action.proof
    yield "note", action.note
