"""Own words: one adviser reads the ticked texts, hides or takes names out, and releases them (disclosure rule R8).

Until participants can read the report everything can be taken back. From then on a text is what is shown of it: the
original of a changed one is overwritten, a hidden one is erased.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from reports.disclosure.policy import SHOWN_TEXTS
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, OwnWords
from survey.queries import own_words as queries
from survey.services.marking import Mark, find_marks

State = Literal["new", "released", "hidden"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one text: its state, and the words that a report may show."""

    state: State
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what may be named in own words of a network."""

    people: tuple[str, ...]
    organisations: tuple[str, ...]

    def marks(self, text: str) -> list[Mark]:
        """Return what in a text may have to go."""
        return find_marks(text, people=self.people, organisations=self.organisations)


@dataclass(slots=True)
class Decided:
    """How many texts were released, released in other words, hidden, and taken back."""

    released: int = 0
    redacted: int = 0
    hidden: int = 0
    taken_back: int = 0

    def note(self, before: State, after: State, is_changed: bool) -> None:
        """Count what became of one text."""
        if before != after:
            self.released += after == "released"
            self.hidden += after == "hidden"
            self.taken_back += after == "new"
        self.redacted += after == "released" and is_changed


class Undecidable(Refused):
    """Some texts cannot be released as they are: why, by the text's id. Nothing was written."""

    def __init__(self, why: Mapping[UUID, str]) -> None:
        super().__init__(gettext_noop("Nothing is saved yet: look at the texts with a remark."))
        self.why = why


def names_of(session: Session, *, network: Network) -> Names:
    """Return the names that are looked for."""
    people = queries.list_people(session, network_id=network.id)
    if network.coordinator_name:
        people.append(network.coordinator_name)
    return Names(tuple(people), (network.name, *queries.list_organisations(session, network_id=network.id)))


def in_no_order(words: Iterable[OwnWords]) -> list[OwnWords]:
    """Return texts in an order that stays the same and says nothing, another one for each question."""
    return sorted(words, key=_place)


def _place(word: OwnWords) -> bytes:
    return hashlib.blake2b(word.id.bytes, key=word.question_id.encode()[:64], digest_size=16).digest()


def decide(words: Sequence[OwnWords], decisions: Mapping[UUID, Decision], *, is_final: bool) -> Decided:
    """Do what was decided about the texts to one question; ``is_final``: participants can read the report.

    Raises
    ------
    Undecidable
        When one is to be released that has no words left, or that few people's language would give away.
    """
    theirs = [(word, decisions[word.id]) for word in words if word.id in decisions]
    if is_final:  # what is read already can be hidden; it is not worded anew or taken back
        theirs = [each for each in theirs if each[0].state == "new" or each[1].state == "hidden"]
    if why := {word.id: sentence for word, decision in theirs if (sentence := _objection(word, decision))}:
        raise Undecidable(why)
    done = Decided()
    for word, decision in theirs:
        before, shown_before = word.state, word.shown_words
        word.state = decision.state
        word.shown_words = decision.text if _is_new_text(word, decision) else None
        done.note(before, word.state, word.shown_words != shown_before)
    return done


def settle(session: Session, *, round_id: UUID) -> None:
    """Keep of decided texts only what is shown: participants can read the report from now on, or could already."""
    session.flush()
    queries.overwrite_originals(session, round_id=round_id)
    queries.delete_hidden(session, round_id=round_id)


def released_words(session: Session, *, round_id: UUID) -> dict[str, list[str]]:
    """Return the texts that a report shows, by question; none where fewer than three are released, or too early.

    Their order stays the same and says nothing.
    """
    found: dict[str, list[str]] = {}
    for question_id, text in queries.list_released(session, round_id=round_id):
        found.setdefault(question_id, []).append(text)
    return {question_id: texts for question_id, texts in found.items() if len(texts) >= SHOWN_TEXTS}


def _is_new_text(word: OwnWords, decision: Decision) -> bool:
    return decision.state != "hidden" and bool(decision.text) and decision.text != word.words


def _objection(word: OwnWords, decision: Decision) -> str | None:
    if decision.state != "released":
        return None
    if not decision.text:
        return gettext_noop("There are no words left. Hide this text, or write what the report may show.")
    if word.needs_rewriting and decision.text == word.words:
        return gettext_noop("Fewer than three people wrote in this language. Write it in Dutch first, or hide it.")
    return None
