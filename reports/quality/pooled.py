"""Sealed answers of many networks -> arrays per theme, with "don't know" kept apart from "no answer"."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from questionnaires.definition import Questionnaire, Theme
from questionnaires.types.parts import Answer
from reports.answers import UNKNOWN, answer_frame
from reports.scoring import NO_NUMBER


@dataclass(frozen=True, slots=True)
class ThemeAnswers:
    """The answers to one theme, persons by items: 1 to 5 or 0 for no number, and who said "don't know"."""

    id: str
    #: Id and version of each item.
    items: tuple[tuple[str, int], ...]
    is_reversed: NDArray[np.bool_]
    numbers: NDArray[np.int8]
    dont_know: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PooledAnswers:
    """All respondents of one questionnaire version: the network of each, and their answers per theme."""

    networks: tuple[Hashable, ...]
    themes: tuple[ThemeAnswers, ...]


def pool(rows: Iterable[tuple[Hashable, Mapping[str, Answer]]], questionnaire: Questionnaire) -> PooledAnswers:
    """Lay out responses, each given as its network and its answers by question id.

    Raises
    ------
    InvalidAnswers
        When an answer is to a question that this version does not have, or is not on its scale.
    """
    respondents = list(rows)
    answers = [given for _, given in respondents]
    frame = answer_frame(((None, given) for given in answers), questionnaire)
    themes = [_theme(theme, frame[[item.id for item in theme.items]].to_numpy()) for theme in questionnaire.themes]
    return PooledAnswers(tuple(network for network, _ in respondents), tuple(themes))


def _theme(theme: Theme, given: NDArray[np.int8]) -> ThemeAnswers:
    return ThemeAnswers(
        id=theme.id,
        items=theme.item_versions,
        is_reversed=np.array([item.reversed for item in theme.items], dtype=bool),
        numbers=np.maximum(given, NO_NUMBER),
        dont_know=given == UNKNOWN,
    )
