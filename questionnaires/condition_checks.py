"""What must hold of conditions: they ask about something asked before, in its own terms, and can come true."""

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from questionnaires.conditions import FACTS, Condition, Leaf, both, leaves
from questionnaires.context import FileContext
from questionnaires.document import Document, Trail
from questionnaires.kinds import partner_kinds
from questionnaires.reachability import can_be_asked
from questionnaires.sentences import did_you_mean, said
from questionnaires.types import AnyQuestion
from questionnaires.types.base import ANYBODY, Question
from questionnaires.types.parts import OneOf, Part, Several, SomeOf
from questionnaires.types.whole_number import NumberField
from questionnaires.written_conditions import read_condition

_QUESTION: Final = TypeAdapter[Question](AnyQuestion)


def check_conditions(document: Document, context: FileContext, places: Mapping[str, Trail], order: list[str]) -> None:
    """Note every condition in ``document`` that cannot be right; ``order`` is that of the pages."""
    checker = _Conditions(document, context, places, order)
    sound = {name for name in places if checker.has_sound_conditions(name)} & checker.questions.keys()
    for name in places:
        if name in sound and checker.behind(name) <= sound:
            checker.check_reachable(name)


class _Conditions:
    """The questions that can be read, with what each depends on."""

    def __init__(
        self, document: Document, context: FileContext, places: Mapping[str, Trail], order: list[str]
    ) -> None:  # fmt: skip
        self.document, self.places = document, places
        self.position = {name: number for number, name in enumerate(order)}
        self.questions = {name: question for name, question in _sound(document, context, places)}
        self.conditions = {name: list(self._written(name)) for name in places}
        #: What has to hold before each is asked.
        self.together = {name: reduce(both, (each for _, each in self.conditions[name]), None) for name in places}
        #: How often anything was found wrong, also where another question has the same mistake.
        self.found = 0

    def _written(self, name: str) -> Iterator[tuple[Trail, Condition]]:
        """Go through the conditions of a question: that of its block, and its own."""
        trail = self.places[name]
        if trail[0] == "blocks" and isinstance(self.document.at(*trail[:2], "show_when"), dict):
            condition = _read(self.document.at(*trail[:2], "show_when"))
            if condition:
                yield (*trail[:2], "show_when"), condition
        question = self.questions.get(name)
        if question and question.show_when:
            yield (*trail, "show_when"), question.show_when

    def has_sound_conditions(self, name: str) -> bool:
        """Note what is wrong with the conditions of one question, and tell whether nothing is."""
        before = self.found
        for trail, condition in self.conditions[name]:
            for way, leaf in leaves(condition):
                self._check_leaf(name, (*trail, *way), leaf)
        return self.found == before

    def behind(self, name: str) -> set[str]:
        """Return every question that a question depends on, also by way of others."""
        found: set[str] = set()
        ways = [name]
        while ways:
            for following in self._asks_about(ways.pop()):
                if following not in found:
                    found.add(following)
                    ways.append(following)
        return found

    def check_reachable(self, name: str) -> None:
        """Note a question that no answers lead to; where its block's condition does that, the block."""
        if not can_be_asked(name, self.together, self.questions):
            at = self.conditions[name][-1][0]
            named = self.document.at(*at[:-1], "id")
            self._note(at, f'"{named}" can never be asked: no answers make this come true.', at_key=True)

    def _note(self, trail: Trail, sentence: str, *, at_key: bool = False) -> None:
        self.found += 1
        self.document.add(trail, sentence, at_key=at_key)

    def _check_leaf(self, name: str, trail: Trail, leaf: Leaf) -> None:
        if leaf.source != "question":
            self._check_fact(trail, leaf)
            return
        at = (*trail, "question")
        if leaf.name not in self.places:
            self._note(at, f'There is no question "{leaf.name}" in this file.{did_you_mean(leaf.name, self.places)}')
            return
        circle = self._circle(name, leaf.name)
        if circle:
            way = ", which depends on ".join(f'"{each}"' for each in circle)
            self._note(at, f'This goes round in a circle: "{name}" depends on {way}.')
        elif self.position.get(leaf.name, -1) > self.position.get(name, len(self.position)):
            self._note(at, f'"{leaf.name}" is asked later than "{name}": a condition can only look back.')
        question = self.questions.get(leaf.name)
        if question:
            self._check_terms(trail, leaf, question)

    def _check_fact(self, trail: Trail, leaf: Leaf) -> None:
        known = FACTS[leaf.source]
        if leaf.name not in known:
            what = " or ".join(known)
            self._note((*trail, leaf.source), f'Of the {leaf.source} can be asked: {what}; it says "{leaf.name}".')
            return
        if leaf.name == "kind":
            self._check_kind(trail, leaf)
        wanted = {"kind": ("equals", "in"), "number": ("equals", "in", "at_least"), "blocks": ("includes",)}[leaf.name]
        if leaf.operator not in wanted:
            self._wrong_operator(trail, leaf, f"the {leaf.source}'s {leaf.name}", wanted)
        elif leaf.name == "number":
            self._check_numbers(trail, leaf, "The round's number")
        elif leaf.name == "kind":
            self._check_names(trail, leaf, "kind of organisation", tuple(partner_kinds()))
        else:
            blocks = tuple(
                block["id"] for _, block in self.document.parts("blocks") if isinstance(block.get("id"), str)
            )
            self._check_names(trail, leaf, "block", blocks)

    def _check_kind(self, trail: Trail, leaf: Leaf) -> None:
        if self.document.data.get("answered_by", "person") == "person":
            sentence = (
                "In a questionnaire for persons no question can depend on the kind of organisation: after the closing, "
                'its answer would tell who gave it. Use "variants" for other words.'
            )
            self._note((*trail, leaf.source), sentence)

    def _check_terms(self, trail: Trail, leaf: Leaf, question: Question) -> None:
        if not question.takes_answer:
            self._note((*trail, "question"), f'"{leaf.name}" is a text to read: nobody answers it.')
            return
        whole = question.part(ANYBODY)
        part = whole.at(leaf.part)
        if part is None:
            named = ".".join(leaf.part)
            suggestion = did_you_mean(named, tuple(_parts_of(whole)))
            self._note((*trail, "part"), f'"{leaf.name}" has no part "{named}".{suggestion}')
            return
        wanted = _operators(part)
        if leaf.operator not in wanted:
            needs_part = isinstance(part, Several) and bool(part.parts)
            self._wrong_operator(trail, leaf, f'"{leaf.name}"', wanted, needs_part=needs_part)
        elif isinstance(part, OneOf):
            self._check_answers(trail, leaf, tuple(part.answers.values()))
        elif isinstance(part, SomeOf) and part.values:
            self._check_answers(trail, leaf, part.values)
        elif isinstance(part, NumberField):
            self._check_numbers(trail, leaf, f'"{leaf.name}"')

    def _wrong_operator(
        self, trail: Trail, leaf: Leaf, what: str, wanted: tuple[str, ...], *, needs_part: bool = False
    ) -> None:  # fmt: skip
        more = ', or name one of its parts with "part"' if needs_part else ""
        sentence = f'"{leaf.operator}" cannot be asked of {what}: use {" or ".join(wanted)}{more}.'
        self._note((*trail, leaf.operator), sentence, at_key=True)

    def _check_answers(self, trail: Trail, leaf: Leaf, known: tuple[Any, ...]) -> None:
        for at, value in _compared(trail, leaf):
            if not any(type(value) is type(each) and value == each for each in known):
                self._note(at, f'{said(value)} is no answer to "{leaf.name}"{_repair(value, known)}')

    def _check_names(self, trail: Trail, leaf: Leaf, what: str, known: tuple[str, ...]) -> None:
        for at, value in _compared(trail, leaf):
            if value not in known:
                self._note(at, f"There is no {what} {said(value)} here.{did_you_mean(value, known)}")

    def _check_numbers(self, trail: Trail, leaf: Leaf, what: str) -> None:
        for at, value in _compared(trail, leaf):
            if type(value) is not int:
                self._note(at, f"{what} is a whole number, and this says {said(value)}.")

    def _circle(self, name: str, start: str) -> list[str]:
        """Return the way from ``start`` back to ``name``, empty when there is none."""
        ways, seen = [[start]], {start}
        while ways:
            way = ways.pop()
            if way[-1] == name:
                return way
            for following in self._asks_about(way[-1]):
                if following not in seen:
                    seen.add(following)
                    ways.append([*way, following])
        return []

    def _asks_about(self, name: str) -> list[str]:
        conditions = (condition for _, condition in self.conditions.get(name, ()))
        return [leaf.name for each in conditions for _, leaf in leaves(each) if leaf.source == "question"]


def _sound(
    document: Document, context: FileContext, places: Mapping[str, Trail]
) -> Iterator[tuple[str, Question]]:  # fmt: skip
    """Go through the questions that can be read; what is wrong with the others is said elsewhere."""
    for name, trail in places.items():
        try:
            yield name, _QUESTION.validate_python(document.at(*trail), context=context)
        except ValidationError:
            continue


def _read(condition: object) -> Condition | None:
    try:
        return read_condition(condition)
    except ValidationError:
        return None


def _compared(trail: Trail, leaf: Leaf) -> Iterator[tuple[Trail, Any]]:
    """Go through the values that a leaf looks for, each with its place; "at least" looks for none."""
    if leaf.operator == "in":
        yield from (((*trail, "in", number), value) for number, value in enumerate(leaf.value))
    elif leaf.operator in ("equals", "includes"):
        yield (*trail, leaf.operator), leaf.value


def _repair(value: Any, known: tuple[Any, ...]) -> str:
    """Say, at the end of a sentence, what could stand there instead of a value."""
    if str(value) in map(str, known):
        return f": write {value} without quotation marks." if isinstance(value, str) else f': write "{value}".'
    near = did_you_mean(value, [each for each in known if isinstance(each, str)])
    return f".{near}" if near else f". It can be: {', '.join(map(str, known[:12]))}."


def _operators(part: Part) -> tuple[str, ...]:
    """Return what can be asked of a part's answer."""
    match part:
        case OneOf():
            numbers = any(isinstance(answer, int) for answer in part.answers.values())
            return ("equals", "in", "at_least", "answered") if numbers else ("equals", "in", "answered")
        case SomeOf():
            # which organisations a network has, no file can know
            return ("includes", "answered") if part.values else ("answered",)
        case NumberField():
            return ("equals", "in", "at_least", "answered")
        case _:
            return ("answered",)


def _parts_of(part: Part, way: tuple[str, ...] = ()) -> Iterator[str]:
    """Go through the names of what a question consists of."""
    for name, below in part.parts.items() if isinstance(part, Several) else ():
        yield ".".join((*way, name))
        yield from _parts_of(below, (*way, name))
