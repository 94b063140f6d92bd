"""Own words: how they are tidied, and the field that they are typed in."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from questionnaires.types.parts import Answer, Form, Part, Posted, Problem, Reading
from questionnaires.types.summary import Measure

#: The tick's form field is the question's id with this behind it, so no question's id may end like this.
TICK: Final = "-ok"

#: Control characters and lone surrogates: neither PostgreSQL nor a PDF can hold them, and nobody types them.
_UNSTORABLE: Final = frozenset({"Cc", "Cs"})

_WORDS: Final = ("wij", "weten", "elkaar", "goed", "te", "vinden", "en", "dat", "moet", "zo", "blijven", "ook", "als")


def tidy(text: str) -> str:
    """Return ``text`` as it is stored: every character that a person can mean, in one spelling.

    Line ends become LF and letters NFC; what cannot be stored goes. Markup and formulas stay as typed: whoever
    draws them escapes them.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in _UNSTORABLE)
    return unicodedata.normalize("NFC", kept).strip()


@dataclass(frozen=True, slots=True)
class Words(Part):
    """A text on one line; stored as the text."""

    name: str
    limit: int

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read the text; line ends become spaces."""
        posted = form.get(self.name)
        if posted is None:
            return Reading(stored)
        text = " ".join(tidy(posted).split())
        problem = too_long(self.name, text, self.limit)
        return Reading(stored, (problem,), {self.name: (text,)}) if problem else Reading(text or None)

    def is_sound(self, answer: Answer) -> bool:
        """Tell whether ``answer`` is a tidy text on one line, within the limit."""
        return isinstance(answer, str) and 0 < len(answer) <= self.limit and answer == " ".join(tidy(answer).split())

    def posted(self, answer: Answer) -> Posted:
        """Return the text."""
        return {self.name: (answer if isinstance(answer, str) else "",)}

    def measures(self, path: tuple[str, ...]) -> Iterator[Measure]:
        """Give no table: words are read, not counted."""
        yield from ()

    def sample(self, random: Random) -> Answer:
        """Write a few words, or none."""
        return words(random)[: self.limit].strip() or None


@dataclass(frozen=True, slots=True)
class TickedWords(Part):
    """A text with its tick "this may be in the report"; stored as ``{"text": ..., "share": ...}``."""

    name: str
    limit: int

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read text and tick; without its text in the form, a tick that is absent says nothing."""
        posted = form.get(self.name)
        if posted is None:
            return Reading(stored)
        text = tidy(posted)
        if not text:
            return Reading(None)
        typed: Answer = {"text": text, "share": form.get(self.name + TICK) == "on"}
        problem = too_long(self.name, text, self.limit)
        return Reading(stored, (problem,), self.posted(typed)) if problem else Reading(typed)

    def is_sound(self, answer: Answer) -> bool:
        """Tell whether ``answer`` is a tidy text within the limit, with its tick."""
        if not isinstance(answer, dict) or answer.keys() != {"text", "share"}:
            return False
        text, share = answer["text"], answer["share"]
        return isinstance(share, bool) and isinstance(text, str) and 0 < len(text) <= self.limit and text == tidy(text)

    def posted(self, answer: Answer) -> Posted:
        """Return the text, and the tick when there is one."""
        if not isinstance(answer, dict):
            return {self.name: ("",)}
        return {self.name: (str(answer["text"]),)} | ({self.name + TICK: ("on",)} if answer["share"] else {})

    def measures(self, path: tuple[str, ...]) -> Iterator[Measure]:
        """Give no table: words are read, not counted."""
        yield from ()

    def sample(self, random: Random) -> Answer:
        """Write a few words, ticked or not; or none."""
        text = words(random)[: self.limit].strip()
        return {"text": text, "share": random.random() < 0.6} if text else None


def too_long(name: str, text: str, limit: int) -> Problem | None:
    """Return what is wrong with a text that does not fit."""
    return Problem(name, "too_long", {"length": len(text), "limit": limit}) if len(text) > limit else None


def words(random: Random) -> str:
    """Draw a sentence of nonsense, empty at times."""
    return " ".join(random.choices(_WORDS, k=random.choice([0, 4, 12])))
