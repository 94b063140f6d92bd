"""An open question, with its own tick "this may be used in the report"."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Question
from questionnaires.types.parts import Answer
from questionnaires.types.summary import Variable
from questionnaires.types.texts import TickedWords


class LongText(Question):
    """An answer in own words; what has no tick is deleted at closing."""

    type: Literal["long_text"]
    limit: int = Field(default=400, ge=1, le=4000)

    @cached_property
    def _part(self) -> TickedWords:
        return TickedWords(self.id, self.limit)

    def part(self, respondent: Respondent) -> TickedWords:
        """Return the text and its tick."""
        return self._part

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the question for drawing, with its limit."""
        return self._view(respondent, "long_text", limit=self.limit)

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Give the text back as typed."""
        return (("", str(answer["text"])),) if isinstance(answer, dict) else ()

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one text."""
        return (Variable(self.id, self.text.in_language(language), "text"),)
