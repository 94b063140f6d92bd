"""A few words on one line, shown by the name of the organisation that gives them."""

from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Question
from questionnaires.types.parts import Answer
from questionnaires.types.summary import Variable
from questionnaires.types.texts import Words


class ShortText(Question):
    """A text on one line; stored as the text. Words of persons need the tick of a long text."""

    for_persons: ClassVar[bool] = False

    type: Literal["short_text"]
    limit: int = Field(default=100, ge=1, le=400)

    @cached_property
    def _part(self) -> Words:
        return Words(self.id, self.limit)

    def part(self, respondent: Respondent) -> Words:
        """Return the text."""
        return self._part

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the question for drawing, with its limit."""
        return self._view(respondent, "short_text", limit=self.limit)

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Give the text back as typed."""
        return (("", str(answer)),) if answer else ()

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one text."""
        return (Variable(self.id, self.text.in_language(language), "text"),)
