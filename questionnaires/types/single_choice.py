"""A question with one answer out of a list."""

from functools import cached_property
from typing import Literal

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Question
from questionnaires.types.options import Choices, chosen, codes, labels, option_views, stored_as
from questionnaires.types.parts import Answer, OneOf
from questionnaires.types.summary import Variable


class SingleChoice(Question):
    """One choice; stored as the option's id."""

    type: Literal["single_choice"]
    options: Choices

    @cached_property
    def _part(self) -> OneOf:
        return OneOf(self.id, stored_as(self.options))

    def part(self, respondent: Respondent) -> OneOf:
        """Return the choice."""
        return self._part

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the question and its options for drawing."""
        return self._view(respondent, "choices", options=option_views(self.options, respondent.language))

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say the option by its label."""
        return () if answer is None else (("", chosen(answer, labels(self.options, respondent.language))),)

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one variable with the options as values."""
        return (Variable(self.id, self.text.in_language(language), "one", codes(self.options, language)),)
