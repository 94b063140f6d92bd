"""Conditions as XLSForm writes them, in the column ``relevant``: ``${ov-grade} >= 8``."""

from collections.abc import Iterator, Mapping

from questionnaires.conditions import And, Condition, Leaf, Not, Or
from questionnaires.types.base import ANYBODY, Question
from questionnaires.types.parts import OneOf, Part, Several, SomeOf
from questionnaires.types.texts import TickedWords, Words
from questionnaires.types.whole_number import NumberField


class Inexpressible(ValueError):
    """XLSForm has no words for a condition; the message says why, to stand behind "because"."""


def relevant(condition: Condition, asked: Mapping[str, Question]) -> str:
    """Return a condition as an expression; ``asked`` are the questions that the form has.

    Raises
    ------
    Inexpressible
        When the form cannot know what the condition is about.
    """
    match condition:
        case Leaf():
            return _leaf(condition, asked)
        case Not():
            return f"not({relevant(condition.of, asked)})"
        case And():
            return " and ".join(_inside(each, asked) for each in condition.of)
        case Or():
            return " or ".join(_inside(each, asked) for each in condition.of)


def field_names(part: Part) -> Iterator[str]:
    """Go through the fields in which a question, or a part of one, is answered."""
    match part:
        case OneOf() | SomeOf() | Words() | TickedWords():
            yield part.name
        case NumberField():
            yield from (part.name, part.how)
        case Several():
            for each in part.parts.values():
                yield from field_names(each)
        case _:
            raise TypeError(f"A form cannot ask for a {type(part).__name__}.")


def _inside(condition: Condition, asked: Mapping[str, Question]) -> str:
    written = relevant(condition, asked)
    return f"({written})" if isinstance(condition, And | Or) or _is_joined(condition, written) else written


def _is_joined(condition: Condition, written: str) -> bool:
    return isinstance(condition, Leaf) and (" or " in written or " and " in written)


def _leaf(leaf: Leaf, asked: Mapping[str, Question]) -> str:
    if leaf.source != "question":
        what = "the kind of organisation" if leaf.source == "organisation" else "the round"
        raise Inexpressible(f"a form does not know {what}")
    if leaf.name not in asked:
        raise Inexpressible(f'the form does not ask "{leaf.name}"')
    name = f"${{{'.'.join((leaf.name, *leaf.part))}}}"
    match leaf.operator:
        case "equals":
            return f"{name} = {_literal(leaf.value)}"
        case "in":
            return " or ".join(f"{name} = {_literal(value)}" for value in leaf.value)
        case "includes":
            return f"selected({name}, {_literal(leaf.value)})"
        case "at_least":
            return f"{name} >= {leaf.value}"
        case "answered":
            return _answered(leaf, asked[leaf.name])


def _answered(leaf: Leaf, question: Question) -> str:
    part = question.part(ANYBODY).at(leaf.part)
    fields = list(field_names(part)) if part else []
    if leaf.value:
        return " or ".join(f"${{{name}}} != ''" for name in fields)
    return " and ".join(f"${{{name}}} = ''" for name in fields)


def _literal(value: str | int) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)
