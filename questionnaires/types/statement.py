"""A statement to agree or disagree with, and the scale that it is answered on."""

from functools import cached_property
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from questionnaires.context import FileContext
from questionnaires.respondent import Respondent
from questionnaires.text import Text
from questionnaires.types.base import Definition, FieldView, Option, Question, Slug
from questionnaires.types.parts import Answer, OneOf
from questionnaires.types.summary import DONT_KNOW, Variable

#: The three classes that statements are counted in.
_CLASSES: Final = {"1": "disagree", "2": "disagree", "3": "neither", "4": "agree", "5": "agree"}


class Scale(Definition):
    """Five labels in order, for the answers 1 to 5, and the label of the answer that stands apart."""

    id: Slug
    options: tuple[Text, ...] = Field(min_length=5, max_length=5)
    dont_know: Text

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """What is stored for each form value: 1 to 5, or "dk"."""
        return {**{str(number): number for number, _ in enumerate(self.options, start=1)}, DONT_KNOW: DONT_KNOW}

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        numbered = [*((str(number), text) for number, text in enumerate(self.options, 1)), (DONT_KNOW, self.dont_know)]
        return {language: {value: text[language] for value, text in numbered} for language in self.dont_know}

    def labels(self, language: str) -> dict[str, str]:
        """Return the label of each answer, by its form value."""
        return self._labels[language]

    def view(self, language: str) -> tuple[Option, ...]:
        """Prepare the options for drawing in ``language``."""
        return tuple(Option(value, label, value == DONT_KNOW) for value, label in self.labels(language).items())


def _by_name(value: object, info: ValidationInfo) -> object:
    """Find the scale that a definition file means by ``value``."""
    scales = FileContext.of(info).scales
    if scales is None or isinstance(value, Scale):
        return value
    if not isinstance(value, str) or value not in scales:
        raise PydanticCustomError("unknown_name", "unknown", {"what": "scale", "known": tuple(scales)})
    return scales[value]


#: A scale, in a definition file given by its id.
NamedScale = Annotated[Scale, BeforeValidator(_by_name)]


class Statement(Question):
    """A statement on a scale; stored as 1 to 5, "dk", or ``None`` when seen and skipped."""

    type: Literal["statement"]
    scale: NamedScale
    #: Agreeing is bad news: scored as 6 minus the answer. What is stored stays the answer as given.
    reversed: bool = False
    #: Also in the quick scan; an anchor is always core.
    anchor: bool = False
    #: Also in the short version.
    core: bool = False
    #: What the statement is about.
    level: Literal["network", "organisation", "person"]

    @cached_property
    def _part(self) -> OneOf:
        return OneOf(self.id, self.scale.answers, _CLASSES)

    def part(self, respondent: Respondent) -> OneOf:
        """Return the choice on the scale; counted in three classes, in which "dk" has no place."""
        return self._part

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the statement and its scale for drawing."""
        return self._view(respondent, "statement", options=self.scale.view(respondent.language))

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say the answer by its label on the scale."""
        label = self.scale.labels(respondent.language).get(str(answer))
        return (("", label),) if label else ()

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one variable, on the scale."""
        return (Variable(self.id, self.text.in_language(language), "one", tuple(self.scale.labels(language).items())),)
