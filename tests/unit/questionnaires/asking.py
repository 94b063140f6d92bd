"""Questions, people and forms for the tests of the questionnaires."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from werkzeug.datastructures import MultiDict

from questionnaires.catalogue import load
from questionnaires.definition import Questionnaire
from questionnaires.respondent import Member, Respondent
from questionnaires.types.base import FieldView, Question
from questionnaires.types.parts import Answer, Posted, Problem, Reading

DEFINITIONS = Path(__file__).parents[2] / "questionnaires"

#: The one file that is wrong on purpose.
MISTAKEN = "ten_mistakes"

MEMBERS = (Member("o1", "Bieb Zuid"), Member("o2", "Welzijn Noord"), Member("o3", "Taalschool West"))
NL = Respondent("nl", kinds=("library", "welfare"), organisations=MEMBERS)
EN = Respondent("en", kinds=("library", "welfare"), organisations=MEMBERS)


@cache
def definition(name: str) -> Questionnaire:
    """Load one of the small definition files, once."""
    return load(DEFINITIONS / f"{name}.yaml")


def sound_definitions() -> list[str]:
    """Return the names of the small definition files without mistakes."""
    return [path.stem for path in sorted(DEFINITIONS.glob("*.yaml")) if path.stem != MISTAKEN]


def question(name: str, question_id: str) -> Question:
    """Return a question, or a text to read, of a small definition."""
    parts = (part for page in definition(name).pages for part in page.parts)
    return next(part for part in parts if part.id == question_id)


def form(*fields: tuple[str, str]) -> MultiDict[str, str]:
    """Return a form as a browser posts it."""
    return MultiDict(fields)


def form_of(posted: Posted) -> MultiDict[str, str]:
    """Return the form with these fields."""
    return MultiDict((name, value) for name, values in posted.items() for value in values)


def read(asked: Question, *fields: tuple[str, str], stored: Answer = None, who: Respondent = NL) -> Reading:
    """Read a question from a form with these fields."""
    return asked.read(form(*fields), stored, who)


def refused(stored: Answer, field: str, code: str, typed: Posted, **details: int | str) -> Reading:
    """Return the reading of a single field that is wrong, with what was typed in it."""
    return Reading(stored, (Problem(field, code, details),), typed)


def there_and_back(asked: Question, answer: Answer, who: Respondent = NL) -> Answer:
    """Post an answer and read it again."""
    return asked.read(form_of(asked.posted(answer, who)), None, who).answer


def sample(asked: Question, seed: int) -> Answer:
    """Draw a sound answer, or none; the same for the same seed."""
    return asked.sample(Random(seed), NL)  # noqa: S311 -- no secret


def drawn(view: FieldView) -> Iterator[FieldView]:
    """Go through the fields of a view that can be filled in."""
    if view.parts:
        for part in view.parts:
            yield from drawn(part)
    else:
        yield view
