"""Which columns a table of the report gets: as the report prints it, as numbers, and how exact the numbers are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.report import Column, Table, Value
from reports.report.values import ValueKind
from reports.wording import Words

#: What an end says that is not reached itself.
_STRICT: Final = {"at_least": "above", "at_most": "below"}


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number, and what it is."""

    kind: ValueKind
    value: Decimal | int


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers; ``None`` where there is no number to give."""

    heading: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """A column of words."""

    heading: str
    values: tuple[str, ...]


def numbers(table: Table, words: Words) -> tuple[Numbers, ...]:
    """Return the columns of numbers; one with ranges has a second beside it, with their upper ends."""
    return tuple(each for column, values in _measured(table) for each in _numbers(column, values, words))


def exactness(table: Table, words: Words) -> tuple[Texts, ...]:
    """Return, for each column with numbers, what they say."""
    return tuple(
        Texts(
            words.say("workbook.how_exact", heading=column.heading), tuple(_exactness(value, words) for value in values)
        )
        for column, values in _measured(table)
    )


def _measured(table: Table) -> Iterator[tuple[Column, Sequence[Value]]]:
    """Go through the columns in which at least one cell is more than words."""
    for place, column in enumerate(table.columns):
        values = [row[place] for row in table.rows]
        if any(value.kind != "text" for value in values):
            yield column, values


def _numbers(column: Column, values: Sequence[Value], words: Words) -> Iterator[Numbers]:
    yield Numbers(
        words.say("workbook.as_number", heading=column.heading), tuple(_number(each, _printed(each)) for each in values)
    )
    if any(value.exactness == "between" for value in values):
        upper = (_number(each, each.high if each.exactness == "between" else None) for each in values)
        yield Numbers(words.say("workbook.up_to", heading=column.heading), tuple(upper))


def _printed(value: Value) -> Decimal | int | None:
    """Return the number itself, or the end that is printed of it; of a range the lower one."""
    return value.high if value.low is None else value.low


def _number(of: Value, value: Decimal | int | None) -> Number | None:
    return None if value is None else Number(of.kind, value)


def how_exact(value: Value) -> str:
    """Return by which words it is told how exact a value is; nothing of a cell of words without such a meaning."""
    if value.meant:
        return value.meant
    exactness = value.exactness or ""
    return _STRICT.get(exactness, exactness) if value.is_strict else exactness


def _exactness(value: Value, words: Words) -> str:
    exactness = how_exact(value)
    return words.say(f"workbook.exactness.{exactness}") if exactness else ""
