"""What is asked of one person or organisation, given what was answered so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from questionnaires.conditions import And, Condition, Leaf, Not, Or, holds
from questionnaires.definition import Page, Questionnaire
from questionnaires.types.base import Question
from questionnaires.types.parts import Answer


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions can be about, beside answers."""

    kind: str | None = None
    round_number: int = 1
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Showing:
    """What is asked now: the ids of the questions, and the answers that count."""

    shown: frozenset[str]
    answers: Mapping[str, Answer]
    facts: Facts

    def holds(self, condition: Condition | None) -> bool:
        """Tell whether a condition holds, given the answers to what is asked."""
        return condition is None or holds(condition, self.lookup)

    def lookup(self, leaf: Leaf) -> Any:
        """Return what a comparison is about; the answer to a question that is not asked is none."""
        if leaf.source == "organisation":
            return self.facts.kind
        if leaf.source == "round":
            return self.facts.round_number if leaf.name == "number" else self.facts.blocks
        found: Any = self.answers.get(leaf.name)
        for step in leaf.part:
            found = _inside(found, step)
        return found if leaf.operator == "answered" or not isinstance(found, dict) else _inside(found, "number")

    def brings_up(self, part: Question, before: "Showing") -> bool:
        """Tell whether part of this question is asked that was not asked before."""
        if part.id not in self.shown or part.id not in before.shown:
            return part.id in self.shown
        return not set(self._ticked(part)) <= set(before._ticked(part))

    def _ticked(self, part: Question) -> list[str]:
        ticked = self.answers.get(part.chosen_in) if part.chosen_in else None
        return ticked if isinstance(ticked, list) else []

    def parts(self, page: Page) -> tuple[Question, ...]:
        """Return what of a page is shown."""
        return tuple(part for part in page.parts if part.id in self.shown)

    def questions(self, page: Page) -> tuple[Question, ...]:
        """Return what is asked on a page."""
        return tuple(question for question in page.questions if question.id in self.shown)

    def pages(self, questionnaire: Questionnaire) -> list[Page]:
        """Return the pages on which anything is shown."""
        return [page for page in questionnaire.pages if self.parts(page)]


def showing(questionnaire: Questionnaire, answers: Mapping[str, Answer], facts: Facts) -> Showing:
    """Go through a questionnaire in order; conditions only look back, so that one pass is enough."""
    counted: dict[str, Answer] = {}
    shown: set[str] = set()
    so_far = Showing(frozenset(), counted, facts)
    for page in questionnaire.pages:
        for part in page.parts:
            if so_far.holds(part.show_when):
                shown.add(part.id)
                if part.id in answers:
                    counted[part.id] = _sent(part, answers[part.id], counted)
    return Showing(frozenset(shown), counted, facts)


def reduced(condition: Condition, now: Showing, is_open: Callable[[Leaf], bool]) -> Condition | bool:
    """Return what is left of a condition when all is filled in but the comparisons that are still open."""
    match condition:
        case Leaf():
            return condition if is_open(condition) else now.holds(condition)
        case Not():
            inner = reduced(condition.of, now, is_open)
            return not inner if isinstance(inner, bool) else Not(inner)
        case And():
            return _combined(condition, now, is_open, decides=False)
        case Or():
            return _combined(condition, now, is_open, decides=True)


def _combined(
    condition: And | Or, now: Showing, is_open: Callable[[Leaf], bool], *, decides: bool
) -> Condition | bool:  # fmt: skip
    parts: list[Any] = [reduced(each, now, is_open) for each in condition.of]
    if decides in [part for part in parts if isinstance(part, bool)]:
        return decides
    left = tuple(part for part in parts if not isinstance(part, bool))
    if not left:
        return not decides
    return left[0] if len(left) == 1 else type(condition)(left)


def _inside(found: Any, step: str) -> Any:
    return cast(dict[str, Any], found).get(step) if isinstance(found, dict) else None


def _sent(question: Question, answer: Answer, so_far: Mapping[str, Answer]) -> Answer:
    ticked = so_far.get(question.chosen_in) if question.chosen_in else None
    return question.sent(answer, ticked if isinstance(ticked, list) else ())
