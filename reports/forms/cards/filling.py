"""What stands on the cards that are laid on the table: all that is agreed of an action, or lines to write it on."""

from collections.abc import Iterator, Mapping, Sequence

from reports.report import ActionCard, AgreedAction, Fact
from reports.report.input import TO_DO
from reports.report.room import empty_titles
from reports.wording import Words


def cards_to_work_with(actions: Sequence[AgreedAction], themes: Mapping[str, str], words: Words) -> list[ActionCard]:
    """Return a card for every action that is still to be done, and empty ones for new actions.

    Parameters
    ----------
    actions
        The network's actions; those that are over have no card.
    themes
        What themes are called, by id.
    words
        Of the language of the cards.
    """
    return [*(_filled(each, themes, words) for each in actions if each.status in TO_DO), *empty_cards(actions, words)]


def empty_cards(actions: Sequence[AgreedAction], words: Words) -> list[ActionCard]:
    """Return the cards to fill in: of what is added, also after one of these is finished."""
    terms = (words.say("actions.what"), *(term for term, _ in _fields(None, {}, words)))
    fields = tuple(Fact(term, "") for term in terms)
    return [ActionCard(title, fields) for title in empty_titles(actions, words)]


def _filled(action: AgreedAction, themes: Mapping[str, str], words: Words) -> ActionCard:
    fields = tuple(Fact(term, value) for term, value in _fields(action, themes, words))
    return ActionCard(action.what, fields, "previous", words.say(f"previous.status.{action.status}"))


def _fields(action: AgreedAction | None, themes: Mapping[str, str], words: Words) -> Iterator[tuple[str, str]]:
    """Go through the fields of a card with what is known of the action; what is not is written by hand."""
    say = words.say
    yield say("previous.theme"), themes.get(action.theme or "", "") if action else ""
    yield say("previous.owner"), (action and action.owner) or ""
    yield say("previous.person"), (action and action.person) or ""
    yield say("previous.helpers"), action.helpers if action else ""
    yield say("cards.first-step"), action.first_step if action else ""
    yield say("previous.ready"), words.in_full(action.due_on) if action and action.due_on else ""
    yield say("previous.proof"), action.proof if action else ""
    yield say("cards.note"), action.note if action else ""
