"""What every question type shares: its definition, the reading of a form, the drawing of a field."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from questionnaires.text import Text

#: What is stored per question in a response's JSON document; ``None`` is "seen and skipped".
Answer = int | str | dict[str, str | bool] | None

#: Looks one field of a posted form up by name; ``None`` when the form does not hold it.
Form = Callable[[str], str | None]

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a posted value cannot be stored; the interface turns ``code`` into a sentence."""

    code: str
    details: Mapping[str, int | str] = field(default_factory=dict[str, int | str])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form said about one question: an answer to store, or a problem, and what was typed."""

    answer: Answer
    typed: Answer
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field: its form value, its label, and whether it stands apart ("weet ik niet")."""

    value: str
    label: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class FieldView:
    """A question ready to draw, built once per version, language and kind of organisation.

    ``macro`` names the template macro that draws it; ``options`` is empty for texts.
    """

    id: str
    macro: str
    label: str
    options: tuple[Option, ...] = ()
    limit: int | None = None
    hint: str | None = None


class Definition(BaseModel):
    """Base of everything read from a definition file: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Question(Definition, ABC):
    """One question: what it asks, which answers it takes, how it is drawn and read back."""

    id: Slug
    version: int = Field(default=1, ge=1)
    text: Text
    #: Other wording for respondents of a kind of organisation, by kind: ``{"municipality": {...}}``.
    variants: dict[Slug, Text] = Field(default_factory=dict[str, Text])

    def wording(self, language: str, kind: str | None = None) -> str:
        """Return the question in ``language``, in the variant for ``kind`` of organisation if there is one."""
        return self.variants.get(kind or "", self.text).in_language(language)

    @abstractmethod
    def read(self, form: Form, stored: Answer) -> Reading:
        """Read this question from a posted form; a field that is absent keeps ``stored``."""

    @abstractmethod
    def problem_with(self, answer: Answer) -> Problem | None:
        """Check an answer that is about to be stored, whatever way it came; ``None`` when it is sound."""

    @abstractmethod
    def view(self, language: str, kind: str | None = None) -> FieldView:
        """Prepare this question for drawing in ``language`` for a respondent of ``kind``."""

    @abstractmethod
    def read_back(self, answer: Answer, language: str) -> str:
        """Say an answer in words, for the check page and a person's own mirror; empty when skipped."""
