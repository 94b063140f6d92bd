"""Sealed responses -> one frame of small integers: the only form in which answers enter a calculation."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from questionnaires.definition import Questionnaire
from questionnaires.types.parts import Answer
from questionnaires.types.statement import Statement
from reports.scoring import NO_NUMBER, InvalidAnswers

#: The column with each person's reporting group; missing for late, paper and open-code answers (R3).
#: The underscore keeps it apart from every statement: an id in a questionnaire cannot have one.
GROUP = "reporting_group"

#: One sealed response: its reporting group, and its document of answers by question id.
SealedRow = tuple[str | None, Mapping[str, Answer]]


def answer_frame(rows: Iterable[SealedRow], questionnaire: Questionnaire) -> pd.DataFrame:
    """Lay sealed responses out as one row per person and one ``int8`` column per statement of a theme.

    Parameters
    ----------
    rows
        Reporting group (``None``: in no group) and answers. A statement holds 1 to 5, ``"dk"`` or ``None``
        (skipped), or is missing (not shown); the last three become 0. Answers to other questions of this
        version are left out.

    Raises
    ------
    InvalidAnswers
        When an answer is to a question that this version does not have, or is not on the scale. The message
        names the question, never the person or the answer.
    """
    sealed = list(rows)
    _refuse_unknown(sealed, questionnaire)
    columns = {
        item.id: _column(item, [answers.get(item.id) for _, answers in sealed])
        for theme in questionnaire.themes
        for item in theme.items
    }
    return pd.DataFrame({GROUP: pd.Series([group for group, _ in sealed], dtype=object), **columns})


def _refuse_unknown(rows: Iterable[SealedRow], questionnaire: Questionnaire) -> None:
    given = {question for _, answers in rows for question in answers}
    if unknown := given - set(questionnaire.questions):
        version = f"{questionnaire.id} {questionnaire.version}"
        raise InvalidAnswers(f"Answers to questions that {version} does not have: {', '.join(sorted(unknown))}.")


def _column(item: Statement, answers: list[Answer]) -> NDArray[np.int8]:
    if not all(item.is_sound(answer) for answer in answers):
        raise InvalidAnswers(f"An answer to '{item.id}' is not on its scale.")
    return np.array([answer if isinstance(answer, int) else NO_NUMBER for answer in answers], dtype=np.int8)
