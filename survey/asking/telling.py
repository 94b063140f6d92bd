"""Tell a page's script what became of the choices that it sent, in words that it only has to put in their place."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from flask import current_app

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Question
from questionnaires.types.parts import Problem
from survey import clock
from survey.asking.drawing import views
from survey.i18n import _, clock_time
from survey.services.sheets import Kept, moment


def told(kept: Kept, respondent: Respondent, *, kept_at: datetime | None) -> dict[str, Any]:
    """Return when it was kept, how the page is now, what arrived, what was refused and why, what changed elsewhere."""
    return {
        "saved": _("Saved at %(time)s", time=clock_time(kept_at)) if kept_at else "",
        "basis": kept.basis,
        "now": moment(clock.now()),
        "heard": list(kept.heard),
        "kept": list(kept.newest),
        "wrong": dict(_refused(kept, respondent)),
        "elsewhere": list(_elsewhere(kept, respondent)),
    }


def _refused(kept: Kept, respondent: Respondent) -> Iterator[tuple[str, str]]:
    known = {view.name: view for view in _all(views(kept.page, respondent))}
    for name, problem in kept.reading.problems.items():
        unit = name if name in known else name.rpartition(".")[0]
        yield unit, _sentence(problem, known.get(unit))


def _all(found: tuple[FieldView, ...]) -> Iterator[FieldView]:
    for view in found:
        yield view
        yield from _all(view.parts)


def _sentence(problem: Problem, view: FieldView | None) -> str:
    macros: Any = current_app.jinja_env.get_template("macros/fields.html").module
    return " ".join(str(macros.problem_sentence(problem, view)).split())


def _elsewhere(kept: Kept, respondent: Respondent) -> Iterator[dict[str, Any]]:
    for question in kept.page.questions:
        if question.id in kept.reading.changed:
            answer = kept.reading.changed[question.id]
            yield {
                "question": question.id,
                "sentence": _changed(kept, question, respondent),
                "replaced": question.id in kept.replaced,
                "fields": {name: list(values) for name, values in question.posted(answer, respondent).items()},
            }


def _changed(kept: Kept, question: Question, respondent: Respondent) -> str:
    """Say what was answered elsewhere: it stays, or what was chosen here took its place."""
    if question.id in kept.replaced:
        said = question.read_back(kept.replaced[question.id], respondent) or _("nothing")
        return _("Elsewhere you had answered: %(answer)s. What you chose here is kept now.", answer=said)
    said = question.read_back(kept.reading.changed[question.id], respondent) or _("nothing")
    return _("You answered this elsewhere in the meantime: %(answer)s.", answer=said)
