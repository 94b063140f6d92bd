"""A whole Dutch school grade, 1 to 10."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from questionnaires.types.base import Answer, FieldView, Option
from questionnaires.types.choice import Choice

_GRADES: Final[Mapping[str, Answer]] = MappingProxyType({str(grade): grade for grade in range(1, 11)})
_OPTIONS: Final = tuple(Option(grade, grade) for grade in _GRADES)


class Grade(Choice):
    """A grade from 1 to 10; stored as the number."""

    type: Literal["grade"]

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What is stored for each form value: the grades."""
        return _GRADES

    def view(self, language: str, kind: str | None = None) -> FieldView:
        """Prepare the question and the ten grades for drawing."""
        return FieldView(self.id, "grade", self.wording(language, kind), _OPTIONS)

    def read_back(self, answer: Answer, language: str) -> str:
        """Say the grade as a number."""
        return "" if answer is None else str(answer)
