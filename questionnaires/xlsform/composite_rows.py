"""The rows of questions that are a group of questions in a form: each part has the name that it has in our own data."""

from collections.abc import Iterable

from questionnaires.kinds import partner_kinds
from questionnaires.text import Text
from questionnaires.types.base import Question
from questionnaires.types.checklist import Checklist
from questionnaires.types.ladder import Ladder
from questionnaires.types.options import Choice, Tick, alone
from questionnaires.types.role_cards import NOBODY, OTHER, RoleCards
from questionnaires.types.summary import DONT_KNOW
from questionnaires.types.whole_number import COUNTED, ESTIMATED, UNKNOWN, WholeNumber
from questionnaires.xlsform.building import FormBuilder
from questionnaires.xlsform.constraints import Limits
from questionnaires.xlsform.rows import HINT, NUMBER


def add_whole_number(form: FormBuilder, question: WholeNumber, relevant: str) -> None:
    """Add a number and how sure it is."""
    words = {COUNTED: question.counted, ESTIMATED: question.estimated, UNKNOWN: question.unknown}
    how = form.options(f"{question.id}.how", words)
    label = Text({language: " / ".join(text[language] for text in words.values()) for language in form.columns})
    constraint = Limits(lowest=question.minimum, highest=question.maximum).written()
    with form.group(f"{question.id}{NUMBER}", relevant=relevant):
        form.row("integer", question.id, question.text, question.hint, constraint=constraint)
        form.row(f"select_one {how}", f"{question.id}.how", label)


def add_checklist(form: FormBuilder, question: Checklist, relevant: str) -> None:
    """Add a question per line."""
    listed = form.options(question.id, option_texts(question.options))
    kind = f"{'select_multiple' if question.several else 'select_one'} {listed}"
    constraint = ticks(question.options) if question.several else ""
    with form.group(question.id, question.text, relevant=relevant):
        _hint(form, question)
        for line in question.lines:
            form.row(kind, f"{question.id}.{line.id}", line.text, constraint=constraint)


def add_ladder(form: FormBuilder, question: Ladder, relevant: str) -> None:
    """Add a question for now and one for what is needed."""
    listed = form.options(question.id, option_texts(question.steps))
    with form.group(question.id, question.text, relevant=relevant):
        _hint(form, question)
        for moment, text in (("now", question.now), ("needed", question.needed)):
            form.row(f"select_one {listed}", f"{question.id}.{moment}", text)


def add_role_cards(form: FormBuilder, question: RoleCards, relevant: str) -> None:
    """Add two questions per task, with every kind of organisation."""
    kinds = {kind.id: kind.name for kind in partner_kinds().values()} | {OTHER: question.other}
    own = {NOBODY: question.nobody, DONT_KNOW: question.dont_know}
    now = form.options(f"{question.id}.now", kinds | own)
    lead = form.options(f"{question.id}.lead", kinds | {DONT_KNOW: question.dont_know})
    constraint = Limits(alone=frozenset(own)).written()
    with form.group(question.id, question.text, relevant=relevant):
        _hint(form, question)
        for task in question.tasks:
            name = f"{question.id}.{task.id}"
            with form.group(name, task.text):
                form.row(f"select_multiple {now}", f"{name}.now", question.now, constraint=constraint)
                form.row(f"select_one {lead}", f"{name}.lead", question.lead)


def _hint(form: FormBuilder, question: Question) -> None:
    """Add the hint of a question that is a group; not every app shows the hint of a group."""
    if question.hint:
        form.row("note", f"{question.id}{HINT}", question.hint)


def ticks(options: Iterable[Tick], at_most: int | None = None) -> str:
    """Return the constraint on several choices."""
    return Limits(at_most=at_most, alone=alone(options)).written()


def option_texts(options: Iterable[Choice]) -> dict[str, Text]:
    """Return the label of each option by its id."""
    return {option.id: option.text for option in options}
