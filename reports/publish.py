"""The close of a round: answers in, one published, frozen Results object out. Nothing else reads answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from questionnaires.definition import Questionnaire, Theme
from reports.answers import GROUP
from reports.disclosure.averages import AverageTable, Printed, Tally, average_table
from reports.disclosure.policy import MIN_ITEMS, VERSION
from reports.results import TOTAL, Cell, PlanGroup, PublishedTheme, Response, Results
from reports.scoring import InvalidAnswers, score_theme


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """The facts of a round that are published beside its averages.

    ``invited_before`` is how many of the invited were also invited in the round before; ``None`` in a first round.
    ``one_has_most``: more than half of the invited work at one organisation.
    """

    opened_on: date
    closed_on: date
    plan: tuple[PlanGroup, ...]
    invited: int
    invited_before: int | None = None
    one_has_most: bool = False


def publish(answers: pd.DataFrame, *, questionnaire: Questionnaire, closed: ClosedRound) -> Results:
    """Make the results of a closed round, once, under the publication rules R1 to R7.

    Published are the response, and per theme of three or more items the averages of the network and of its
    reporting groups. A person counts for a theme with a valid score (see :func:`reports.scoring.score_theme`);
    sizes differ per theme, and so may the groups that are shown.

    Parameters
    ----------
    answers
        One row per response that was sent in, from :func:`reports.answers.answer_frame`; no rows is fine.

    Raises
    ------
    InvalidAnswers
        When somebody is in a group that the plan does not have, or a value is not 0 to 5.
    """
    _refuse_strangers(answers, closed.plan)
    themes = [theme for theme in questionnaire.themes if len(theme.items) >= MIN_ITEMS]
    return Results(
        policy=VERSION,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        questionnaire_hash=questionnaire.content_hash,
        opened_on=closed.opened_on,
        closed_on=closed.closed_on,
        plan=closed.plan,
        response=Response(closed.invited, len(answers), closed.invited_before, closed.one_has_most),
        themes=tuple(_published(theme) for theme in themes),
        cells=tuple(cell for theme in themes for cell in _theme_cells(theme, answers, closed.plan)),
    )


def _refuse_strangers(answers: pd.DataFrame, plan: Sequence[PlanGroup]) -> None:
    if strangers := set(answers[GROUP].dropna()) - {group.id for group in plan}:
        raise InvalidAnswers(f"Answers in groups that the plan does not have: {', '.join(sorted(strangers))}.")


def _published(theme: Theme) -> PublishedTheme:
    return PublishedTheme(theme.id, theme.item_versions, scoring_of(theme))


def scoring_of(theme: Theme) -> str:
    """Name everything about the scoring that must be equal before averages may be compared (R16)."""
    flipped = ",".join(item.id for item in theme.items if item.reversed)
    return f"mean of answered, at least 2/3 answered, reversed: {flipped or 'none'}"


def _theme_cells(theme: Theme, answers: pd.DataFrame, plan: Sequence[PlanGroup]) -> list[Cell]:
    table = average_table(*_tallies(theme, answers, plan))
    shown = [_cell(theme.id, TOTAL, table.total, table)]
    return shown + [_cell(theme.id, group.id, table.groups.get(group.id), table) for group in plan]


def _tallies(theme: Theme, answers: pd.DataFrame, plan: Sequence[PlanGroup]) -> tuple[dict[str, Tally], Tally]:
    values = answers[[item.id for item in theme.items]].to_numpy(dtype=np.int8)
    scores = score_theme(values, np.array([item.reversed for item in theme.items]))
    groups = answers[GROUP].to_numpy(dtype=object)
    extra = answers[GROUP].isna().to_numpy(dtype=np.bool_)
    return {group.id: Tally(*scores.tally(groups == group.id)) for group in plan}, Tally(*scores.tally(extra))


def _cell(theme: str, group: str, printed: Printed | None, table: AverageTable) -> Cell:
    if printed is None:
        # A group without enough answers and a group dropped by R4 look the same; neither has a size.
        return Cell("theme_mean", theme, group, "withheld", reason="group" if table.total else "too_few")
    coded = printed.coded
    return Cell("theme_mean", theme, group, coded.kind, coded.low, coded.high, printed.n)
