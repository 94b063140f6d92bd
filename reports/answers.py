"""Sealed responses -> one frame of small integers: the only form in which answers enter a calculation."""

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.types.base import ANYBODY, Question
from questionnaires.types.long_text import LongText
from questionnaires.types.parts import Answer
from questionnaires.types.statement import Statement
from questionnaires.types.summary import DONT_KNOW, Measure
from reports.scoring import NO_NUMBER, InvalidAnswers

#: The column with each person's reporting group; missing for late, paper and open-code answers (R3).
#: The underscore keeps it apart from every statement: an id in a questionnaire cannot have one.
GROUP: Final = "reporting_group"

#: In a statement's column: "don't know", which is an answer but no number.
UNKNOWN: Final = -1
#: In the column of a table of shares: no valid answer for that table.
NO_CLASS: Final = -1

#: One sealed response: its reporting group, and its document of answers by question id.
SealedRow = tuple[str | None, Mapping[str, Answer]]


def lone_statements(questionnaire: Questionnaire) -> tuple[Statement, ...]:
    """Return the statements that are in no theme."""
    of_themes = {item.id for theme in questionnaire.themes for item in theme.items}
    found = (question for question in questionnaire.questions.values() if isinstance(question, Statement))
    return tuple(statement for statement in found if statement.id not in of_themes)


def other_tables(questionnaire: Questionnaire, kinds: Iterable[str] = ()) -> tuple[Measure, ...]:
    """Return the tables of shares of everything that is neither a statement nor an own text (R15).

    Parameters
    ----------
    questionnaire
        What was asked, without the blocks that the round left out.
    kinds
        The kinds of partner that role cards offered in this network; none means all.
    """
    offered = Respondent(language=questionnaire.languages[0], kinds=tuple(kinds))
    return tuple(
        measure
        for question in questionnaire.questions.values()
        if not isinstance(question, Statement | LongText)
        for measure in question.part(offered).measures(())
    )


def answer_frame(rows: Iterable[SealedRow], questionnaire: Questionnaire, kinds: Iterable[str] = ()) -> pd.DataFrame:
    """Lay sealed responses out as one row per person, with one ``int8`` column per statement and per table.

    Parameters
    ----------
    rows
        Reporting group (``None``: in no group) and answers. A statement holds 1 to 5, ``"dk"`` (-1 in the frame), or
        nothing (0): skipped or not shown. A table of :func:`other_tables` holds the number of the answer's class in
        ``Measure.order``, or -1.
    questionnaire, kinds
        As for :func:`other_tables`.

    Raises
    ------
    InvalidAnswers
        When an answer is to a question that this version does not have, or is not one that it offers. The message
        names the question, never the person or the answer.
    """
    sealed = list(rows)
    _refuse_unknown(sealed, questionnaire)
    for question in questionnaire.questions.values():
        _refuse_unsound(question, sealed)
    of_themes = (item for theme in questionnaire.themes for item in theme.items)
    columns = {item.id: _numbers(item, sealed) for item in (*of_themes, *lone_statements(questionnaire))}
    tables = {table.name: _classes(table, sealed) for table in other_tables(questionnaire, kinds)}
    return pd.DataFrame({GROUP: pd.Series([group for group, _ in sealed], dtype=object), **columns, **tables})


def _refuse_unknown(rows: Iterable[SealedRow], questionnaire: Questionnaire) -> None:
    given = {question for _, answers in rows for question in answers}
    if unknown := given - set(questionnaire.questions):
        version = f"{questionnaire.id} {questionnaire.version}"
        raise InvalidAnswers(f"Answers to questions that {version} does not have: {', '.join(sorted(unknown))}.")


def _refuse_unsound(question: Question, rows: Iterable[SealedRow]) -> None:
    part, given = question.part(ANYBODY), (answers.get(question.id) for _, answers in rows)
    if not all(answer is None or part.is_sound(answer) for answer in given):
        raise InvalidAnswers(f"An answer to '{question.id}' is not one that it offers.")


def _numbers(item: Statement, rows: Iterable[SealedRow]) -> NDArray[np.int8]:
    return np.array([_number(answers.get(item.id)) for _, answers in rows], dtype=np.int8)


def _number(answer: Answer) -> int:
    if answer == DONT_KNOW:
        return UNKNOWN
    return answer if isinstance(answer, int) else NO_NUMBER


def _classes(table: Measure, rows: Iterable[SealedRow]) -> NDArray[np.int8]:
    """Count a table's classes from 0 on; the name of a table begins with the id of its question."""
    question, codes = table.name.partition(".")[0], {name: code for code, name in enumerate(table.order)}
    found = (table.class_of(answers.get(question)) for _, answers in rows)
    return np.array([NO_CLASS if name is None else codes[name] for name in found], dtype=np.int8)
