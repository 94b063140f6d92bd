"""A published value as it stands in a table: as people read it, and as a program takes it."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from reports.margins import Margin
from reports.profile import Count
from reports.results import Cell
from reports.wording import Words

#: ``average``: points on 1-5. ``share``: a part of 1. ``count``: people, as an organisation gives them. ``number``: a
#: whole number of answers or organisations.
ValueKind = Literal["text", "average", "share", "count", "number"]
#: How much the value tells: as ``reports.results.Kind`` for averages and shares, as ``CountKind`` for counts.
Exactness = Literal["exact", "at_least", "at_most", "between", "withheld", "few", "part", "unknown"]
#: What a figure is that reads like a coded one and is none: ``counted``, a sum in which not every organisation is;
#: ``half``, where the middle half of networks lies; ``others``, the same of other networks behind their median;
#: ``margin``, how far an average may be off by chance.
Meant = Literal["counted", "half", "others", "margin"]


@dataclass(frozen=True, slots=True)
class Value:
    """What one table cell says.

    ``low`` and ``high`` are the printed ends, equal when exact; ``about`` names the published statement that it is, so
    that every form can be held to the same one. A cell of words has a text only.
    ``is_strict``: the one end that is printed is not reached itself. ``meant``: how forms that explain figures do it,
    where ``exactness`` alone would mislead; the figure stays what it is.
    """

    text: str
    kind: ValueKind = "text"
    exactness: Exactness | None = None
    low: Decimal | int | None = None
    high: Decimal | int | None = None
    about: str = ""
    is_strict: bool = False
    meant: Meant | None = None

    def __str__(self) -> str:
        return self.text


#: How many averages, and how many shares, are kept as they are printed: pages print the same ones again and again.
_REMEMBERED: Final = 10_000
#: Stands where there is nothing to say, and nothing is held back.
NOTHING: Final = Value("–")


def texts(*cells: str) -> tuple[Value, ...]:
    """Return cells of words."""
    return tuple(map(Value, cells))


@lru_cache(_REMEMBERED)
def average(words: Words, cell: Cell, text: str = "") -> Value:
    """Return a published average, printed as a table prints it unless ``text`` says more."""
    return Value(text or words.value(cell), "average", cell.kind, cell.low, cell.high, _about(cell))


@lru_cache(_REMEMBERED)
def share(words: Words, cell: Cell | None, about: str) -> Value:
    """Return a published share of ``about``; ``None`` is one that is withheld."""
    if cell is None:
        return Value(words.share(None), "share", "withheld", about=about)
    return Value(words.share(cell), "share", cell.kind, cell.low, cell.high, _about(cell))


def margin(words: Words, of: Margin | None) -> Value:
    """Return the margin of an average as a table prints it, or nothing."""
    return NOTHING if of is None else Value(words.margin(of), meant="margin")


def number(of: int | None, about: str) -> Value:
    """Return a whole number that is published itself; ``None`` where it is not told."""
    if of is None:
        return Value("–", "number", "withheld", about=about)
    return Value(str(of), "number", "exact", of, of, about)


def count(text: str, given: Count, about: str) -> Value:
    """Return a number of people as an organisation gave it, as far as it may be shown."""
    return Value(text, "count", given.kind, given.number, given.number, about)


def _about(cell: Cell) -> str:
    return "/".join(cell.key)
