"""What a language must bring: its sentences, its names, and how it writes numbers and dates."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupName:
    """A reporting group's name, and how it stands in a sentence: ``bibliotheek``, ``de bibliotheek``."""

    label: str
    inline: str
    #: Whether the name takes a verb in the plural: "de overige partners kijken".
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language.

    ``sentences`` maps a situation to its sentence. A situation may have the variants ``.none``, ``.one`` and
    ``.many`` of the number that it is about.
    """

    code: str
    decimal: str
    #: Between the last two of a list.
    conjunction: str
    months: tuple[str, ...]
    #: Numbers in words from one on.
    numbers: tuple[str, ...]
    #: The first and the second half of a year.
    halves: tuple[str, str]
    groups: Mapping[str, GroupName]
    sentences: Mapping[str, str]
