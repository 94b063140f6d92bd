"""What of an edition is printed or sent: what disclosure rule R7 lets be said, and not what words are worked out with.

A mean and a spread in hundredths, with the number of answers, would let whoever knows all networks but one work out the
average of that one; quartiles in tenths leave it open. So they stay in the stored edition.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import ConfigDict

from reports.benchmark.edition import Edition, GapFigures, InvalidEdition, ThemeFigures
from reports.results import PublishedTheme
from reports.stored import StoredDocument

_STORED = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """The middle figure and the middle half of what networks published about one theme, in one version; in tenths.

    They are of 100 answers or more; of how many exactly is not told.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    theme: PublishedTheme
    since: date
    networks: int
    lower: Decimal
    median: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True)
class ShownEdition(StoredDocument):
    """All that is told of an edition."""

    invalid: ClassVar = InvalidEdition
    unreadable: ClassVar = "This is not a readable edition."

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    cut_off: date
    policy: str
    themes: tuple[ShownFigures, ...]
    gaps: tuple[GapFigures, ...] = ()
    invented: bool = False
    #: Another one than that of a stored edition, which holds more.
    format: Literal[2] = 2


def shown(edition: Edition) -> ShownEdition:
    """Return what may be told of an edition."""
    themes = tuple(_shown(figures) for figures in edition.themes)
    return ShownEdition(edition.cut_off, edition.policy, themes, edition.gaps, edition.invented)


def _shown(figures: ThemeFigures) -> ShownFigures:
    quartiles = figures.lower, figures.median, figures.upper
    return ShownFigures(figures.theme, figures.since, figures.networks, *quartiles)
