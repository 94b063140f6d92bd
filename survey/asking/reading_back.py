"""What was answered, in words, page by page: to look at once more before it is sent in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from questionnaires.definition import Page
from questionnaires.respondent import Respondent
from questionnaires.types.base import Question
from survey.asking.progress import Route


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer: a line for each part, with its label; no lines when it is not answered."""

    question: Question
    wording: str
    said: tuple[tuple[str, str], ...]


def read_back(way: Route, answers: Mapping[str, Any], respondent: Respondent) -> list[tuple[Page, list[Line]]]:
    """Return every page that asks something, with what was answered there."""
    return [
        (page, [_line(question, answers, respondent) for question in questions])
        for page, questions in way.asked
        if questions
    ]


def _line(question: Question, answers: Mapping[str, Any], respondent: Respondent) -> Line:
    return Line(question, question.wording(respondent), question.said(answers.get(question.id), respondent))
