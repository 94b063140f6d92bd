"""A person's own mirror after sending in: the own answers per theme, what stands out, and one question.

Made from one person's answers, for that person's eyes; never stored, sent elsewhere or compared with others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaires.definition import Questionnaire, Theme
from questionnaires.respondent import Respondent
from questionnaires.types.parts import Answer
from questionnaires.types.statement import Statement

#: What stands out in a theme: mostly positive, mostly critical, both, neither, mostly not known, or hardly answered.
View = Literal["positive", "critical", "mixed", "neutral", "unknown", "open"]


@dataclass(frozen=True, slots=True)
class MirrorTheme:
    """One theme: every statement with the own answer in words, what stands out, a question for the meeting."""

    title: str
    answers: tuple[tuple[str, str], ...]
    view: View
    question: str


def make_mirror(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], *, respondent: Respondent
) -> tuple[MirrorTheme, ...]:
    """Return a person's mirror, theme by theme, in the wording the person saw."""
    return tuple(_theme(questionnaire, theme, answers, respondent) for theme in questionnaire.themes)


def _theme(
    questionnaire: Questionnaire, theme: Theme, answers: Mapping[str, Answer], respondent: Respondent
) -> MirrorTheme:  # fmt: skip
    view, talk = _view(theme, answers), questionnaire.conversation(theme.id)
    return MirrorTheme(
        title=theme.title.in_language(respondent.language),
        answers=tuple(
            (item.wording(respondent), item.read_back(answers.get(item.id), respondent)) for item in theme.items
        ),
        view=view,
        question=talk[_QUESTION[view]].text.in_language(respondent.language) if talk else "",
    )


#: Which of a theme's three conversation questions fits what stands out.
_QUESTION: dict[View, int] = {"positive": 0, "neutral": 0, "open": 0, "mixed": 1, "unknown": 1, "critical": 2}


def _view(theme: Theme, answers: Mapping[str, Answer]) -> View:
    given = [answers.get(item.id) for item in theme.items]
    directions = [_direction(item, answer) for item, answer in zip(theme.items, given, strict=True)]
    numbers = [direction for direction in directions if direction is not None]
    if len(numbers) * 2 < len(directions):
        return "unknown" if given.count("dk") >= given.count(None) else "open"
    return _weigh(numbers.count(1), numbers.count(-1), of=len(numbers))


def _weigh(positive: int, critical: int, *, of: int) -> View:
    """Say which side weighs most: at least half of the answers, and twice as many as the other side."""
    if 2 * positive >= of and positive >= 2 * critical:
        return "positive"
    if 2 * critical >= of and critical >= 2 * positive:
        return "critical"
    return "mixed" if positive and critical else "neutral"


def _direction(item: Statement, answer: Answer) -> int | None:
    """Return +1 for a positive view, -1 for a critical one, 0 for neither; ``None`` without a number."""
    if not isinstance(answer, int):
        return None
    sign = (answer > 3) - (answer < 3)
    return -sign if item.reversed else sign
