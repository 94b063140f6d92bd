"""A whole number, and how sure it is: geteld, geschat, or weten we niet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Final, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from questionnaires.respondent import Respondent
from questionnaires.text import Text
from questionnaires.types.base import FieldView, Option, Question
from questionnaires.types.parts import CLEAR, Answer, Form, Part, Posted, Problem, Reading
from questionnaires.types.summary import Measure, Variable

COUNTED, ESTIMATED, UNKNOWN = "counted", "estimated", "unknown"
_HOW: Final = (COUNTED, ESTIMATED, UNKNOWN)

#: "1200", or with the thousands apart: "1.200", "1 200".
_WHOLE: Final = re.compile(r"[0-9]{1,12}|[0-9]{1,3}([. \u00a0][0-9]{3})+")


@dataclass(frozen=True, slots=True)
class NumberField(Part):
    """A number with how sure it is; stored as ``{"number": 120, "how": "counted"}``, each of them or both."""

    name: str
    minimum: int
    maximum: int

    @property
    def how(self) -> str:
        """The form field that says how sure the number is."""
        return f"{self.name}.how"

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read both; a form without the number's field keeps what is stored."""
        posted = form.get(self.name)
        if posted is None:
            return Reading(stored)
        text, how = posted.strip(), form.get(self.how) or ""
        if self.how in form.getlist(CLEAR):
            how = ""
        problem = self._problem(text, how)
        if problem:
            return Reading(stored, (problem,), {self.name: (text[:40],), self.how: (how,)})
        answer: dict[str, Any] = {"number": int(re.sub(r"\D", "", text))} if text else {}
        return Reading((answer | ({"how": how} if how else {})) or None)

    def _problem(self, text: str, how: str) -> Problem | None:
        if how and how not in _HOW:
            return Problem(self.how, "not_an_option")
        if text and not _WHOLE.fullmatch(text):
            return Problem(self.name, "not_a_number")
        if text and not self.minimum <= int(re.sub(r"\D", "", text)) <= self.maximum:
            return Problem(self.name, "out_of_range", {"minimum": self.minimum, "maximum": self.maximum})
        if text and how == UNKNOWN:
            return Problem(self.name, "number_and_unknown")
        if not text and how in (COUNTED, ESTIMATED):
            return Problem(self.name, "number_missing")
        return None

    def is_sound(self, answer: Answer) -> bool:
        """Tell whether ``answer`` is a number in range, or says that it is not known."""
        if not isinstance(answer, dict) or not answer or not answer.keys() <= {"number", "how"}:
            return False
        if None in answer.values():
            return False  # what is not said is left out
        number, how = answer.get("number"), answer.get("how")
        if number is None:
            return how == UNKNOWN
        in_range = type(number) is int and self.minimum <= number <= self.maximum
        return in_range and how in (None, COUNTED, ESTIMATED)

    def posted(self, answer: Answer) -> Posted:
        """Return the number, and how sure it is."""
        given = answer if isinstance(answer, dict) else {}
        number = given.get("number")
        posted: Posted = {self.name: ("" if number is None else str(number),)}
        return posted | ({self.how: (given["how"],)} if given.get("how") else {})

    def measures(self, path: tuple[str, ...]) -> Iterator[Measure]:
        """Give no table: numbers of organisations are shown by name."""
        yield from ()

    def sample(self, random: Random) -> Answer:
        """Draw a number, not known, or nothing."""
        how = random.choice([COUNTED, ESTIMATED, UNKNOWN, None])
        if how in (UNKNOWN, None):
            return {"how": how} if how else None
        return {"number": random.randint(self.minimum, min(self.maximum, self.minimum + 300)), "how": how}


class WholeNumber(Question):
    """A number of people or things, given on behalf of an organisation."""

    for_persons: ClassVar[bool] = False

    type: Literal["whole_number"]
    minimum: int = Field(default=0, ge=0)
    maximum: int = Field(default=1_000_000, le=1_000_000_000)
    #: How sure the number is, in words: "geteld", "geschat", "weten we niet".
    counted: Text
    estimated: Text
    unknown: Text

    @model_validator(mode="after")
    def _has_room(self) -> "WholeNumber":
        if self.maximum < self.minimum:
            raise PydanticCustomError("no_room", "maximum below minimum")
        return self

    @cached_property
    def _part(self) -> NumberField:
        return NumberField(self.id, self.minimum, self.maximum)

    def part(self, respondent: Respondent) -> NumberField:
        """Return the number and how sure it is."""
        return self._part

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare the number and how sure it is for drawing."""
        how = self._how(respondent.language)
        options = tuple(Option(value, label, value == UNKNOWN) for value, label in how.items())
        return self._view(respondent, "whole_number", options=options, limit=self.maximum)

    def _how(self, language: str) -> dict[str, str]:
        texts = {COUNTED: self.counted, ESTIMATED: self.estimated, UNKNOWN: self.unknown}
        return {value: text.in_language(language) for value, text in texts.items()}

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say the number, and how sure it is."""
        if not isinstance(answer, dict):
            return ()
        how, number = self._how(respondent.language).get(answer.get("how", ""), ""), answer.get("number")
        return (("", how if number is None else f"{number} ({how})" if how else str(number)),)

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return the number, and how sure it is."""
        wording = self.text.in_language(language)
        how = Variable(f"{self.id}.how", wording, "one", tuple(self._how(language).items()))
        return Variable(self.id, wording, "number"), how
