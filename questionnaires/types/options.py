"""What all questions with one choice out of a fixed list share."""

from abc import abstractmethod
from collections.abc import Mapping

from questionnaires.types.base import Answer, Form, Problem, Question, Reading


class Choice(Question):
    """A question answered by choosing one option; the form field is named after the question."""

    @property
    @abstractmethod
    def answers(self) -> Mapping[str, Answer]:
        """What is stored for each form value, in the order of the options."""

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read the chosen option; nothing chosen keeps ``stored``."""
        value = form(self.id)
        if value is None:
            return Reading(stored, stored)
        if value not in self.answers:
            return Reading(stored, value, Problem("not_an_option"))
        return Reading(self.answers[value], self.answers[value])

    def problem_with(self, answer: Answer) -> Problem | None:
        """Check that ``answer`` is an option, in value and in type: ``True`` is not 1."""
        if answer is None or any(type(answer) is type(known) and answer == known for known in self.answers.values()):
            return None
        return Problem("not_an_option")
