"""The questionnaires of this installation, for administrators; choosing them is on a support organisation's page."""

from flask import render_template
from flask.typing import ResponseReturnValue

from survey.access import access
from survey.administer.blueprint import blueprint
from survey.database import reading
from survey.services import questionnaires as services


@blueprint.get("/beheer/vragenlijsten")
@access("administrator")
def list_questionnaires() -> ResponseReturnValue:
    """List every version of every questionnaire, and who can choose it."""
    with reading() as db_session:
        known = services.list_known(db_session)
    return render_template("administer/questionnaires.html", known=known)
