"""Whether a question can ever be asked: try, together, the answers that make a difference to its conditions."""

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import Any, Final

from questionnaires.conditions import Condition, Leaf, holds, leaves
from questionnaires.kinds import partner_kinds
from questionnaires.types.base import ANYBODY, Question
from questionnaires.types.parts import OneOf, Part, Several, SomeOf
from questionnaires.types.whole_number import NumberField

#: What a comparison is about: ``("question", "mc-level", "now")``.
_Key = tuple[str, ...]

#: Beyond so many combinations of answers a condition is taken to be possible.
_MOST: Final = 20_000

#: Stands for any answer of which only matters that there is one.
_SOME: Final = "some answer"


def can_be_asked(
    name: str, conditions: Mapping[str, Condition | None], questions: Mapping[str, Question]
) -> bool:  # fmt: skip
    """Tell whether some answers make the condition of a question true; these ask about earlier questions only."""
    about: dict[_Key, list[Leaf]] = {}
    for leaf in _behind(name, conditions, set()):
        about.setdefault(_key(leaf), []).append(leaf)
    parts = {key: questions[key[1]].part(ANYBODY).at(key[2:]) for key in about if key[0] == "question"}
    if prod(_how_many(leaves, parts.get(key)) for key, leaves in about.items()) > _MOST:
        return True
    domains = {key: list(_values(leaves, parts.get(key))) for key, leaves in about.items()}
    trials = (dict(zip(domains, given, strict=True)) for given in product(*domains.values()))
    return any(_go_together(given, parts) and _is_asked(name, conditions, given) for given in trials)


def _behind(name: str, conditions: Mapping[str, Condition | None], seen: set[str]) -> Iterator[Leaf]:
    """Go through every comparison that a question depends on, also by way of other questions."""
    seen.add(name)
    condition = conditions.get(name)
    for _, leaf in leaves(condition) if condition else ():
        yield leaf
        if leaf.source == "question" and leaf.name not in seen:
            yield from _behind(leaf.name, conditions, seen)


def _is_asked(name: str, conditions: Mapping[str, Condition | None], given: Mapping[_Key, Any]) -> bool:
    def lookup(leaf: Leaf) -> Any:
        if leaf.source == "question" and not _is_asked(leaf.name, conditions, given):
            return None
        return given[_key(leaf)]

    condition = conditions.get(name)
    return condition is None or holds(condition, lookup)


def _how_many(about: list[Leaf], part: Part | None) -> int:
    """Return at most how many values there are to try; sets of options are counted before they are made."""
    by_subsets = isinstance(part, SomeOf) or _key(about[0]) == ("round", "blocks")
    return 2 ** len(_options(about)) + 1 if by_subsets else sum(1 for _ in _values(about, part))


def _values(about: list[Leaf], part: Part | None) -> Iterator[Any]:
    """Go through the values that make a difference to these comparisons, which are all about the same."""
    mentioned = {value for leaf in about for value in (leaf.value if leaf.operator == "in" else (leaf.value,))}
    numbers = {number + more for number in mentioned if type(number) is int for more in (-1, 0, 1)}
    match _key(about[0]):
        case ("organisation", _):
            yield from partner_kinds()
        case ("round", "number"):
            yield from sorted(number for number in {1, *numbers} if number >= 1)
        case ("round", _):
            yield from _subsets(_options(about))
        case _:
            yield None
            yield from _answers(part, _options(about), numbers)


def _answers(part: Part | None, mentioned: set[str], numbers: set[int]) -> Iterator[Any]:
    match part:
        case OneOf():
            yield from part.answers.values()
        case SomeOf():
            yield from (chosen for chosen in _subsets(mentioned, part.values) if chosen and _fits(part, chosen))
            yield from [[other] for other in part.values or (_SOME,) if other not in mentioned][:1]
        case NumberField():
            yield _SOME  # "we do not know": an answer without a number
            yield from (
                number for number in sorted({*numbers, part.minimum, part.maximum}) if part.is_sound({"number": number})
            )
        case _:
            yield _SOME


def _fits(part: SomeOf, chosen: list[str]) -> bool:
    """Tell whether these options go together; which organisations a network has is not known."""
    return part.is_sound(chosen) if part.values else len(chosen) <= (part.at_most or len(chosen))


def _options(about: list[Leaf]) -> set[str]:
    return {leaf.value for leaf in about if leaf.operator == "includes"}


def _subsets(mentioned: set[str], order: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """Go through every list of some of these options, in the order of the question."""
    values = [value for value in order or sorted(mentioned) if value in mentioned]
    for mask in product((False, True), repeat=len(values)):
        yield [value for value, taken in zip(values, mask, strict=True) if taken]


def _go_together(given: Mapping[_Key, Any], parts: Mapping[_Key, Part | None]) -> bool:
    """Tell whether a question and its parts agree: it is answered when one of them is, and only then."""
    for key, part in parts.items():
        inside = {other: given[other] for other in parts if other[: len(key)] == key and other != key}
        if not inside or not isinstance(part, Several):
            continue
        if given[key] is None:
            if any(answer is not None for answer in inside.values()):
                return False
        elif not any(_may_be_answered((*key, *line), inside) for line in _lines(part)):
            return False
    return True


def _may_be_answered(line: _Key, inside: Mapping[_Key, Any]) -> bool:
    return all(answer is not None for key, answer in inside.items() if line[: len(key)] == key)


def _lines(part: Part, way: _Key = ()) -> Iterator[_Key]:
    """Go through the ways to the fields of a part."""
    if isinstance(part, Several):
        for name, below in part.parts.items():
            yield from _lines(below, (*way, name))
    else:
        yield way


def _key(leaf: Leaf) -> _Key:
    return (leaf.source, leaf.name, *leaf.part)
