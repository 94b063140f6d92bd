"""A statement to agree or disagree with, and the scale that it is answered on."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from questionnaires.context import FileContext
from questionnaires.text import Text
from questionnaires.types.base import Answer, Definition, FieldView, Option, Slug
from questionnaires.types.choice import Choice

#: Stored, and posted, for "weet ik niet": an answer of its own, never a number.
DONT_KNOW: Final = "dk"


class Scale(Definition):
    """Five labels in order, for the answers 1 to 5, and the label of the answer that stands apart."""

    id: Slug
    options: tuple[Text, ...] = Field(min_length=5, max_length=5)
    dont_know: Text

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """What is stored for each form value: 1 to 5, or "dk"."""
        return {**{str(number): number for number, _ in enumerate(self.options, start=1)}, DONT_KNOW: DONT_KNOW}

    def view(self, language: str) -> tuple[Option, ...]:
        """Prepare the options for drawing in ``language``."""
        numbered = (Option(str(number), text.in_language(language)) for number, text in enumerate(self.options, 1))
        return (*numbered, Option(DONT_KNOW, self.dont_know.in_language(language), apart=True))


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


class Statement(Choice):
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

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What is stored for each form value, by the scale."""
        return self.scale.answers

    def view(self, language: str, kind: str | None = None) -> FieldView:
        """Prepare the statement and its scale for drawing."""
        return FieldView(self.id, "statement", self.wording(language, kind), self.scale.view(language))

    def read_back(self, answer: Answer, language: str) -> str:
        """Say the answer by its label on the scale."""
        return next((option.label for option in self.scale.view(language) if option.value == str(answer)), "")
