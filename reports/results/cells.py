"""One published statement: what, for whom, how exact, and the value."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict

from reports.disclosure.grid import FIVES, TENTHS, Grid
from reports.disclosure.policy import K

#: ``theme_mean``: a theme's average. ``share``: which part of those who answered chose an option, or a class of them.
#: ``dont_know``: which part of a theme's answers is "don't know", in three classes. ``item_word``: on which side a
#: statement's average lies, from few answers.
Measure = Literal["theme_mean", "share", "dont_know", "item_word"]
Kind = Literal["exact", "at_least", "at_most", "between", "withheld"]
#: Why a cell is withheld: nothing can be said about the subject at all, or not about this group.
Reason = Literal["too_few", "group"]

#: The ``group`` of a cell about everybody; no reporting group may have this id.
TOTAL: Final = "total"

#: The scale of each measure, and the steps in which its values are printed.
GRIDS: Final[dict[Measure, Grid]] = {
    "theme_mean": TENTHS,
    "share": FIVES,
    "dont_know": Grid(Decimal("0.10"), Decimal("0.00"), Decimal("1.00")),
    "item_word": Grid(Decimal("0.5"), Decimal("1.0"), Decimal("5.0")),
}

#: How many values are known to be on their scale or not: each report has the same few again and again.
_REMEMBERED: Final = 1_000

#: The measures and kinds whose end is not reached: less than so much, or more.
_STRICT: Final[frozenset[tuple[Measure, Kind]]] = frozenset(
    {("dont_know", "at_least"), ("dont_know", "at_most"), ("item_word", "at_most")}
)

#: Which of (low, high, reason) a cell of each kind must have; the others must be absent.
_PARTS: Final[dict[Kind, tuple[bool, bool, bool]]] = {
    "exact": (True, True, False),
    "at_least": (True, False, False),
    "at_most": (False, True, False),
    "between": (True, True, False),
    "withheld": (False, False, True),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One published statement.

    ``low`` and ``high`` are in the unit of the measure (points on 1-5, or parts of 1), printed in steps of ``step``:
    equal when ``kind`` is exact, different when it is between; ``high`` is ``None`` for ``at_least``, ``low`` for
    ``at_most``, both when withheld. The end of ``at_least`` and ``at_most`` can be the value itself; not so of
    ``dont_know``, which is more than ``low`` or less than ``high``, and of an ``item_word`` that is ``at_most``: less
    than ``high``. ``option`` names the option, or the class of options, whose share it is; withheld classes of one
    question are one cell without it. ``n`` is the number of valid answers behind an average; of everything else it is
    not told (disclosure rule R6). ``reason`` is there only when withheld.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    measure: Measure
    subject: str
    group: str
    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    n: int | None = None
    step: Decimal = Decimal("0.1")
    reason: Reason | None = None
    option: str | None = None

    def __post_init__(self) -> None:
        if fault := self._wrong_parts() or self._wrong_values():
            raise ValueError(f"the cell {'/'.join(filter(None, self.key))} {fault}")

    def _wrong_parts(self) -> str | None:
        """Say what this kind of cell lacks, or has too much."""
        parts = (self.low is not None, self.high is not None, self.reason is not None)
        has_number = self.measure == "theme_mean" and self.shown
        option_fits = self.option is None if self.measure != "share" else self.option is not None or not self.shown
        if parts != _PARTS[self.kind] or (self.n is not None) != has_number or not option_fits:
            return f"lacks a part that '{self.kind}' needs, or has one too many"
        return None

    def _wrong_values(self) -> str | None:
        """Say what contradicts the promise of this kind of cell; every printed number has passed here."""
        if self.n is not None and self.n < K:
            return f"is shown from fewer than {K} answers"
        step = str(self.step)
        for value in (self.low, self.high):
            if value is not None and not _can_be_printed(self.measure, str(value), step):
                return f"has a value that is not on the scale in steps of {step}"
        if self.low is None or self.high is None:
            return None
        if not (self.low < self.high if self.kind == "between" else self.low == self.high):
            return f"has bounds that do not fit '{self.kind}'"
        return None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes a statement unique within results: measure, subject, option (or empty), group."""
        return self.measure, self.subject, self.option or "", self.group

    @property
    def shown(self) -> bool:
        """Whether anything is said at all."""
        return self.kind != "withheld"

    @property
    def is_strict(self) -> bool:
        """Whether its one end is not reached itself."""
        return (self.measure, self.kind) in _STRICT


@lru_cache(_REMEMBERED)
def _can_be_printed(measure: Measure, value: str, step: str) -> bool:
    """One precision everywhere (R9): 3.2 and 3.20 are the same number but another text, and so these are texts."""
    grid, number, of = GRIDS[measure], Decimal(value), Decimal(step)
    return grid.lowest <= number <= grid.highest and of > 0 and number.same_quantum(of) and number % of == 0
