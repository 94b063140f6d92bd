"""The close of a round: answers in, one published, frozen Results object out. Nothing else reads answers."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from questionnaires.definition import Questionnaire, Theme
from questionnaires.types.statement import Statement
from questionnaires.types.summary import Measure
from reports.answers import GROUP, NO_CLASS, UNKNOWN, lone_statements, other_tables
from reports.disclosure.gate import Level, settle
from reports.disclosure.policy import HIGHEST, MIN_ITEMS, VERSION
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.cells import Cell
from reports.results.document import PlanGroup, PublishedTheme, Response, Results
from reports.results.tables import class_cells, option_cell, theme_cells, unknown_cell
from reports.scoring import InvalidAnswers

#: Below the application's own log, so that it is written there; counts only (R12).
_log: Final = logging.getLogger("netwerkspiegel.gate")

#: Stands for everybody where nobody had a personal invitation: the answers by open code must reach the minimum (R3).
_EVERYBODY: Final = "everybody"


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """The facts of a round that are published beside its averages.

    ``invited_before`` is how many of the invited were also invited in the round before; ``None`` in a first round.
    ``one_has_most``: more than half of the invited work at one organisation. ``kinds`` are the kinds of partner that
    role cards offered; none means all. ``plan`` is empty in a round by open code alone, where nobody is in a group.
    ``by_code``: so many of the answers came in by a code or on paper, and not by an invitation.
    """

    opened_on: date
    closed_on: date
    plan: tuple[PlanGroup, ...]
    invited: int
    invited_before: int | None = None
    one_has_most: bool = False
    kinds: tuple[str, ...] = ()
    by_code: int = 0


def publish(answers: pd.DataFrame, *, questionnaire: Questionnaire, closed: ClosedRound) -> Results:
    """Make the results of a closed round, once, under the publication rules.

    Published are the response; per theme of three or more items the averages of the network and of its reporting
    groups; per item the shares of three classes; per theme how much is not known; and the shares of everything else
    that was asked (R15). A person counts for a theme with a valid score (see :func:`reports.scoring.score_theme`), and
    for an item with a valid answer; sizes differ, and so may the groups that are shown. Before a theme is taken up, an
    attacker looks at all that it would show (R12).

    Parameters
    ----------
    answers
        One row per response that was sent in, from :func:`reports.answers.answer_frame`; no rows is fine.

    Raises
    ------
    InvalidAnswers
        When somebody is in a group that the plan does not have, or a value is not one that was offered.
    """
    _refuse_strangers(answers, closed.plan)
    _refuse_numbers(answers, questionnaire, closed.kinds)
    personal = answers if closed.plan else answers.assign(**{GROUP: _EVERYBODY})
    plan = [group.id for group in closed.plan] or [_EVERYBODY]
    return Results(
        policy=VERSION,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        questionnaire_hash=questionnaire.content_hash,
        opened_on=closed.opened_on,
        closed_on=closed.closed_on,
        plan=closed.plan,
        response=_response(closed, len(answers)),
        themes=tuple(_published(theme) for theme in questionnaire.themes if len(theme.items) >= MIN_ITEMS),
        cells=tuple(cell for cell in _cells(personal, questionnaire, plan, closed.kinds) if cell.group != _EVERYBODY),
    )


def _response(closed: ClosedRound, answers: int) -> Response:
    sent_in = answers - closed.by_code
    return Response(closed.invited, sent_in, closed.invited_before, closed.one_has_most, closed.by_code)


def _refuse_strangers(answers: pd.DataFrame, plan: Sequence[PlanGroup]) -> None:
    if strangers := set(answers[GROUP].dropna()) - {group.id for group in plan}:
        raise InvalidAnswers(f"Answers in groups that the plan does not have: {', '.join(sorted(strangers))}.")


def _refuse_numbers(answers: pd.DataFrame, questionnaire: Questionnaire, kinds: Sequence[str]) -> None:
    """Refuse what :func:`reports.answers.answer_frame` cannot have made: a number too large would turn into another."""
    statements = [item.id for theme in questionnaire.themes for item in theme.items]
    highest = dict.fromkeys([*statements, *(each.id for each in lone_statements(questionnaire))], HIGHEST)
    highest |= {table.name: len(table.order) - 1 for table in other_tables(questionnaire, kinds)}
    for name, most in highest.items():
        if name not in answers:
            raise InvalidAnswers(f"There are no answers to '{name}', not even skipped ones.")
        given = answers[name].to_numpy()
        if given.dtype != np.int8 or (given.size and not NO_CLASS <= given.min() <= given.max() <= most):
            raise InvalidAnswers(f"Answers to '{name}' are whole numbers in one byte, from {NO_CLASS} to {most}.")


def _published(theme: Theme) -> PublishedTheme:
    return PublishedTheme(theme.id, theme.item_versions, scoring_of(theme))


def scoring_of(theme: Theme) -> str:
    """Name everything about the scoring that must be equal before averages may be compared (R16)."""
    flipped = ",".join(item.id for item in theme.items if item.reversed)
    return f"mean of answered, at least 2/3 answered, reversed: {flipped or 'none'}"


def _cells(
    answers: pd.DataFrame, questionnaire: Questionnaire, plan: Sequence[str], kinds: Sequence[str]
) -> Iterator[Cell]:
    words = all(len(theme.items) < MIN_ITEMS for theme in questionnaire.themes)
    levels: list[Level] = []
    for theme in questionnaire.themes:
        given, draft = ThemeAnswers.of(theme, answers, plan), partial(theme_cells, words=words)
        level = settle(given, draft)
        levels.append(level)
        yield from draft(given, level)
        yield _unknown(theme, answers, level)
    for statement in lone_statements(questionnaire):
        yield from _lone(statement, answers, words=words)
    for table in other_tables(questionnaire, kinds):
        yield from _other(table, answers)
    if taken_back := sum(level > Level.FULL for level in levels):
        _log.info("Themes that the gate took back: %d.", taken_back)


def _lone(statement: Statement, answers: pd.DataFrame, *, words: bool) -> tuple[Cell, ...]:
    """A statement that is in no theme is shown in total only (R15)."""
    alone = answers.assign(**{GROUP: answers[GROUP].where(answers[GROUP].isna(), _EVERYBODY)})
    given = ThemeAnswers.of_items(statement.id, (statement,), alone, [_EVERYBODY])
    draft = partial(theme_cells, words=words)
    return draft(given, settle(given, draft))


def _unknown(theme: Theme, answers: pd.DataFrame, level: Level) -> Cell:
    personal = answers[answers[GROUP].notna()]
    given = personal[[item.id for item in theme.items]].to_numpy(dtype=np.int8)
    known, unknown = given > 0, given == UNKNOWN
    people = int(np.count_nonzero((known | unknown).any(axis=1)))
    total = int(np.count_nonzero(unknown))
    return unknown_cell(theme.id, level, people, total, total + int(np.count_nonzero(known)))


def _other(table: Measure, answers: pd.DataFrame) -> tuple[Cell, ...]:
    codes, personal = answers[table.name].to_numpy(dtype=np.int8), answers[GROUP].notna().to_numpy(dtype=np.bool_)
    counts, extra = _counted(table, codes[personal]), _counted(table, codes[~personal])
    if table.option is None:
        return class_cells(table.name, counts, extra)
    return (option_cell(table.name.removesuffix(f".{table.option}"), table.option, counts, extra),)


def _counted(table: Measure, codes: NDArray[np.int8]) -> dict[str, int]:
    counts = np.bincount(codes[codes != NO_CLASS], minlength=len(table.order))
    return dict(zip(table.order, counts.tolist(), strict=True))
