"""What every question type shares: its definition, the reading of a form, the drawing of a field, its words."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from questionnaires.conditions import Condition
from questionnaires.respondent import Respondent
from questionnaires.text import Text
from questionnaires.types.parts import Answer, Form, Part, Posted, Reading, Several
from questionnaires.types.summary import Measure, Variable
from questionnaires.written_conditions import WrittenCondition

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field: its form value, its label, and whether it stands apart ("weet ik niet")."""

    value: str
    label: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class FieldView:
    """A question, or a part of one, ready to draw for one respondent.

    ``macro`` names the template macro that draws it; ``options`` is empty for texts, and ``parts`` for all but cards.
    """

    name: str
    macro: str
    label: str
    options: tuple[Option, ...] = ()
    hint: str | None = None
    limit: int | None = None
    parts: tuple["FieldView", ...] = ()
    #: Drawn out of sight until this holds.
    show_when: Condition | None = None


class Definition(BaseModel):
    """Base of everything read from a definition file: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Question(Definition, ABC):
    """One question: what it asks, which answers it takes, how it is drawn, read back, coded and counted."""

    #: Whether there is anything to answer; an information text has nothing.
    takes_answer: ClassVar[bool] = True
    #: Whether it can be asked of persons; a number or a name could not be published of them (disclosure.md R8, R15).
    for_persons: ClassVar[bool] = True

    id: Slug
    version: int = Field(default=1, ge=1)
    text: Text
    hint: Text | None = None
    #: Other wording for respondents of a kind of organisation, by kind: ``{"municipality": {...}}``.
    variants: dict[Slug, Text] = Field(default_factory=dict[str, Text])
    #: Asked only when this holds; without it, always.
    show_when: WrittenCondition | None = None

    def wording(self, respondent: Respondent) -> str:
        """Return the question in the respondent's language, in the variant for their kind if there is one."""
        return self.variants.get(respondent.kind or "", self.text).in_language(respondent.language)

    @property
    def chosen_in(self) -> str | None:
        """The question whose ticks decide which parts of this one are asked; only a roster has one."""
        return None

    @abstractmethod
    def part(self, respondent: Respondent) -> Part:
        """Return what can be answered here: the fields of the form, and what may stand in them."""

    @abstractmethod
    def view(self, respondent: Respondent) -> FieldView:
        """Prepare this question for drawing."""

    @abstractmethod
    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say an answer in words, one line for each part: its label (empty for a simple question) and the words."""

    @abstractmethod
    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return the codebook's entries: what is stored, and what it means."""

    def read(self, form: Form, stored: Answer, respondent: Respondent) -> Reading:
        """Read this question from a posted form; a field that is absent keeps what is ``stored``."""
        return self.part(respondent).read(form, stored)

    def is_sound(self, answer: Answer) -> bool:
        """Check a stored answer, whatever way it came; in a network of any composition."""
        return answer is None or self.part(ANYBODY).is_sound(answer)

    def posted(self, answer: Answer, respondent: Respondent) -> Posted:
        """Return the form fields that would be read as ``answer``."""
        return self.part(respondent).posted(answer)

    def measures(self) -> tuple[Measure, ...]:
        """Return the tables in which answers may be counted for results: classes that shares are made of."""
        return tuple(self.part(ANYBODY).measures(()))

    def sample(self, random: Random, respondent: Respondent) -> Answer:
        """Draw a sound answer, or none: for demonstrations, measurements and tests."""
        return self.part(respondent).sample(random)

    def progress(self, answer: Answer, respondent: Respondent) -> tuple[int, int]:
        """Return how much of this question is answered, and of how much: a card or line counts as one."""
        part = self.part(respondent)
        if not isinstance(part, Several):
            return int(answer is not None), 1
        given = answer if isinstance(answer, dict) else {}
        return sum(key in given for key in part.parts), len(part.parts)

    def sent(self, answer: Answer, shown: Sequence[str]) -> Answer:
        """Return of an answer what is sent in; ``shown`` are the options that were chosen where this depends on one."""
        return answer

    def read_back(self, answer: Answer, respondent: Respondent) -> str:
        """Say an answer on one line; empty when there is none."""
        lines = self.said(answer, respondent)
        return "; ".join(f"{label.rstrip('.?')}: {words}" if label else words for label, words in lines)

    def _view(self, respondent: Respondent, macro: str, **more: Any) -> FieldView:
        """Return the view with what every question has."""
        hint = self.hint.in_language(respondent.language) if self.hint else None
        return FieldView(self.id, macro, self.wording(respondent), hint=hint, show_when=self.show_when, **more)


#: Nobody in particular: every kind of organisation is in this person's network.
ANYBODY = Respondent(language="nl")
