"""The pages with questions: one view for every page of every questionnaire."""

from flask import request
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config
from survey.database import writing
from survey.i18n import use_language
from survey.respond.blueprint import blueprint
from survey.respond.drawing import draw_refused, draw_stored
from survey.respond.intro import switch_language
from survey.respond.progress import neighbours
from survey.respond.visits import check_token, open_visit, to
from survey.services import answering
from survey.services.answering import SavedPage


@blueprint.get("/v/<token>/<page_id>")
@access("personal_link")
def question_page(token: str, page_id: str) -> ResponseReturnValue:
    """Show one page, with what was answered."""
    visit = open_visit(token)
    page = answering.find_page(visit, page_id)
    return draw_stored(token, visit, page)


@blueprint.post("/v/<token>/<page_id>")
@access("personal_link")
def save_question_page(token: str, page_id: str) -> ResponseReturnValue:
    """Keep one page and go on; show it again when something on it cannot be kept."""
    check_token(token)
    form = request.form
    with writing() as session:
        saved = answering.save_page(
            session, token=token, key=config().instance_key, page_id=page_id, form=form.get, at=clock.now()
        )
    use_language(saved.visit.language)
    if not saved.reading.is_kept:
        return draw_refused(token, saved.visit, saved.page, saved.reading), 422
    if form.get("lang"):
        switch_language(token, form["lang"])
        return to("respond.question_page", token, page_id=page_id)
    return _go(token, saved, back=form.get("go") == "back")


def _go(token: str, saved: SavedPage, *, back: bool) -> ResponseReturnValue:
    before, after = neighbours(answering.questionnaire_of(saved.visit), saved.page)
    if back:
        return to("respond.question_page", token, page_id=before.id) if before else to("respond.intro", token)
    return to("respond.question_page", token, page_id=after.id) if after else to("respond.check", token)
