"""Rows of a form as questions, a row each. What is no question here is said."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from questionnaires.xlsform.importing.conditions import Source
from questionnaires.xlsform.importing.form import Form
from questionnaires.xlsform.importing.lists import ChoiceList
from questionnaires.xlsform.importing.tree import Node

Question = dict[str, Any]

_HOW: Final = {
    "counted": {"nl": "geteld", "en": "counted"},
    "estimated": {"nl": "geschat", "en": "estimated"},
    "unknown": {"nl": "weten we niet", "en": "we do not know"},
}
_HIGHEST: Final = 1_000_000_000
_USUAL: Final = 1_000_000
_LONGEST: Final = {"short_text": 400, "long_text": 4000}

#: Rows that record something beside the answers: when, by whom, on which device.
_RECORDS: Final = frozenset(
    {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial", "subscriberid"}
    | {"background-audio", "start-geopoint", "background-geopoint"}
)


def question(node: Node, form: Form) -> Question | None:
    """Return the question that a row is, without its condition; ``None`` when it is none here."""
    read = _TYPES.get(node.kind)
    if read:
        return read(node, form)
    if node.kind in _RECORDS:
        sentence = f'"{node.kind}" records something that nobody is asked: that is never done here, so it is left out.'
    elif node.kind == "repeat":
        names = ", ".join(f'"{each.name}"' for each in node.rows() if each.name)
        sentence = f"questions that are repeated are not supported, so these are left out: {names or 'none'}."
    else:
        sentence = f'the type "{node.kind}" is not supported, so "{node.name}" is left out.'
    form.notes.add(node.number, sentence)
    return None


def choices(node: Node, form: Form) -> ChoiceList | None:
    """Return the list of a question with choices; ``None``, and say so, when it cannot be used."""
    found = form.lists.get(node.listed)
    if not node.listed:
        form.notes.add(node.number, f'"{node.name}" names no list of choices, so it is left out.')
    elif found is None:
        form.notes.add(node.number, f'there is no list "{node.listed}", so "{node.name}" is left out.')
    elif len(found.texts) < 2:
        form.notes.add(node.number, f'the list "{node.listed}" has one choice only, so "{node.name}" is left out.')
    else:
        return found
    return None


def _note(node: Node, form: Form) -> Question:
    return form.start(node, "information")


def _select_one(node: Node, form: Form) -> Question | None:
    listed = choices(node, form)
    if listed is None:
        return None
    form.limits(node)
    if listed.is_scale:
        return statement(node, listed, form)
    made = form.start(node, "grade" if listed.is_grades else "single_choice")
    if listed.is_grades:
        values: dict[str, str | int] = {name: int(name) for name in listed.texts}
        form.asked[node.name] = Source(made["id"], "number", values, lowest=1)
        return made
    form.asked[node.name] = Source(made["id"], "one", listed.ids)
    return made | {"options": listed.options()}


def statement(node: Node, listed: ChoiceList, form: Form) -> Question:
    """Return the statement that a row is."""
    made = form.start(node, "statement", scale=form.lists.scale(listed), level="network")
    values: dict[str, str | int] = {name: int(name) if name.isdigit() else name for name in listed.texts}
    form.asked[node.name] = Source(made["id"], "number", values, lowest=1)
    return made


def _select_multiple(node: Node, form: Form) -> Question | None:
    listed = choices(node, form)
    if listed is None:
        return None
    limits = form.limits(node, "at_most", "alone")
    at_most = {"at_most": limits.at_most} if limits.at_most else {}
    made = form.start(node, "multiple_choice", **at_most)
    form.asked[node.name] = Source(made["id"], "some", listed.ids)
    return made | {"options": listed.options(limits.alone)}


def _text(node: Node, form: Form) -> Question:
    is_long = form.answered_by == "person" or "multiline" in node.row.get("appearance", "")
    kind = "long_text" if is_long else "short_text"
    length = form.limits(node, "length").length
    limit = {"limit": min(length, _LONGEST[kind])} if length and length > 0 else {}
    if length and length > _LONGEST[kind]:
        form.notes.add(node.number, f"a text here has at most {_LONGEST[kind]} signs, so it can be no longer.")
    made = form.start(node, kind, **limit)
    form.asked[node.name] = Source(made["id"], "text", {})
    return made


def _integer(node: Node, form: Form) -> Question | None:
    made = number(node, form)
    if made:
        sentence = 'people also say how sure the number is: "counted", "estimated" and "not known" are added.'
        form.notes.add(node.number, sentence)
        return made | {name: form.texts.in_words(words) for name, words in _HOW.items()}
    return None


def number(node: Node, form: Form) -> Question | None:
    """Return the question for a whole number, without the words for how sure it is."""
    if form.answered_by == "person":
        sentence = (
            f'"{node.name}" is left out: a number cannot be asked of persons, whose answers are published as shares. '
            'Do organisations answer this, by name? Then import it with "--answered-by organisation".'
        )
        form.notes.add(node.number, sentence)
        return None
    limits = form.limits(node, "lowest", "highest")
    lowest = max(0, limits.lowest or 0)
    highest = min(_HIGHEST, _USUAL if limits.highest is None else limits.highest)
    if (limits.lowest or 0) < 0:
        form.notes.add(node.number, "a number here is 0 or more, so it cannot be lower.")
    room = {"minimum": lowest, "maximum": highest} if lowest <= highest and (lowest, highest) != (0, _USUAL) else {}
    made = form.start(node, "whole_number", **room)
    form.asked[node.name] = Source(made["id"], "number", {}, lowest=lowest)
    return made


_TYPES: Final[Mapping[str, Callable[[Node, Form], Question | None]]] = {
    "note": _note,
    "select_one": _select_one,
    "select_multiple": _select_multiple,
    "text": _text,
    "integer": _integer,
}
