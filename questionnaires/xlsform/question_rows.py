"""The rows of each type of question. Fields have the names that they have in our own data: ``mc-lines.mc-money``."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from questionnaires.text import Text
from questionnaires.types.base import Question
from questionnaires.types.checklist import Checklist
from questionnaires.types.grade import Grade
from questionnaires.types.information import Information
from questionnaires.types.ladder import Ladder
from questionnaires.types.long_text import LongText
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.role_cards import RoleCards
from questionnaires.types.short_text import ShortText
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.statement import Scale, Statement
from questionnaires.types.summary import DONT_KNOW
from questionnaires.types.texts import TICK
from questionnaires.types.whole_number import WholeNumber
from questionnaires.xlsform.building import FormBuilder
from questionnaires.xlsform.composite_rows import (
    add_checklist,
    add_ladder,
    add_role_cards,
    add_whole_number,
    option_texts,
    ticks,
)
from questionnaires.xlsform.constraints import Limits
from questionnaires.xlsform.rows import GRADES

#: What stands beside the tick of a text; the interface has words of its own for it.
_TICK: Final = {"nl": "Dit mag in het rapport staan.", "en": "This may be used in the report."}


def add_question(form: FormBuilder, question: Question, relevant: str) -> None:
    """Add the rows of a question that a form can ask."""
    _ROWS[type(question)](form, question, relevant)


def can_be_asked(question: Question) -> bool:
    """Tell whether a form can ask this; it does not know the organisations of a network."""
    return type(question) in _ROWS and not (isinstance(question, MultipleChoice) and question.options_from)


def _information(form: FormBuilder, question: Information, relevant: str) -> None:
    form.row("note", question.id, question.text, question.hint, relevant=relevant)


def _statement(form: FormBuilder, question: Statement, relevant: str) -> None:
    listed = form.options(question.scale.id, _scale(question.scale))
    form.row(f"select_one {listed}", question.id, question.text, question.hint, relevant=relevant)


def _grade(form: FormBuilder, question: Grade, relevant: str) -> None:
    listed = form.options(GRADES, {str(grade): _same(form, str(grade)) for grade in range(1, 11)})
    form.row(f"select_one {listed}", question.id, question.text, question.hint, relevant=relevant)


def _single_choice(form: FormBuilder, question: SingleChoice, relevant: str) -> None:
    listed = form.options(question.id, option_texts(question.options))
    form.row(f"select_one {listed}", question.id, question.text, question.hint, relevant=relevant)


def _multiple_choice(form: FormBuilder, question: MultipleChoice, relevant: str) -> None:
    listed = form.options(question.id, option_texts(question.options))
    constraint = ticks(question.options, question.at_most)
    kind = f"select_multiple {listed}"
    form.row(kind, question.id, question.text, question.hint, relevant=relevant, constraint=constraint)


def _short_text(form: FormBuilder, question: ShortText, relevant: str) -> None:
    constraint = Limits(length=question.limit).written()
    form.row("text", question.id, question.text, question.hint, relevant=relevant, constraint=constraint)


def _long_text(form: FormBuilder, question: LongText, relevant: str) -> None:
    own = {"appearance": "multiline", "constraint": Limits(length=question.limit).written()}
    form.row("text", question.id, question.text, question.hint, relevant=relevant, **own)
    tick = Text({language: _TICK.get(language, _TICK["en"]) for language in form.columns})
    form.row("acknowledge", f"{question.id}{TICK}", tick, relevant=relevant)


def _scale(scale: Scale) -> dict[str, Text]:
    return {str(number): text for number, text in enumerate(scale.options, 1)} | {DONT_KNOW: scale.dont_know}


def _same(form: FormBuilder, text: str) -> Text:
    return Text(dict.fromkeys(form.columns, text))


_ROWS: Final[Mapping[type[Question], Callable[[FormBuilder, Any, str], None]]] = {
    Information: _information,
    Statement: _statement,
    Grade: _grade,
    SingleChoice: _single_choice,
    MultipleChoice: _multiple_choice,
    ShortText: _short_text,
    LongText: _long_text,
    WholeNumber: add_whole_number,
    Checklist: add_checklist,
    Ladder: add_ladder,
    RoleCards: add_role_cards,
}
