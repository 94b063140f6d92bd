"""Forms on paper for the tests: our questionnaires and the small ones, with and without a round."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView
from questionnaires.types.long_text import LongText
from reports.forms.paper import ANY_OCCASION, Asker, Occasion, ReturnTo, make_form, paper
from reports.forms.paper.parts import Asked, Block, Form, Row, Statements
from tests.unit.questionnaires.asking import MEMBERS, definition, drawn, sound_definitions

OURS: Final = ("taalnetwerkspiegel", "taalnetwerkspiegel-kort", "quick-scan", "organisatieprofiel")
KINDS: Final = ("library", "municipality", "welfare")

ROUND: Final = Occasion(
    "Taalnetwerk Waterdam",
    2,
    date(2026, 12, 11),
    Asker("Joris Veenstra", "Taalsteun Midden", "Hanna Bos"),
    ReturnTo("Joris Veenstra", ("Postbus 12", "1234 AB Waterdam")),
)

#: Every questionnaire there is, in each of its languages.
EVERY: Final = [
    *((name, language) for name in OURS for language in ("nl", "en")),
    *((name, language) for name in sound_definitions() for language in definition(name).languages),
]


def questionnaire(name: str) -> Questionnaire:
    return catalogue.latest(name) if name in OURS else definition(name)


def respondent(language: str = "nl", kind: str | None = None) -> Respondent:
    return Respondent(language, kind, KINDS, MEMBERS)


def form(name: str, language: str = "nl", occasion: Occasion = ANY_OCCASION, kind: str | None = None) -> Form:
    return make_form(questionnaire(name), respondent(language, kind), occasion)


@cache
def printed(name: str, language: str = "nl") -> bytes:
    """Set a form, once."""
    return paper(form(name, language))


def blocks(of: Form) -> list[Block]:
    return [block for section in of.sections for block in section.blocks]


def asked(of: Form, number: str) -> Asked | Row:
    """Return the question with this number."""
    rows = (row for block in blocks(of) if isinstance(block, Statements) for row in block.grid.rows)
    questions = (block for block in blocks(of) if isinstance(block, Asked))
    return next(each for each in (*rows, *questions) if each.number == number)


def fields(name: str, language: str) -> Iterator[FieldView]:
    """Go through everything that can be filled in on a page of the questionnaire."""
    for question in questionnaire(name).questions.values():
        yield from drawn(question.view(respondent(language)))


def boxes_on_pages(name: str, language: str) -> int:
    """Count what can be ticked on the pages."""
    ticks = sum(isinstance(question, LongText) for question in questionnaire(name).questions.values())
    return ticks + sum(len(field.options) for field in fields(name, language))
