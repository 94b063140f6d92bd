"""A whole Dutch school grade, 1 to 10."""

from functools import cached_property
from typing import Final, Literal

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Option, Question
from questionnaires.types.parts import Answer, OneOf
from questionnaires.types.summary import Variable

_GRADES: Final[dict[str, Answer]] = {str(grade): grade for grade in range(1, 11)}
_OPTIONS: Final = tuple(Option(grade, grade) for grade in _GRADES)

#: The three classes that grades are counted in (disclosure.md R15).
_CLASSES: Final = {grade: "1-5" if int(grade) <= 5 else "6-7" if int(grade) <= 7 else "8-10" for grade in _GRADES}


class Grade(Question):
    """A grade from 1 to 10; stored as the number."""

    type: Literal["grade"]

    @cached_property
    def _part(self) -> OneOf:
        return OneOf(self.id, _GRADES, _CLASSES)

    def part(self, respondent: Respondent) -> OneOf:
        """Return the choice of a grade, counted in three classes."""
        return self._part

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the question and the ten grades for drawing."""
        return self._view(respondent, "grade", options=_OPTIONS)

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say the grade as a number."""
        return () if answer is None else (("", str(answer)),)

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one number, from 1 to 10."""
        return (Variable(self.id, self.text.in_language(language), "number"),)
