"""The attacker on a whole round: all themes, and every question outside them, from published cells alone."""

from collections.abc import Iterator, Sequence

import pandas as pd

from questionnaires.definition import Questionnaire
from questionnaires.types.summary import TICKED, Measure
from reports.answers import GROUP, NO_CLASS, lone_statements, other_tables
from reports.disclosure.attacker import Violation, attack_theme
from reports.disclosure.coded import Coded
from reports.disclosure.options import determined
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results import TOTAL, Cell

#: The group of everybody in a round by open code alone, which has no plan.
EVERYBODY = "everybody"


def attack(
    cells: Sequence[Cell],
    questionnaire: Questionnaire,
    answers: pd.DataFrame,
    plan: Sequence[str],
    kinds: Sequence[str] = (),
) -> set[Violation]:
    """Return everything that the cells give away of anybody, to everybody or to any one participant.

    Parameters
    ----------
    cells
        What is printed about the round, all of it.
    answers
        The true answers, from :func:`reports.answers.answer_frame`: the attacker uses of them how many people answered
        what, and what each insider knows of the own answers.
    """
    personal, groups = (answers, plan) if plan else (answers.assign(**{GROUP: EVERYBODY}), [EVERYBODY])
    return set(_attack(cells, questionnaire, personal, groups, kinds))


def _attack(
    cells: Sequence[Cell],
    questionnaire: Questionnaire,
    answers: pd.DataFrame,
    plan: Sequence[str],
    kinds: Sequence[str],
) -> Iterator[Violation]:
    for theme in questionnaire.themes:
        yield from attack_theme(cells, ThemeAnswers.of(theme, answers, plan))
    alone = answers.assign(**{GROUP: answers[GROUP].where(answers[GROUP].isna(), EVERYBODY)})
    for statement in lone_statements(questionnaire):
        yield from attack_theme(cells, ThemeAnswers.of_items(statement.id, (statement,), alone, [EVERYBODY]))
    for table in other_tables(questionnaire, kinds):
        if (printed := printed_of(table, cells)) and determined(printed, *_counts(table, answers)):
            yield Violation("answer", table.name)


def printed_of(table: Measure, cells: Sequence[Cell]) -> dict[str, Coded]:
    """Return the printed share of each class of a table; of an option, of those who ticked it."""
    subject = table.name.removesuffix(f".{table.option}") if table.option else table.name
    shown = {
        cell.option: _coded(cell) for cell in cells if cell.shown and (cell.subject, cell.group) == (subject, TOTAL)
    }
    if table.option:
        return {TICKED: shown[table.option]} if table.option in shown else {}
    return {name: shown[name] for name in table.order if name in shown}


def _coded(cell: Cell) -> Coded:
    value = cell.high if cell.low is None else cell.low
    assert value is not None
    assert cell.kind != "withheld"
    return Coded(cell.kind, value, cell.high if cell.kind == "between" else None)


def _counts(table: Measure, answers: pd.DataFrame) -> tuple[dict[str, int], dict[str, int]]:
    """Count the classes of the personal answers, and of those outside the groups."""
    codes, personal = answers[table.name], answers[GROUP].notna()
    counted = [codes[mask & (codes != NO_CLASS)].value_counts() for mask in (personal, ~personal)]
    first, second = ({name: int(each.get(code, 0)) for code, name in enumerate(table.order)} for each in counted)
    return first, second
