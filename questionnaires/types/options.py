"""Lists of options as a definition writes them, and what the types with such lists share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from questionnaires.text import Text
from questionnaires.types.base import Definition, Option
from questionnaires.types.parts import Answer

#: An option's id is stored as the answer. Unlike the id of a question it may start with a digit.
OptionId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class Choice(Definition):
    """One option of a question, or one step of a ladder."""

    id: OptionId
    text: Text
    #: "weet ik niet": set apart from the others, and no answer to the question itself.
    dont_know: bool = False

    @property
    def stands_apart(self) -> bool:
        """Whether it is drawn apart from the others."""
        return self.dont_know


class Tick(Choice):
    """One option of a question in which several may be chosen."""

    #: Goes with no other option, such as "niemand"; so does an option that says "weet ik niet".
    exclusive: bool = False

    @property
    def stands_apart(self) -> bool:
        """Whether it is drawn apart from the others: because it goes with none of them."""
        return self.dont_know or self.exclusive


class Line(Definition):
    """One line of a question that is asked for several things: a task, a group of people, an organisation's part."""

    id: OptionId
    text: Text
    #: Of a task: it is good when several partners do it, so it is never called double.
    shared: bool = False


def unique(listed: Sequence[Any]) -> Sequence[Any]:
    """Refuse a list in which two entries have the same id."""
    ids = [each.id for each in listed]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice is not None:
        raise PydanticCustomError("twice_in_list", "twice", {"name": twice})
    return listed


#: Options or lines: each id once.
Choices = Annotated[tuple[Choice, ...], Field(min_length=2), AfterValidator(unique)]
Ticks = Annotated[tuple[Tick, ...], Field(min_length=2), AfterValidator(unique)]
Lines = Annotated[tuple[Line, ...], Field(min_length=1), AfterValidator(unique)]


def option_views(choices: Iterable[Choice], language: str) -> tuple[Option, ...]:
    """Prepare options for drawing."""
    return tuple(Option(choice.id, choice.text.in_language(language), choice.stands_apart) for choice in choices)


def stored_as(choices: Iterable[Choice]) -> dict[str, Answer]:
    """Return what is stored for each form value: the option's id."""
    return {choice.id: choice.id for choice in choices}


def alone(ticks: Iterable[Tick]) -> frozenset[str]:
    """Return the options that go with no other."""
    return frozenset(tick.id for tick in ticks if tick.stands_apart)


def unknown(ticks: Iterable[Tick]) -> str | None:
    """Return the option that says "weet ik niet"."""
    return next((tick.id for tick in ticks if tick.dont_know), None)


def labels(choices: Iterable[Choice | Line], language: str) -> dict[str, str]:
    """Return the label of each option or line by its id."""
    return {choice.id: choice.text.in_language(language) for choice in choices}


def codes(choices: Iterable[Choice | Line], language: str) -> tuple[tuple[str, str], ...]:
    """Return the codebook's values: each id with its label."""
    return tuple(labels(choices, language).items())


def chosen(answer: Answer, known: Mapping[str, str]) -> str:
    """Say a choice, or several, by their labels; what is no longer offered is said by its id."""
    given = answer if isinstance(answer, list) else [] if answer is None else [str(answer)]
    return ", ".join(known.get(value, value) for value in given)


def answered(answer: Answer, keys: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """Go through the parts of an answer that were answered, in the order of ``keys``."""
    given: Mapping[str, Any] = answer if isinstance(answer, dict) else {}
    for key in keys:
        if given.get(key) is not None:
            yield key, given[key]
