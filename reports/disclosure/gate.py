"""The gate before anything is stored: what says too much is taken back, in a fixed order (R12)."""

from enum import IntEnum
from functools import partial
from typing import Protocol

from reports.disclosure.attacker import Violation, attack_theme
from reports.disclosure.second_look import still_open
from reports.disclosure.theme_answers import Insider, ThemeAnswers
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
    dropped: list[Violation] = []
    for level in (Level.FULL, Level.NO_ITEMS, Level.NO_GROUPS):
        found = next(attack_theme(draft(theme, level), theme), None)
        if found:
            dropped.append(found)
        elif not dropped or _nothing_follows(theme, draft, level, dropped[0].who):
            return level
    return Level.NOTHING


def _nothing_follows(theme: ThemeAnswers, draft: Draft, level: Level, who: Insider) -> bool:
    """Whether the drop itself tells nothing; ``who`` found out too much at the full level.

    Of other answers it is certain that they would be dropped as far, and no further, when the same insider finds out
    too much of them.
    """
    insiders = [who] if who else []

    def dropped(answers: ThemeAnswers) -> bool:
        above = [draft(answers, each) for each in Level if each < level]
        known = all(next(attack_theme(cells, answers, insiders), None) for cells in above)
        return known and not next(attack_theme(draft(answers, level), answers), None)

    return still_open(theme, partial(draft, level=level), dropped)
