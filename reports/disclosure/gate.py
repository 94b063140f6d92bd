"""The gate before anything is stored: what says too much is taken back, in a fixed order (R12)."""

from collections.abc import Callable
from enum import IntEnum
from functools import partial
from typing import Protocol

from reports.disclosure.attacker import attack_theme
from reports.disclosure.second_look import still_open
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.cells import Cell


class Level(IntEnum):
    """What is left of a theme, from everything that the other rules allow down."""

    FULL = 0
    NO_ITEMS = 1
    NO_GROUPS = 2
    NOTHING = 3


class Draft(Protocol):
    """Makes the cells of a theme at a level, from these answers."""

    def __call__(self, theme: ThemeAnswers, /, level: Level) -> tuple[Cell, ...]:
        """Return the cells."""
        ...


def settle(theme: ThemeAnswers, draft: Draft) -> Level:
    """Return the first level at which nothing that can be worked out about anybody breaks R12.

    At every level the attacker looks at the cells as they would be printed; after a drop it looks once more,
    knowing that something was dropped. What is dropped looks like any other "–".
    """
    for level in (Level.FULL, Level.NO_ITEMS, Level.NO_GROUPS):
        if _breaks(draft, theme, level):
            continue
        if level == Level.FULL or still_open(theme, partial(draft, level=level), _dropped_at(draft, level)):
            return level
    return Level.NOTHING


def _dropped_at(draft: Draft, level: Level) -> Callable[[ThemeAnswers], bool]:
    """Tell of other answers whether they too would have been taken down to this level, and no further."""
    above = [each for each in Level if each < level]
    return lambda answers: all(_breaks(draft, answers, each) for each in above) and not _breaks(draft, answers, level)


def _breaks(draft: Draft, theme: ThemeAnswers, level: Level) -> bool:
    return next(attack_theme(draft(theme, level), theme), None) is not None
