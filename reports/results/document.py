"""The published results of one closed round, as they are stored: one document, with its hash (R9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from reports.results.cells import TOTAL, Cell, Measure
from reports.stored import StoredDocument

_STORED = ConfigDict(extra="forbid", strict=True)


class InvalidResults(ValueError):
    """A stored text that is not a Results document of this format."""


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """One reporting group of a round's plan.

    How many were invited per group is not here: response is published in total only (disclosure rules R1, R10).
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str

    def __post_init__(self) -> None:
        if self.id == TOTAL:
            raise ValueError(f"a reporting group cannot be called '{TOTAL}'")


@dataclass(frozen=True, slots=True)
class PublishedTheme:
    """Which items, in which versions and with which scoring, a theme average was made of (R16).

    Themes without an average (fewer than three items, R6) are not listed.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str
    items: tuple[tuple[str, int], ...]
    scoring: str


@dataclass(frozen=True, slots=True)
class Response:
    """How many were invited, how many of them sent in, and how many were also invited in the round before, if any.

    ``one_has_most`` says that more than half of the invited work at one organisation. ``by_code`` sent in as well,
    uninvited, by the code of a meeting or on paper (R3); a text without it is as old as a round without such a code.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    invited: int
    sent_in: int
    invited_before: int | None = None
    one_has_most: bool = False
    by_code: Annotated[int, Field(exclude_if=lambda number: number == 0)] = 0

    def __post_init__(self) -> None:
        if min(self.invited, self.sent_in, self.invited_before or 0, self.by_code) < 0:
            raise ValueError("a number of people is below zero")
        if (self.invited_before or 0) > self.invited:
            raise ValueError(f"{self.invited_before} of {self.invited} invited were invited before")


@dataclass(frozen=True)
class Results(StoredDocument):
    """Everything any form will show about a round; stored once, as JSON with its hash (R9).

    ``themes`` and ``cells`` are in questionnaire order; a subject's total comes first, then its groups in plan order.
    """

    invalid: ClassVar = InvalidResults
    unreadable: ClassVar = "These are not readable results."
    leaves_out_absent: ClassVar = True

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    policy: str
    questionnaire: str
    questionnaire_version: str
    questionnaire_hash: str
    opened_on: date
    closed_on: date
    plan: tuple[PlanGroup, ...]
    response: Response
    themes: tuple[PublishedTheme, ...]
    cells: tuple[Cell, ...]
    #: Of the stored text; raised when an older reader would misread it.
    format: Literal[2] = 2

    def __post_init__(self) -> None:
        keys = [cell.key for cell in self.cells]
        if len(set(keys)) < len(keys):
            raise ValueError("two cells say something about the same subject and group")

    def cell(self, measure: Measure, subject: str, group: str = TOTAL) -> Cell:
        """Return the cell of a measure that says one thing about ``subject`` for ``group``.

        Raises
        ------
        KeyError
            When these results hold no such cell, not even a withheld one.
        """
        if found := self.found(measure, subject, group):
            return found
        raise KeyError((measure, subject, group))

    def found(self, measure: Measure, subject: str, group: str = TOTAL) -> Cell | None:
        """Return what ``cell`` returns, or ``None`` when these results hold no such cell."""
        return self._by_subject.get((measure, subject, group))

    def shares(self, subject: str, group: str = TOTAL) -> Mapping[str, Cell]:
        """Return the shown share of each option of ``subject`` for ``group``; what is not shown is not in it."""
        return self._shares.get((subject, group), {})

    @cached_property
    def asked(self) -> frozenset[str]:
        """The questions that these results say something about by shares, if only that they are withheld."""
        return frozenset(cell.subject.partition(".")[0] for cell in self.cells if cell.measure == "share")

    def asks(self, subject: str) -> bool:
        """Whether these results say anything about shares of ``subject``, if only that they are withheld."""
        return ("share", subject, TOTAL) in self._by_subject

    @cached_property
    def _shares(self) -> dict[tuple[str, str], dict[str, Cell]]:
        found: dict[tuple[str, str], dict[str, Cell]] = {}
        for cell in self.cells:
            if cell.option is not None and cell.shown:
                found.setdefault((cell.subject, cell.group), {})[cell.option] = cell
        return found

    @cached_property
    def _by_subject(self) -> dict[tuple[Measure, str, str], Cell]:
        found: dict[tuple[Measure, str, str], Cell] = {}
        for cell in self.cells:
            found.setdefault((cell.measure, cell.subject, cell.group), cell)
        return found

    def theme(self, theme_id: str) -> PublishedTheme | None:
        """Return how a theme's average was made, or ``None`` when these results hold no average of it."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)
