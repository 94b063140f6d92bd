"""Where somebody is in a preview, and what was filled in so far; it travels in the page and is kept nowhere."""

import json
from dataclasses import dataclass, field, replace
from typing import Any, cast

from werkzeug.datastructures import MultiDict

from questionnaires.definition import Questionnaire
from questionnaires.kinds import partner_kinds
from questionnaires.respondent import Respondent
from questionnaires.showing import Facts
from questionnaires.types.parts import Answer
from survey.preview.source import MEMBERS

#: The pages at the end: what was filled in, in words.
END = "nakijken"


@dataclass(frozen=True, slots=True)
class State:
    """What the page carries: whose eyes it is seen through, and the answers."""

    language: str
    kind: str
    round_number: int = 1
    left_out: tuple[str, ...] = ()
    answers: dict[str, Answer] = field(default_factory=dict[str, Answer])

    @property
    def respondent(self) -> Respondent:
        """Somebody of this kind, in an invented network of all kinds."""
        return Respondent(self.language, self.kind, (), MEMBERS)

    def asked(self, questionnaire: Questionnaire) -> Questionnaire:
        """Return what a round asks that leaves these blocks out."""
        return questionnaire.without(self.left_out)

    def facts(self, questionnaire: Questionnaire) -> Facts:
        """Return what conditions can be about, beside answers."""
        blocks = tuple(block.id for block in self.asked(questionnaire).blocks)
        return Facts(self.kind, self.round_number, blocks)

    def with_answers(self, answers: dict[str, Answer]) -> "State":
        """Return the same with more answers."""
        return replace(self, answers=self.answers | answers)

    @property
    def hidden(self) -> dict[str, str]:
        """What the form carries along."""
        return {"p_answers": json.dumps(self.answers)}


def read_state(form: "MultiDict[str, str]", questionnaire: Questionnaire) -> State:
    """Read where somebody is; whatever does not fit the file as it is now is left out."""
    known = [block.id for block in questionnaire.blocks]
    asked = set(form.getlist("p_block")) if "p_block" in form else set(known)
    return State(
        language=_one_of(form.get("p_language"), questionnaire.languages),
        kind=_one_of(form.get("p_kind"), tuple(partner_kinds())),
        round_number=int(_one_of(form.get("p_round"), ("1", "2", "3"))),
        left_out=tuple(block for block in known if block not in asked),
        answers=_answers(form.get("p_answers", "{}"), questionnaire),
    )


def _one_of(value: str | None, known: tuple[str, ...]) -> str:
    return value if value in known else known[0]


def _answers(text: str, questionnaire: Questionnaire) -> dict[str, Answer]:
    try:
        given: Any = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(given, dict):
        return {}
    return {
        name: answer
        for name, answer in cast(dict[str, Any], given).items()
        if name in questionnaire.questions and questionnaire.questions[name].is_sound(answer)
    }
