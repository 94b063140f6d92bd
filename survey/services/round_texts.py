"""The texts of a round's mails that people can write themselves: for a planned round, and for one that is open."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.mail.standard import EDITABLE, SUBJECT
from survey.models import Network, PlannedRound, Round
from survey.models.campaign import MailPurpose
from survey.queries import rounds
from survey.services.round_facts import RoundFacts, facts_of_plan, facts_of_round, whose_rounds
from survey.services.round_letters import text_of


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one language: its subject, and what it begins with."""

    subject: str
    body: str

    @property
    def version(self) -> str:
        """Tells it apart from what it said before."""
        return hashlib.sha256(f"{self.subject}\n{self.body}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class OwnTexts:
    """The texts that can still be changed for a round, and what mails tell of it."""

    row: Round | PlannedRound
    names: tuple[MailPurpose, ...]
    facts: RoundFacts

    def words(self, name: str, language: str) -> Words:
        """Return a text as it is now."""
        return _words(self.facts.texts, name, language)

    def standard(self, name: str, language: str) -> Words:
        """Return a text as it is where nobody changed it for this round."""
        return _words(self.facts.texts[1:], name, language)

    def is_changed(self, name: str) -> bool:
        """Say whether the round has a text of its own, in any language."""
        return any(key in self.row.texts for key in (name, name + SUBJECT))

    def with_typed(self, name: str, language: str, typed: Words) -> RoundFacts:
        """Return what mails would tell with a text that was typed and not kept."""
        return replace(self.facts, typed=_set(self.row.texts, name, language, typed))


class TextChanged(Refused):
    """Somebody else changed the text after it was shown; ``now`` is what it says."""

    def __init__(self, now: Words) -> None:
        super().__init__(
            gettext_noop("Somebody else changed this in the meantime. What you typed is still here: look, save.")
        )
        self.now = now


def own_texts(session: Session, *, network: Network) -> OwnTexts | None:
    """Return the texts that can be changed now; ``None`` when no mail is to come that says them.

    Raises
    ------
    Refused
        When the questionnaire that is planned is gone.
    """
    newest = rounds.newest_round(session, network_id=network.id)
    plan = rounds.find_plan(session, network_id=network.id)
    whose = whose_rounds(session, network=network)
    is_open = newest is not None and newest.closed_at_utc is None
    if plan is not None and plan.closes_on is not None and not is_open:
        facts = facts_of_plan(session, plan=plan, closes_on=plan.closes_on, whose=whose)
        return None if plan.is_by_code else OwnTexts(plan, EDITABLE, facts)
    if newest is None or newest.is_by_code or newest.released_at_utc is not None:
        return None
    facts = facts_of_round(newest, whose, rounds.count_per_group(session, round_id=newest.id))
    return OwnTexts(newest, EDITABLE if is_open else ("released",), facts)


def change(session: Session, own: OwnTexts, *, name: str, language: str, to: Words | None, seen: str | None) -> bool:
    """Give a round its own text; ``None`` gives back the standard one. Say whether anything changed.

    Raises
    ------
    TextChanged
        When it is not what was seen.
    """
    now = own.words(name, language)
    if now.version != seen:
        raise TextChanged(now)
    standard = own.standard(name, language)
    kept = _set(own.row.texts, name, language, None if to == standard else to)
    if kept == own.row.texts:
        return False
    own.row.texts = kept
    session.flush()
    return True


def _words(layers: tuple[Mapping[str, Any], ...], name: str, language: str) -> Words:
    return Words(text_of(layers, name + SUBJECT, language), text_of(layers, name, language))


def _set(texts: Mapping[str, Any], name: str, language: str, words: Words | None) -> dict[str, Any]:
    """Return these texts with one of them set, or taken out."""
    made = {key: dict(by_language) for key, by_language in texts.items()}
    for key, value in ((name + SUBJECT, words and words.subject), (name, words and words.body)):
        made.setdefault(key, {}).pop(language, None)
        if value:
            made[key][language] = value
    return {key: by_language for key, by_language in made.items() if by_language}
