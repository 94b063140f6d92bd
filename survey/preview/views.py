"""The pages of a preview of one file, for who writes it."""

from typing import cast

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from questionnaires.definition import Questionnaire
from questionnaires.mistakes import Mistake
from survey.access import access
from survey.preview.pages import show_first, show_next
from survey.preview.source import Source

blueprint = Blueprint("preview", __name__)


@blueprint.get("/")
@access("public")
def begin() -> ResponseReturnValue:
    """Show the first page, as the address asks for it."""
    questionnaire, said = _source()
    return show_first(questionnaire, said) if questionnaire else _mistakes(said)


@blueprint.post("/")
@access("public")
def go_on() -> ResponseReturnValue:
    """Read the page that was filled in, and show the one that was asked for."""
    questionnaire, said = _source()
    return show_next(questionnaire, said) if questionnaire else _mistakes(said)


def _source() -> tuple[Questionnaire | None, list[Mistake]]:
    return cast(Source, current_app.extensions["preview"]).read()


def _mistakes(said: list[Mistake]) -> ResponseReturnValue:
    return render_template("preview/mistakes.html", said=said), 422
