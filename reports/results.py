"""The published results of one closed round: the only thing that a report ever reads."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from reports.disclosure.policy import HIGHEST, LOWEST, K

Measure = Literal["theme_mean"]
Kind = Literal["exact", "at_least", "at_most", "between", "withheld"]
#: Why a cell is withheld: nothing can be said about the subject at all, or not about this group.
Reason = Literal["too_few", "group"]

#: The ``group`` of a cell about everybody; no reporting group may have this id.
TOTAL = "total"

#: Which of (low, high, n, reason) a cell of each kind must have; the others must be absent.
_PARTS: dict[Kind, tuple[bool, bool, bool, bool]] = {
    "exact": (True, True, True, False),
    "at_least": (True, False, True, False),
    "at_most": (False, True, True, False),
    "between": (True, True, True, False),
    "withheld": (False, False, False, True),
}
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
    """How many were invited, sent in, and were also invited in the round before (``None``: first round).

    ``one_has_most`` says that more than half of the invited work at one organisation.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    invited: int
    sent_in: int
    invited_before: int | None = None
    one_has_most: bool = False

    def __post_init__(self) -> None:
        if min(self.invited, self.sent_in, self.invited_before or 0) < 0:
            raise ValueError("a number of people is below zero")
        if (self.invited_before or 0) > self.invited:
            raise ValueError(f"{self.invited_before} of {self.invited} invited were invited before")


@dataclass(frozen=True, slots=True)
class Cell:
    """One published statement: what, for whom, how exact, and the value.

    ``low`` and ``high`` are in the unit of the measure (points on 1-5 for ``theme_mean``), printed in steps of
    ``step``: equal when ``kind`` is exact, different when it is between; ``high`` is ``None`` for ``at_least``,
    ``low`` for ``at_most``, both when withheld. ``n`` is the number of valid answers, ``None`` when withheld;
    ``reason`` is there only when withheld.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    measure: Measure
    subject: str
    group: str
    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    n: int | None = None
    step: Decimal = Decimal("0.1")
    reason: Reason | None = None

    def __post_init__(self) -> None:
        values = [value for value in (self.low, self.high) if value is not None]
        if fault := self._fault(values):
            raise ValueError(f"the cell {'/'.join(self.key)} {fault}")

    def _fault(self, values: list[Decimal]) -> str | None:
        """Say what contradicts the promise of this kind of cell; every printed number has passed here."""
        parts = (self.low, self.high, self.n, self.reason)
        if tuple(part is not None for part in parts) != _PARTS[self.kind]:
            return f"lacks a part that '{self.kind}' needs, or has one too many"
        if self.n is not None and self.n < K:
            return f"is shown from fewer than {K} answers"
        if not all(LOWEST <= value <= HIGHEST and _in_steps(value, self.step) for value in values):
            return f"has a value that is not on the scale in steps of {self.step}"
        if len(values) == 2 and not (values[0] < values[1] if self.kind == "between" else values[0] == values[1]):
            return f"has bounds that do not fit '{self.kind}'"
        return None

    @property
    def key(self) -> tuple[str, str, str]:
        """Measure, subject and group: what this cell is about."""
        return self.measure, self.subject, self.group

    @property
    def shown(self) -> bool:
        """Whether there is a value to print, exact or coded."""
        return self.kind != "withheld"


def _in_steps(value: Decimal, step: Decimal) -> bool:
    """One precision everywhere (R9): 3.2 and 3.20 would be the same number but another text."""
    return step > 0 and value % step == 0 and value.as_tuple().exponent == step.as_tuple().exponent


@dataclass(frozen=True, slots=True)
class Results:
    """Everything any form will show about a round; stored once, as JSON with its hash (R9).

    ``themes`` and ``cells`` are in questionnaire order; a theme's total comes first, then its groups in plan order.
    """

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
    format: Literal[1] = 1

    def __post_init__(self) -> None:
        keys = [cell.key for cell in self.cells]
        if len(set(keys)) < len(keys):
            raise ValueError("two cells say something about the same subject and group")

    def cell(self, measure: Measure, subject: str, group: str = TOTAL) -> Cell:
        """Return the cell about ``subject`` for ``group``.

        Raises
        ------
        KeyError
            When these results hold no such cell, not even a withheld one.
        """
        for cell in self.cells:
            if cell.key == (measure, subject, group):
                return cell
        raise KeyError((measure, subject, group))

    def theme(self, theme_id: str) -> PublishedTheme | None:
        """Return how a theme's average was made, or ``None`` when these results hold no average of it."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def to_json(self) -> str:
        """Return the canonical text: sorted keys, no spaces, decimals as strings, dates as ISO 8601."""
        document = _adapter().dump_python(self, mode="json")
        return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical text, in hexadecimal."""
        return sha256(self.to_json().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> "Results":
        """Read a stored text back; the result equals what was written.

        Raises
        ------
        InvalidResults
            When the text is not a Results document of this format; the message names the place.
        """
        try:
            return _adapter().validate_json(text)
        except ValidationError as error:
            raise InvalidResults(_sentence(error)) from error


@cache
def _adapter() -> TypeAdapter[Results]:
    return TypeAdapter(Results)


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "the document"
    return f"These are not readable results. At {place}: {first['msg']}."
