"""The questionnaires for advisers: what there is to choose from, and how each looks to a partner; nothing is kept."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from survey.access import access, person
from survey.database import reading
from survey.extensions import without_csrf
from survey.preview.pages import show_first, show_next
from survey.services import questionnaires as services

blueprint = Blueprint("questionnaires", __name__)


@blueprint.get("/vragenlijsten")
@access("adviser")
def list_available() -> ResponseReturnValue:
    """List what a round can ask."""
    return render_template("preview/questionnaires.html", questionnaires=_available())


@blueprint.get("/vragenlijsten/<questionnaire_id>")
@access("adviser")
def preview(questionnaire_id: str) -> ResponseReturnValue:
    """Show a questionnaire's first page as a partner sees it."""
    return show_first(_find(questionnaire_id), [])


@blueprint.post("/vragenlijsten/<questionnaire_id>")
@access("adviser")
@without_csrf  # nothing is kept of what is sent: it travels in the page, which is drawn as a partner's, without a token
def go_on(questionnaire_id: str) -> ResponseReturnValue:
    """Read the page that was filled in, and show the one that was asked for."""
    return show_next(_find(questionnaire_id), [])


def _find(questionnaire_id: str) -> Questionnaire:
    """Return the newest version of a questionnaire, if it is among those that somebody has to do with."""
    found = next((each for each in _available() if each.id == questionnaire_id), None)
    return found or abort(404)


def _available() -> list[Questionnaire]:
    if person().may("administrator"):  # who looks after all support organisations sees what any of them can choose
        return [catalogue.latest(name) for name in dict.fromkeys(name for name, _ in catalogue.catalogue())]
    with reading() as db_session:
        return services.list_available(db_session, support_organisation_id=person().support_organisation_id)
