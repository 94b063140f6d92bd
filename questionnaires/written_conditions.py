"""Conditions as a definition file writes them: settings in, a condition out, and every mistake at its place."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, cast

from pydantic import PlainSerializer, PlainValidator, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from questionnaires.conditions import (
    COMBINING,
    OPERATORS,
    SOURCES,
    And,
    Condition,
    Leaf,
    Not,
    Operator,
    Or,
    Source,
    written,
)

_Trail = tuple[str | int, ...]


def read_condition(value: object) -> Condition:
    """Read a condition as written.

    Raises
    ------
    ValidationError
        With everything that is wrong with it, each with the way to it.
    """
    if isinstance(value, Leaf | And | Or | Not):
        return value
    reader = _Reader()
    condition = reader.condition(value, ())
    if reader.problems or condition is None:
        raise ValidationError.from_exception_data("Condition", reader.problems)
    return condition


class _Reader:
    """Reads one condition, and keeps what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[InitErrorDetails] = []

    def condition(self, value: object, trail: _Trail) -> Condition | None:
        """Read a comparison, or conditions that are combined."""
        if not isinstance(value, Mapping) or not value:
            return self._wrong("condition_shape", trail, cast(object, value))
        given = cast(Mapping[str, Any], value)
        combining = next((name for name in COMBINING if name in given), None)
        if combining is None:
            return self._leaf(given, trail)
        for other in given:
            if other != combining:
                self._wrong("condition_alone", (*trail, other), combining)
        if combining == "not":
            inner = self.condition(given["not"], (*trail, "not"))
            return Not(inner) if inner else None
        return self._combined(combining, given[combining], (*trail, combining))

    def _combined(self, combining: str, value: object, trail: _Trail) -> Condition | None:
        if not isinstance(value, tuple | list) or not value:
            return self._wrong("condition_none" if value in ((), []) else "condition_list", trail, cast(object, value))
        entries = enumerate(cast(Sequence[object], value))
        inner = [self.condition(each, (*trail, number)) for number, each in entries]
        sound = tuple(each for each in inner if each is not None)
        return And(sound) if combining == "and" else Or(sound)

    def _leaf(self, given: Mapping[str, Any], trail: _Trail) -> Leaf | None:
        before = len(self.problems)
        source = self._only(SOURCES, "condition_source", given, trail)
        operator = self._only(OPERATORS, "condition_operator", given, trail)
        for name in given.keys() - {*SOURCES, *OPERATORS, "part"}:
            self.problems.append(InitErrorDetails(type="extra_forbidden", loc=(*trail, name), input=given[name]))
        self._texts(given, source, trail)
        if operator:
            self._value(operator, given[operator], (*trail, operator))
        if len(self.problems) > before or not source or not operator:
            return None
        value = tuple(given[operator]) if operator == "in" else given[operator]
        part = tuple(str(given["part"]).split(".")) if given.get("part") else ()
        return Leaf(cast(Source, source), given[source], cast(Operator, operator), value, part)

    def _texts(self, given: Mapping[str, Any], source: str | None, trail: _Trail) -> None:
        part = given.get("part")
        if source and not isinstance(given[source], str):
            self.problems.append(InitErrorDetails(type="string_type", loc=(*trail, source), input=given[source]))
        if part is not None and not isinstance(part, str):
            self.problems.append(InitErrorDetails(type="string_type", loc=(*trail, "part"), input=part))
        if part is not None and source and source != "question":
            self._wrong("condition_part", (*trail, "part"), part)

    def _only(self, names: Sequence[str], kind: str, given: Mapping[str, Any], trail: _Trail) -> str | None:
        found = [name for name in names if name in given]
        return found[0] if len(found) == 1 else self._wrong(kind, trail, given)

    def _value(self, operator: str, value: object, trail: _Trail) -> None:
        if operator == "in" and isinstance(value, tuple | list):
            self._answers(cast(Sequence[object], value), trail)
        elif not _FITS[operator](value):
            self._wrong(f"condition_{operator}", trail, value)

    def _answers(self, values: Sequence[object], trail: _Trail) -> None:
        if not values:
            self._wrong("condition_none", trail, values)
        for number, value in enumerate(values):
            if not _is_one_answer(value):
                self._wrong("condition_equals", (*trail, number), value)

    def _wrong(self, kind: str, trail: _Trail, value: object) -> None:
        error = PydanticCustomError(kind, "condition")  # type: ignore[arg-type]  # a literal for pydantic's plugin only
        self.problems.append(InitErrorDetails(type=error, loc=trail, input=value))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_one_answer(value: object) -> bool:
    return isinstance(value, str) or _is_number(value)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple | list)


def _is_option(value: object) -> bool:
    return isinstance(value, str)


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


_FITS: Final = {
    "equals": _is_one_answer,
    "includes": _is_option,
    "in": _is_list,
    "at_least": _is_number,
    "answered": _is_yes_or_no,
}

#: A condition, in a definition file written as settings.
WrittenCondition = Annotated[
    Condition, PlainValidator(read_condition), PlainSerializer(written, return_type=dict[str, Any])
]
