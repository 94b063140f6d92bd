"""Read one posted page against what is stored: what to keep, what to show again, and why."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from questionnaires.definition import Page
from questionnaires.respondent import Respondent
from questionnaires.types.base import Question
from questionnaires.types.parts import Answer, Form, Posted, Problem

#: The hidden field that says what a page's answers were when it was drawn.
BASIS = "basis"


@dataclass(slots=True)
class PageReading:
    """What a posted page says.

    Attributes
    ----------
    answers
        What to store, per question of the page: sound answers, and what was stored where one is not.
    shown
        What to draw when the page is shown again, per form field: what was typed, also where it was refused.
    problems
        Why a value cannot be stored, per form field.
    changed
        Questions answered differently elsewhere after this page was drawn; the next save decides.
    """

    answers: dict[str, Answer] = field(default_factory=dict[str, Answer])
    shown: Posted = field(default_factory=dict[str, tuple[str, ...]])
    problems: dict[str, Problem] = field(default_factory=dict[str, Problem])
    changed: dict[str, Answer] = field(default_factory=dict[str, Answer])

    @property
    def is_kept(self) -> bool:
        """Whether everything on the page can be stored as it was typed."""
        return not self.problems and not self.changed

    def leave_out(self, questions: Iterable[str]) -> None:
        """Forget what is wrong with questions that are not asked: nobody can see it."""
        for name in questions:
            self.changed.pop(name, None)
            for posted in [posted for posted in self.problems if posted.split(".")[0] == name]:
                del self.problems[posted]


def read_page(page: Page, form: Form, stored: Mapping[str, Answer], respondent: Respondent) -> PageReading:
    """Read every question of a posted page; nothing is lost, whatever is wrong with it."""
    reading = PageReading()
    seen = seen_prints(page, form.get(BASIS))
    for question in page.questions:
        _read_question(reading, question, form, stored.get(question.id), seen.get(question.id), respondent)
    if not reading.is_kept:
        for question in page.questions:
            posted = question.posted(reading.answers[question.id], respondent)
            reading.shown = posted | reading.shown
    return reading


def fingerprint(page: Page, answers: Mapping[str, Answer]) -> str:
    """Return what a page's answers are now, for the hidden field that tells a stale post from a fresh one."""
    return ".".join(_print_of(answers.get(question.id)) for question in page.questions)


def seen_prints(page: Page, basis: str | None) -> dict[str, str]:
    """Return, per question, what a page's hidden field says it was told; nothing when it is of another page."""
    prints = basis.split(".") if basis else []
    if len(prints) != len(page.questions):
        return {}
    return {question.id: seen for question, seen in zip(page.questions, prints, strict=True)}


def _read_question(
    reading: PageReading, question: Question, form: Form, stored: Answer, seen: str | None, respondent: Respondent
) -> None:  # fmt: skip
    result = question.read(form, stored, respondent)
    answer = result.answer
    is_stale = seen is not None and seen != _print_of(stored)
    if result.problems:
        reading.problems |= {problem.field: problem for problem in result.problems}
        reading.shown |= question.posted(answer, respondent) | result.typed
        answer = stored if is_stale else answer
    elif is_stale:
        if _print_of(answer) == seen and stored is not None:  # not touched here: the other tab's answer is the newest
            answer = stored
        elif answer != stored:
            reading.changed[question.id] = stored
            reading.shown |= question.posted(answer, respondent)
            answer = stored
    reading.answers[question.id] = answer


def _print_of(answer: Answer) -> str:
    if answer is None:
        return "-"
    if isinstance(answer, int):
        return str(answer)
    return hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()[:10]
