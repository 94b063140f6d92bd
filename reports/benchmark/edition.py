"""A benchmark edition as it is stored: figures of many networks together, and of nobody by name (R7)."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict

from reports.disclosure.grid import TENTHS
from reports.results import PublishedTheme
from reports.stored import StoredDocument

_STORED = ConfigDict(extra="forbid", strict=True)

#: Fewest networks and answers behind the figures of a theme (disclosure rule R7).
MIN_NETWORKS: Final = 10
MIN_ANSWERS: Final = 100

#: The step of mean, its error and spread; none of them is printed.
HUNDREDTH: Final = Decimal("0.01")

#: How many keys of figures are kept: an edition has some dozens, and a table asks for one in each of its rows.
_KEYS: Final = 1024


class InvalidEdition(ValueError):
    """A stored text that is not an edition of this format."""


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """What networks published about one theme, in one version.

    ``lower``, ``median`` and ``upper`` are the quartiles of the published averages, ``lower`` to ``upper`` the middle
    half; in tenths. ``mean`` is that of all networks, ``mean_error`` its standard error, and ``spread`` the standard
    deviation between networks beyond chance (tau); in hundredths. Words are worked out with these three; neither they
    nor ``answers`` are printed or sent: see :func:`reports.benchmark.shown`. ``since`` is the cut-off at which these
    figures were made: this edition's, or an earlier one's whose figures are kept.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    theme: PublishedTheme
    since: date
    networks: int
    answers: int
    lower: Decimal
    median: Decimal
    upper: Decimal
    mean: Decimal
    mean_error: Decimal
    spread: Decimal

    def __post_init__(self) -> None:
        _check_enough(self.theme, self.networks, self.answers)
        quartiles = (self.lower, self.median, self.upper)
        if not all(_in_steps(each, TENTHS.step) and TENTHS.lowest <= each <= TENTHS.highest for each in quartiles):
            raise ValueError(f"the quartiles of {self.theme.id} are not tenths from 1 to 5")
        if any(first > second for first, second in pairwise(quartiles)):
            raise ValueError(f"the quartiles of {self.theme.id} are not in order")
        if not all(_in_steps(each, HUNDREDTH) and each >= 0 for each in (self.mean, self.mean_error, self.spread)):
            raise ValueError(f"mean, error or spread of {self.theme.id} is below zero, or not in hundredths")

    @property
    def key(self) -> str:
        """What these figures are about: the theme in its version."""
        return figure_key(self.theme)


@dataclass(frozen=True, slots=True)
class GapFigures:
    """The median of the published differences ``first - second`` on a theme, in tenths."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    theme: PublishedTheme
    since: date
    first: str
    second: str
    networks: int
    median: Decimal

    def __post_init__(self) -> None:
        _check_enough(self.theme, self.networks)
        if not _in_steps(self.median, TENTHS.step):
            raise ValueError(f"the gap of {self.theme.id} is not in tenths")

    @property
    def key(self) -> str:
        """What this figure is about: the theme in its version, and the pair of groups."""
        return figure_key(self.theme, self.first, self.second)


@dataclass(frozen=True, slots=True)
class Edition(StoredDocument):
    """All figures of one cut-off; it names no network, and once stored it never changes.

    ``invented`` marks the edition of a demo, whose networks exist nowhere.
    """

    invalid: ClassVar = InvalidEdition
    unreadable: ClassVar = "This is not a readable edition."

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    cut_off: date
    policy: str
    themes: tuple[ThemeFigures, ...]
    gaps: tuple[GapFigures, ...] = ()
    invented: bool = False
    format: Literal[1] = 1

    def __post_init__(self) -> None:
        check_cut_off(self.cut_off)
        keys = [figures.key for figures in (*self.themes, *self.gaps)]
        if len(set(keys)) < len(keys):
            raise ValueError("two figures are about the same")
        if any(figures.since > self.cut_off for figures in (*self.themes, *self.gaps)):
            raise ValueError("a figure is of a later date than its edition")

    def figures(self, theme: PublishedTheme) -> ThemeFigures | None:
        """Return the figures of a theme in exactly this version (R16), or ``None``."""
        return next((each for each in self.themes if each.theme == theme), None)


@lru_cache(_KEYS)
def figure_key(theme: PublishedTheme, *groups: str) -> str:
    """Return what a figure is about, without a date: a theme in its version, and the groups compared, if any."""
    parts = [theme.id, theme.items, theme.scoring, groups]
    return sha256(json.dumps(parts).encode()).hexdigest()


def check_cut_off(day: date) -> None:
    """Refuse a day on which no edition is frozen.

    Raises
    ------
    ValueError
        For any day but 1 January and 1 July.
    """
    if (day.month, day.day) not in ((1, 1), (7, 1)):
        raise ValueError(f"{day} is not a 1 January or a 1 July")


def latest_cut_off(day: date) -> date:
    """Return the last cut-off on or before a day."""
    return date(day.year, 7 if day.month >= 7 else 1, 1)


def _check_enough(theme: PublishedTheme, networks: int, answers: int = MIN_ANSWERS) -> None:
    if networks < MIN_NETWORKS or answers < MIN_ANSWERS:
        raise ValueError(
            f"the figures of {theme.id} are from {networks} networks and {answers} answers; "
            f"{MIN_NETWORKS} and {MIN_ANSWERS} are needed"
        )


def _in_steps(value: Decimal, step: Decimal) -> bool:
    return value.as_tuple().exponent == step.as_tuple().exponent
