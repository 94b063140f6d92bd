"""What a regional report is made of: in how many networks something is published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reports.benchmark import Edition as BenchmarkEdition
from reports.dashboards.development import Change
from reports.dashboards.said import Named, Summed
from reports.gap import GapWord
from reports.results import Cell
from reports.standing import FactMeasure
from reports.status import StatusName

#: ``own``: for who may open the report of each network. ``given_on``: for everybody else, without any result of theirs.
Edition = Literal["given_on", "own"]


@dataclass(frozen=True, slots=True)
class RegionNetwork:
    """A network by its newest released round."""

    name: str
    closed_on: date
    invited: int
    sent_in: int


@dataclass(frozen=True, slots=True)
class ThemeTally:
    """How many networks published exactly this average and status of a theme in this version."""

    theme: str
    version: str
    average: Cell
    status: tuple[StatusName, ...]
    networks: int
    newest: date


@dataclass(frozen=True, slots=True)
class MoveTally:
    """In how many networks a theme has this word beside the round before."""

    theme: str
    change: Change
    networks: int


@dataclass(frozen=True, slots=True)
class GapTally:
    """In how many networks that show both library and welfare a theme has this word."""

    theme: str
    word: GapWord
    networks: int


@dataclass(frozen=True, slots=True)
class SaidTally:
    """Of how many networks one thing is said (:class:`reports.standing.Fact`); without subject: anything of this."""

    measure: FactMeasure
    subject: str
    choice: str
    networks: int


@dataclass(frozen=True, slots=True)
class ActionTally:
    """Actions about a theme, or about none: still to do, of these late, and done."""

    theme: str | None
    to_do: int
    late: int
    done: int


@dataclass(frozen=True, slots=True)
class Names:
    """The words for what is counted: of themes, in questionnaire order, and of what organisations say."""

    themes: Mapping[str, str]
    said: Named


@dataclass(frozen=True, slots=True)
class Regional:
    """Everything that a regional report is made of.

    ``area`` is what the networks have in common, in words; ``networks`` stand in the order of their names. Of
    every tally an order has no meaning. ``benchmark`` is the newest edition of all networks in the country.
    """

    area: str
    made_on: date
    networks: Sequence[RegionNetwork]
    themes: Sequence[ThemeTally]
    moves: Sequence[MoveTally]
    gaps: Sequence[GapTally]
    said: Sequence[SaidTally]
    numbers: Sequence[Summed]
    actions: Sequence[ActionTally]
    names: Names
    benchmark: BenchmarkEdition | None = None
