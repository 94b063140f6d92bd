"""A question with several answers out of a list, or out of the organisations of the network."""

from typing import Literal, cast

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Option, Question
from questionnaires.types.options import Ticks, alone, chosen, codes, labels, option_views, unknown
from questionnaires.types.parts import Answer, SomeOf
from questionnaires.types.summary import Variable


class MultipleChoice(Question):
    """Several choices; stored as a list of ids, in the order of the options."""

    type: Literal["multiple_choice"]
    options: Ticks = ()
    #: Instead of a list of options: the other organisations of the network, by name.
    options_from: Literal["organisations"] | None = None
    #: "Hooguit N".
    at_most: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _one_list(self) -> "MultipleChoice":
        if bool(self.options) == bool(self.options_from):
            raise PydanticCustomError("one_list", "options or options_from")
        if self.at_most and self.options and self.at_most >= len(self.options):
            raise PydanticCustomError("needless_limit", "as many as there are", {"options": len(self.options)})
        return self

    def part(self, respondent: Respondent) -> SomeOf:
        """Return the ticks."""
        if self.options_from:
            return SomeOf(self.id, tuple(member.id for member in respondent.organisations), at_most=self.at_most)
        ids = tuple(option.id for option in self.options)
        return SomeOf(self.id, ids, alone(self.options), self.at_most, unknown(self.options))

    def is_sound(self, answer: Answer) -> bool:
        """Check the answer; which organisations a network has is not known here, so any id will do."""
        if not self.options_from or answer is None:
            return super().is_sound(answer)
        if not isinstance(answer, list) or not all(_is_id(each) for each in cast(list[object], answer)):
            return False
        return 0 < len(answer) == len(set(answer)) <= (self.at_most or len(answer))

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the question and its options for drawing."""
        if self.options_from:
            options = tuple(Option(member.id, member.name) for member in respondent.organisations)
        else:
            options = option_views(self.options, respondent.language)
        return self._view(respondent, "ticks", options=options, limit=self.at_most)

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say the options by their labels."""
        known = labels(self.options, respondent.language) | {each.id: each.name for each in respondent.organisations}
        return (("", chosen(answer, known)),) if answer else ()

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one variable that holds several values."""
        return (Variable(self.id, self.text.in_language(language), "several", codes(self.options, language)),)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and value != ""
