"""Six networks that are hard to protect, each in one way, to be filled in and published by the application."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from flask import Flask

from questionnaires.types.grade import Grade
from questionnaires.types.statement import Statement
from questionnaires.types.summary import DONT_KNOW
from tests.factories import OpenRound, answer, make_round, the_questionnaire


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is invited, and what somebody of a group answers: 1 to 5, or "don't know"."""

    name: str
    members: Mapping[str, int]
    mind: Callable[[str | None, int, Random], int | str]

    def fill(self, app: Flask) -> tuple[OpenRound, list[dict[str, str]]]:
        """Have everybody answer and send in, without a browser."""
        opened, random = make_round(app, self.members, name=self.name), Random(self.name)  # noqa: S311 - reproducible
        forms = [
            {key: self._answer(key, group, person, random) for key in _asked()}
            for person, group in enumerate(opened.groups)
        ]
        for token, form in zip(opened.tokens, forms, strict=True):
            answer(app, token, {key: value for key, value in form.items() if value})
        return opened, forms

    def _answer(self, key: str, group: str | None, person: int, random: Random) -> str:
        value = self.mind(group, person, random)
        if isinstance(the_questionnaire().questions[key], Grade):
            return "" if value == DONT_KNOW else str(2 * int(value))
        return str(value)


def _asked() -> list[str]:
    return [key for key, question in the_questionnaire().questions.items() if isinstance(question, Statement | Grade)]


def _of_one_mind(group: str | None, person: int, random: Random) -> int:
    return {"library": 5, "welfare": 4}.get(group or "", 1)


def _all_but_one(group: str | None, person: int, random: Random) -> int:
    return 5 if person else 1


def _divided(group: str | None, person: int, random: Random) -> int:
    return 5 if person % 2 else 1


def _often_not_known(group: str | None, person: int, random: Random) -> int | str:
    return DONT_KNOW if random.random() < 0.4 else random.choices([5, 4, 1], [12, 2, 1])[0]


def _in_the_middle(group: str | None, person: int, random: Random) -> int:
    return random.choice([2, 3, 4])


def _next_to_each_other(group: str | None, person: int, random: Random) -> int:
    return 3 if group == "library" else 4


CHOSEN: Final = {
    each.name: each
    for each in (
        Chosen("Eensgezind", {"library": 8, "welfare": 8, "municipality": 8}, _of_one_mind),
        Chosen("Op een na", {"library": 10, "welfare": 10}, _all_but_one),
        Chosen("Verdeeld", {"library": 8, "welfare": 7, "municipality": 6}, _divided),
        Chosen("Weet niet", {"library": 12, "welfare": 10, "municipality": 8}, _often_not_known),
        Chosen("Kleine groepen", {"library": 4, "welfare": 3, "municipality": 4}, _in_the_middle),
        Chosen("Twee keer vijf", {"library": 5, "welfare": 5}, _next_to_each_other),
    )
}
