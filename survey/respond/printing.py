"""Print the questionnaire of a personal link, to fill in with a pen."""

from flask.typing import ResponseReturnValue

from reports.forms.paper import paper as typeset
from survey.access import access
from survey.documents import send_document
from survey.respond.blueprint import blueprint
from survey.respond.visits import open_visit
from survey.services.printing import form_of_visit


@blueprint.get("/v/<token>/papier.pdf")
@access("personal_link")
def paper(token: str) -> ResponseReturnValue:
    """Send the round's questionnaire as a form on paper; nothing on it is of this person."""
    form = form_of_visit(open_visit(token, may_begin=True))
    return send_document(lambda: typeset(form), title=form.title)
