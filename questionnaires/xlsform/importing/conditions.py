"""The conditions of a form as ours: about what was asked before, and in its terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from questionnaires.conditions import And, Condition, Leaf, Not, Operator, Or, written
from questionnaires.xlsform.expressions import Comparison, Every, Expression, Negation, Selected, Some, Unreadable
from questionnaires.xlsform.parsing import parse

#: As many settings and lists around each other as a definition file may have in a condition.
_DEEPEST: Final = 7


@dataclass(frozen=True, slots=True)
class Source:
    """What a name in a condition is: a question here, or a part of one, and what can be answered to it."""

    question: str
    kind: Literal["number", "one", "some", "text"]
    #: What is stored for each value; empty for numbers of any size, and for texts.
    values: Mapping[str, str | int]
    part: tuple[str, ...] = ()
    lowest: int = 0

    def leaf(self, operator: Operator, value: Any) -> Leaf:
        """Return a comparison with the answer."""
        return Leaf("question", self.question, operator, value, self.part)


def read_condition(text: str, asked: Mapping[str, Source]) -> Condition:
    """Read a condition; ``asked`` is all that was asked before it, by the names of the form.

    Raises
    ------
    Unreadable
        When it says anything that a condition here cannot say.
    """
    condition = _condition(parse(text), asked)
    if _depth(written(condition)) > _DEEPEST:
        raise Unreadable("it is nested too deeply")
    return condition


def _condition(found: Expression, asked: Mapping[str, Source]) -> Condition:
    match found:
        case Comparison():
            return _comparison(found, _source(found.name, asked))
        case Selected():
            return _selected(found, _source(found.name, asked))
        case Negation():
            return Not(_condition(found.of, asked))
        case Every():
            return _joined(And, [_condition(each, asked) for each in found.of])
        case Some():
            return _any_of([_condition(each, asked) for each in found.of])


def _source(name: str, asked: Mapping[str, Source]) -> Source:
    if name not in asked:
        raise Unreadable(f'"{name}" is not asked before it')
    return asked[name]


def _comparison(found: Comparison, source: Source) -> Condition:
    if found.value == "" and found.operator in ("=", "!="):
        return source.leaf("answered", found.operator == "!=")
    if source.kind == "text":
        raise Unreadable(f'"{found.name}" is answered in own words: only whether it is answered can be asked')
    if source.kind == "some":
        raise Unreadable(f'"{found.name}" can have several answers: "selected" asks for one of them')
    if found.operator in ("=", "!="):
        equals = source.leaf("equals", _value(found.name, found.value, source))
        return equals if found.operator == "=" else Not(equals)
    return _ordered(found, source)


def _ordered(found: Comparison, source: Source) -> Condition:
    """Read a comparison of sizes; below a number is: answered with a number, and not at least that."""
    if source.kind != "number" or not isinstance(found.value, int):
        raise Unreadable(f'"{found.name}" has no numbers that can be compared with "{found.value}"')
    edge = found.value + (found.operator in (">", "<="))
    at_least = source.leaf("at_least", edge)
    if found.operator in (">", ">="):
        return at_least
    return And((source.leaf("at_least", source.lowest), Not(at_least)))


def _selected(found: Selected, source: Source) -> Condition:
    if source.kind == "text" or (source.kind == "number" and not source.values):
        raise Unreadable(f'"{found.name}" has no choices that can be selected')
    value = _value(found.name, found.value, source)
    return source.leaf("includes" if source.kind == "some" else "equals", value)


def _value(name: str, value: str | int, source: Source) -> str | int:
    if not source.values and source.kind == "number" and isinstance(value, int):
        return value
    if str(value) not in source.values:
        raise Unreadable(f'"{value}" is no answer to "{name}"')
    return source.values[str(value)]


def _any_of(parts: list[Condition]) -> Condition:
    """Join conditions by "or"; several values of one answer become a list of values."""
    first = parts[0]
    if all(_is_alike(each, first) for each in parts):
        values = dict.fromkeys(each.value for each in parts if isinstance(each, Leaf))
        if isinstance(first, Leaf) and len(values) > 1:
            return Leaf("question", first.name, "in", tuple(values), first.part)
    return _joined(Or, parts)


def _is_alike(each: Condition, other: Condition) -> bool:
    if not isinstance(each, Leaf) or not isinstance(other, Leaf):
        return False
    return each.operator == "equals" == other.operator and (each.name, each.part) == (other.name, other.part)


def _joined(how: type[And] | type[Or], parts: list[Condition]) -> Condition:
    """Join conditions, each once; what is joined in the same way already is taken apart."""
    flat: list[Condition] = []
    for each in parts:
        flat.extend(each.of if isinstance(each, how) else (each,))
    once = [each for number, each in enumerate(flat) if each not in flat[:number]]
    return once[0] if len(once) == 1 else how(tuple(once))


def together(outer: Condition | None, own: Condition | None) -> Condition | None:
    """Return the condition that both hold.

    Raises
    ------
    Unreadable
        When the two together are more than a definition may say.
    """
    if outer is None or own is None:
        return outer or own
    condition = _joined(And, [outer, own])
    if _depth(written(condition)) > _DEEPEST:
        raise Unreadable("together with that of its group it is nested too deeply")
    return condition


def _depth(data: Any) -> int:
    """Return how many settings and lists are around each other in a condition as it is written."""
    inside = cast(dict[str, Any], data).values() if isinstance(data, dict) else data
    return max((1 + _depth(each) for each in inside), default=0) if isinstance(data, dict | list) else 0
