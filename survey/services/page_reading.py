"""Read one posted page against what is stored: what to keep, what to show again, and why."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from questionnaires.definition import Page
from questionnaires.types.base import Answer, Form, Problem, Question

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
        What to draw when the page is shown again: what was typed, also where it was refused.
    problems
        Why an answer cannot be stored.
    changed
        Questions answered differently elsewhere after this page was drawn; the next save decides.
    """

    answers: dict[str, Answer] = field(default_factory=dict[str, Answer])
    shown: dict[str, Answer] = field(default_factory=dict[str, Answer])
    problems: dict[str, Problem] = field(default_factory=dict[str, Problem])
    changed: dict[str, Answer] = field(default_factory=dict[str, Answer])

    @property
    def is_kept(self) -> bool:
        """Whether everything on the page can be stored as it was typed."""
        return not self.problems and not self.changed


def read_page(page: Page, form: Form, stored: Mapping[str, Answer]) -> PageReading:
    """Read every question of a posted page; nothing is lost, whatever is wrong with it."""
    reading = PageReading()
    seen = _seen(page, form)
    for question in page.questions:
        _read_question(reading, question, form, stored.get(question.id), seen.get(question.id))
    return reading


def fingerprint(page: Page, answers: Mapping[str, Answer]) -> str:
    """Return what a page's answers are now, for the hidden field that tells a stale post from a fresh one."""
    return ".".join(_print_of(answers.get(question.id)) for question in page.questions)


def _seen(page: Page, form: Form) -> dict[str, str]:
    prints = (form(BASIS) or "").split(".")
    if len(prints) != len(page.questions):
        return {}
    return {question.id: seen for question, seen in zip(page.questions, prints, strict=True)}


def _read_question(
    reading: PageReading, question: Question, form: Form, stored: Answer, seen: str | None
) -> None:  # fmt: skip
    result = question.read(form, stored)
    answer, shown = result.answer, result.typed
    if result.problem is not None:
        reading.problems[question.id] = result.problem
        answer = stored
    elif seen is not None and seen != _print_of(stored):
        if _print_of(answer) == seen and stored is not None:  # not touched here: the other tab's answer is the newest
            answer = shown = stored
        elif answer != stored:
            reading.changed[question.id] = stored
            answer = stored
    reading.answers[question.id] = answer
    reading.shown[question.id] = shown


def _print_of(answer: Answer) -> str:
    if answer is None:
        return "-"
    if isinstance(answer, dict):
        content = f"{answer.get('share')}:{answer.get('text')}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(content).hexdigest()[:10]
    return str(answer)
