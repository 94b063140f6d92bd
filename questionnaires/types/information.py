"""A text between the questions."""

from typing import ClassVar, Literal

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Question
from questionnaires.types.parts import Answer, Several
from questionnaires.types.summary import Variable


class Information(Question):
    """A text to read; there is nothing to answer."""

    takes_answer: ClassVar[bool] = False

    type: Literal["information"]

    def part(self, respondent: Respondent) -> Several:
        """Return no fields."""
        return Several({})

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the text for drawing."""
        return self._view(respondent, "information")

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say nothing."""
        return ()

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return no variables."""
        return ()
