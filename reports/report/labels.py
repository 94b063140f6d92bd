"""The words of a questionnaire for what its results are about: statements, lines of a list, and options."""

from dataclasses import dataclass, field

from questionnaires.definition import Questionnaire
from questionnaires.types.summary import Variable


@dataclass(frozen=True, slots=True)
class Labels:
    """One questionnaire version in one language; a subject of results (``mc-lines.mc-money``) is a variable of it."""

    questionnaire: Questionnaire
    language: str
    _known: dict[str, dict[str, Variable]] = field(default_factory=dict[str, dict[str, Variable]])

    def asks(self, subject: str) -> bool:
        """Whether this version asks what the subject is about."""
        return subject in self._of(subject)

    def wording(self, subject: str) -> str:
        """Return the statement, the line or the question; the subject itself when this version does not ask it."""
        variable = self._of(subject).get(subject)
        return variable.wording if variable else subject

    def parts(self, question: str) -> dict[str, str]:
        """Return the lines of a question with their wording, in their order; none when this version does not ask it."""
        self._of(question)
        return {name.partition(".")[2]: each.wording for name, each in self._known[question].items() if "." in name}

    def options(self, subject: str) -> dict[str, str]:
        """Return the options of a subject with their labels, in the order in which they are offered."""
        variable = self._of(subject).get(subject)
        return dict(variable.values) if variable else {}

    def _of(self, subject: str) -> dict[str, Variable]:
        question = subject.split(".")[0]
        if question not in self._known:
            asked = self.questionnaire.questions.get(question)
            found = asked.variables(self.language) if asked else ()
            self._known[question] = {variable.name: variable for variable in found}
        return self._known[question]
