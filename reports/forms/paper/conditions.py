"""A condition in words: "Vul dit alleen in als je bij vraag 12 ‘ja’ hebt gekozen"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from questionnaires.conditions import And, Condition, Leaf, Not, Or
from questionnaires.kinds import partner_kinds
from questionnaires.types.base import FieldView
from reports.wording import Words


@dataclass(frozen=True, slots=True)
class Numbered:
    """The questions that are on the form so far, each with its number and as it is drawn."""

    numbers: Mapping[str, str]
    views: Mapping[str, FieldView]


def only_if(condition: Condition, numbered: Numbered, words: Words) -> str:
    """Return the sentence that says when something is to be filled in."""
    return words.say("paper.only_if", condition=_said(condition, numbered, words))


def _said(condition: Condition, numbered: Numbered, words: Words, *, negated: bool = False) -> str:
    match condition:
        case Leaf():
            return _leaf(condition, numbered, words, negated)
        case Not():
            return _said(condition.of, numbered, words, negated=not negated)
        case And() | Or():
            joined = "paper.and" if isinstance(condition, And) != negated else "paper.or"
            parts = [_inside(each, numbered, words, negated, joined) for each in condition.of]
            return words.say(joined).join(parts)


def _inside(condition: Condition, numbered: Numbered, words: Words, negated: bool, joined: str) -> str:
    """Say a part; "this or that" inside "and" goes between brackets."""
    said = _said(condition, numbered, words, negated=negated)
    return f"({said})" if joined == "paper.and" and words.say("paper.or") in said else said


def _leaf(leaf: Leaf, numbered: Numbered, words: Words, negated: bool) -> str:
    is_not = negated != (leaf.operator == "answered" and leaf.value is False)
    no = words.say("paper.not") if is_not else ""
    if leaf.source == "question":
        view, place = _place(leaf, numbered)
        return words.say(f"paper.if.{leaf.operator}", place=place, value=_values(leaf, view, words), no=no)
    kinds = partner_kinds()
    names = [kinds[each].name.in_language(words.language) if each in kinds else str(each) for each in _listed(leaf)]
    return words.say(f"paper.if.{leaf.name}.{leaf.operator}", value=_either(names, words), no=no)


def _place(leaf: Leaf, numbered: Numbered) -> tuple[FieldView, str]:
    """Find the field that a comparison is about, and say where it is: "12 (Wat is nodig?)"."""
    view, names = numbered.views[leaf.name], list[str]()
    for depth in range(len(leaf.part)):
        name = ".".join((leaf.name, *leaf.part[: depth + 1]))
        view = next((part for part in view.parts if part.name == name), view)
        names.append(view.label)
    number = numbered.numbers[leaf.name]
    return view, f"{number} ({': '.join(names)})" if names else number


def _values(leaf: Leaf, view: FieldView, words: Words) -> str:
    labels = {option.value: option.label for option in view.options}
    return _either([f"‘{labels.get(str(each), str(each)).rstrip('.')}’" for each in _listed(leaf)], words)


def _either(names: list[str], words: Words) -> str:
    return words.say("paper.either").join(names)


def _listed(leaf: Leaf) -> list[Any]:
    return list(leaf.value) if leaf.operator == "in" else [leaf.value]
