"""The pages with questions: one view for every page of every questionnaire."""

from flask import request
from flask.typing import ResponseReturnValue

from questionnaires.types.parts import CLEAR
from survey import clock
from survey.access import access, config
from survey.asking.progress import route
from survey.database import writing
from survey.i18n import use_language
from survey.respond.blueprint import blueprint
from survey.respond.drawing import draw_refused, draw_stored
from survey.respond.intro import switch_language
from survey.respond.visits import check_token, open_visit, to
from survey.services import answering
from survey.services.answering import SavedPage


@blueprint.get("/v/<token>/<page_id>")
@access("personal_link")
def question_page(token: str, page_id: str) -> ResponseReturnValue:
    """Show one page, with what was answered."""
    visit = open_visit(token)
    page = answering.find_page(visit, page_id)
    return draw_stored(token, visit, page, has_more=request.args.get("meer") == "1")


@blueprint.post("/v/<token>/<page_id>")
@access("personal_link")
def save_question_page(token: str, page_id: str) -> ResponseReturnValue:
    """Keep one page and go on; show it again when something on it cannot be kept."""
    check_token(token)
    form = request.form
    with writing() as session:
        saved = answering.save_page(
            session, token=token, key=config().instance_key, page_id=page_id, form=form, at=clock.now()
        )
    use_language(saved.visit.language)
    if not saved.reading.is_kept:
        return draw_refused(token, saved.visit, saved.page, saved.reading), 422
    if form.get(CLEAR):
        return to("respond.question_page", token, page_id=page_id, _anchor=form[CLEAR])
    if form.get("lang"):
        switch_language(token, form["lang"])
        return to("respond.question_page", token, page_id=page_id)
    is_live = form.get("live") == "1"  # the script showed what these answers bring up already
    if saved.revealed and not is_live:
        return to("respond.question_page", token, page_id=page_id, meer="1", _anchor=saved.revealed[0])
    return _go(token, saved, back=form.get("go") == "back")


def _go(token: str, saved: SavedPage, *, back: bool) -> ResponseReturnValue:
    answers = saved.visit.answers | saved.reading.answers
    way = route(answering.questionnaire_of(saved.visit), answers, answering.facts_of(saved.visit))
    before, after = way.neighbours(saved.page)
    if back:
        return to("respond.question_page", token, page_id=before.id) if before else to("respond.intro", token)
    return to("respond.question_page", token, page_id=after.id) if after else to("respond.check", token)
