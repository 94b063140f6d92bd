"""The fields that questions are made of: how each is read from a form, checked, posted and counted.

A question is one part, or a tree of them: role cards are several tasks, each with ticks and a choice. Names of fields
below a question have a dot, which no id can have: ``mc-lines.mc-money``.
"""

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Final, Protocol, cast

from questionnaires.types.summary import Measure

#: What is stored per question in a response's JSON document; ``None`` is "seen and skipped".
Answer = int | str | list[str] | dict[str, Any] | None

#: The fields of a form with their values, as a browser sends them.
Posted = dict[str, tuple[str, ...]]


#: The button beside a choice posts its field under this name: the answer is taken back. No id has an underscore.
CLEAR: Final = "clear_field"


class Form(Protocol):
    """A posted form."""

    def get(self, name: str, /) -> str | None:
        """Return the first value of a field; ``None`` when the form does not hold it."""
        ...

    def getlist(self, name: str, /) -> list[str]:
        """Return every value of a field."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a field's value cannot be stored; the interface turns ``code`` into a sentence."""

    field: str
    code: str
    details: Mapping[str, int | str] = dataclasses.field(default_factory=dict[str, int | str])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form said: the answer to store, what is wrong, and what was typed where the two differ."""

    answer: Answer
    problems: tuple[Problem, ...] = ()
    #: What the form's fields held, where that cannot be stored.
    typed: Posted = dataclasses.field(default_factory=dict[str, tuple[str, ...]])


class Part(ABC):
    """One field of a form, or several that belong together."""

    #: The form field; several that belong together have none by that name.
    name: str

    @abstractmethod
    def read(self, form: Form, stored: Answer) -> Reading:
        """Read the fields; those that are absent keep what is ``stored``."""

    @abstractmethod
    def is_sound(self, answer: Answer) -> bool:
        """Tell whether an answer, other than none, is one that ``read`` could have given."""

    @abstractmethod
    def posted(self, answer: Answer) -> Posted:
        """Return the fields that would be read as ``answer``."""

    @abstractmethod
    def measures(self, path: tuple[str, ...]) -> Iterator[Measure]:
        """Go through the tables in which the answers can be counted."""

    @abstractmethod
    def sample(self, random: Random) -> Answer:
        """Draw a sound answer, or none."""

    def at(self, path: tuple[str, ...]) -> "Part | None":
        """Return the part at ``path``, ``None`` when there is none."""
        return None if path else self


@dataclass(frozen=True, slots=True)
class OneOf(Part):
    """One choice out of a list; ``answers`` holds what is stored for each form value."""

    name: str
    answers: Mapping[str, Answer]
    #: The class of each stored answer, where it is not a class of its own.
    classes: Mapping[str, str] | None = None
    #: Drawn as a list to unfold, in which an empty choice takes the answer back.
    unfolds: bool = False

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read the chosen option; nothing chosen keeps what is stored."""
        value = form.get(self.name)
        if self.name in form.getlist(CLEAR):
            return Reading(None)
        if value is None:
            return Reading(stored)
        if self.unfolds and not value:
            return Reading(None)
        if value not in self.answers:
            return Reading(stored, (Problem(self.name, "not_an_option"),), {self.name: (value,)})
        return Reading(self.answers[value])

    def is_sound(self, answer: Answer) -> bool:
        """Tell whether ``answer`` is an option, in value and in type: ``True`` is not 1."""
        return any(type(answer) is type(known) and answer == known for known in self.answers.values())

    def posted(self, answer: Answer) -> Posted:
        """Return the option that was chosen."""
        if answer is None:
            return {self.name: ("",)} if self.unfolds else {}
        return {self.name: (str(answer),)}

    def measures(self, path: tuple[str, ...]) -> Iterator[Measure]:
        """Give one table, of the options or their classes."""
        own = {str(answer): str(answer) for answer in self.answers.values()}
        yield Measure(self.name, path, own if self.classes is None else self.classes)

    def sample(self, random: Random) -> Answer:
        """Choose any option, or skip."""
        return random.choice([*self.answers.values(), None])


@dataclass(frozen=True, slots=True)
class SomeOf(Part):
    """Several choices out of a list; stored as a list in the order of the options, which says nothing of a person.

    A drawn field always posts an empty value beside its ticks, so that "nothing ticked" differs from "not shown".
    """

    name: str
    values: tuple[str, ...]
    #: Options that go with no other: "niemand", "weet ik niet".
    exclusive: frozenset[str] = frozenset()
    at_most: int | None = None
    #: "weet ik niet": who ticks it has said nothing about the other options.
    unknown: str | None = None

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read the ticks."""
        given = form.getlist(self.name)
        if not given:
            return Reading(stored)
        ticked = set(given) - {""}
        chosen = [value for value in self.values if value in ticked]
        problem = self._problem(ticked, chosen)
        if problem:
            return Reading(stored, (problem,), {self.name: tuple(chosen)})
        return Reading(chosen or None)

    def _problem(self, ticked: set[str], chosen: list[str]) -> Problem | None:
        if len(chosen) < len(ticked):
            return Problem(self.name, "not_an_option")
        if len(chosen) > 1 and self.exclusive & ticked:
            return Problem(self.name, "not_together", {"option": next(v for v in chosen if v in self.exclusive)})
        if self.at_most and len(chosen) > self.at_most:
            return Problem(self.name, "too_many", {"limit": self.at_most})
        return None

    def is_sound(self, answer: Answer) -> bool:
        """Tell whether ``answer`` is a list of options, in their order, that go together."""
        if not isinstance(answer, list) or not answer:
            return False
        chosen = [value for value in self.values if value in answer]
        return chosen == answer and self._problem(set(answer), chosen) is None

    def posted(self, answer: Answer) -> Posted:
        """Return the ticks."""
        return {self.name: ("", *answer)} if isinstance(answer, list) else {self.name: ("",)}

    def measures(self, path: tuple[str, ...]) -> Iterator[Measure]:
        """Give a table for each option: chosen or not."""
        for value in self.values:
            yield Measure(f"{self.name}.{value}", path, {}, option=value, unknown=self.unknown)

    def sample(self, random: Random) -> Answer:
        """Tick one option that goes with no other, or some of the rest."""
        if self.exclusive and random.random() < 0.15:
            return [random.choice(sorted(self.exclusive))]
        others = [value for value in self.values if value not in self.exclusive]
        most = min(len(others), self.at_most or 4)
        chosen = set(random.sample(others, random.randint(0, most)))
        return [value for value in self.values if value in chosen] or None


@dataclass(frozen=True, slots=True)
class Several(Part):
    """Parts under one question; stored as a document with a key for each part that was answered."""

    parts: Mapping[str, Part]
    name: str = ""

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read every part; a part that is wrong keeps what was stored of it, and the others are kept as typed."""
        before = stored if isinstance(stored, dict) else {}
        answers: dict[str, Any] = {key: value for key, value in before.items() if key not in self.parts}
        problems: tuple[Problem, ...] = ()
        typed: Posted = {}
        for key, part in self.parts.items():
            reading = part.read(form, before.get(key))
            if reading.answer is not None:
                answers[key] = reading.answer
            problems += reading.problems
            typed |= reading.typed
        return Reading(answers or None, problems, typed)

    def is_sound(self, answer: Answer) -> bool:
        """Tell whether ``answer`` has sound answers to these parts only; not every database keeps their order."""
        if not isinstance(answer, dict) or not answer:
            return False
        return all(key in self.parts and self.parts[key].is_sound(value) for key, value in answer.items())

    def posted(self, answer: Answer) -> Posted:
        """Return the fields of all parts."""
        given = answer if isinstance(answer, dict) else {}
        posted: Posted = {}
        for key, part in self.parts.items():
            posted |= part.posted(cast(Answer, given.get(key)))
        return posted

    def measures(self, path: tuple[str, ...]) -> Iterator[Measure]:
        """Go through the tables of all parts."""
        for key, part in self.parts.items():
            yield from part.measures((*path, key))

    def sample(self, random: Random) -> Answer:
        """Draw an answer for every part."""
        drawn = {key: part.sample(random) for key, part in self.parts.items()}
        return {key: answer for key, answer in drawn.items() if answer is not None} or None

    def at(self, path: tuple[str, ...]) -> Part | None:
        """Return the part at ``path``."""
        if not path:
            return self
        below = self.parts.get(path[0])
        return below.at(path[1:]) if below else None
