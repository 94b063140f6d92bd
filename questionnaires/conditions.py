"""When a question is asked: a closed table of operators over answers, kind of organisation and the round. No eval."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

Source = Literal["question", "organisation", "round"]
Operator = Literal["equals", "in", "includes", "at_least", "answered"]

SOURCES: Final[tuple[Source, ...]] = ("question", "organisation", "round")
OPERATORS: Final[tuple[Operator, ...]] = ("equals", "in", "includes", "at_least", "answered")

#: How conditions are combined.
COMBINING: Final = ("and", "or", "not")

#: What can be asked of an organisation and of a round.
FACTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"organisation": ("kind",), "round": ("number", "blocks")}
)

#: Settings that a condition may hold, for "did you mean".
SETTINGS: Final = (*SOURCES, "part", *OPERATORS, *COMBINING)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One comparison: ``{question: ov-grade, at_least: 8}``; ``part`` names a line of a question that has several."""

    source: Source
    name: str
    operator: Operator
    value: Any
    part: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class And:
    """Every one of these holds."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these holds."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of this holds."""

    of: "Condition"


Condition = Leaf | And | Or | Not

#: Gives the value that a leaf is about: an option, a number, a list, or ``None`` where there is none.
Lookup = Callable[[Leaf], Any]


def _at_least(found: Any, value: Any) -> bool:
    return isinstance(found, int) and found >= value


_HOLDS: Final[Mapping[Operator, Callable[[Any, Any], bool]]] = MappingProxyType(
    {
        "equals": lambda found, value: found is not None and found == value,
        "in": lambda found, value: found is not None and found in value,
        "includes": lambda found, value: isinstance(found, Sequence) and not isinstance(found, str) and value in found,
        "at_least": _at_least,
        "answered": lambda found, value: (found is not None) == value,
    }
)


def holds(condition: Condition, lookup: Lookup) -> bool:
    """Tell whether a condition holds, given what its leaves are about."""
    match condition:
        case Leaf():
            return _HOLDS[condition.operator](lookup(condition), condition.value)
        case And():
            return all(holds(each, lookup) for each in condition.of)
        case Or():
            return any(holds(each, lookup) for each in condition.of)
        case Not():
            return not holds(condition.of, lookup)


def leaves(condition: Condition, trail: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Leaf]]:
    """Go through the comparisons of a condition, each with the way to it as it is written."""
    match condition:
        case Leaf():
            yield trail, condition
        case Not():
            yield from leaves(condition.of, (*trail, "not"))
        case And() | Or():
            name = "and" if isinstance(condition, And) else "or"
            for number, each in enumerate(condition.of):
                yield from leaves(each, (*trail, name, number))


def both(first: Condition | None, second: Condition | None) -> Condition | None:
    """Return the condition that both hold, where there are two."""
    if first is None or second is None:
        return first or second
    return And((first, second))


def written(condition: Condition) -> dict[str, Any]:
    """Return a condition as a definition file writes it."""
    match condition:
        case Leaf():
            part = {"part": ".".join(condition.part)} if condition.part else {}
            value = list(condition.value) if condition.operator == "in" else condition.value
            return {condition.source: condition.name, **part, condition.operator: value}
        case And():
            return {"and": [written(each) for each in condition.of]}
        case Or():
            return {"or": [written(each) for each in condition.of]}
        case Not():
            return {"not": written(condition.of)}
