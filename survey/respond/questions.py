"""The pages with questions: one view for every page of every questionnaire, and one for choices as they are made."""

import logging

from flask import jsonify, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import OperationalError
from werkzeug.wrappers import Response

from questionnaires.types.parts import CLEAR
from survey import clock
from survey.access import access, config
from survey.asking.progress import route
from survey.asking.telling import told
from survey.database import writing
from survey.i18n import use_language
from survey.respond.blueprint import blueprint
from survey.respond.drawing import draw_refused, draw_stored, draw_unsaved
from survey.respond.intro import switch_language
from survey.respond.posting import is_by_script, led, once_more, place_on, posted
from survey.respond.visits import check_token, open_visit, to
from survey.services import answering
from survey.services.answering import SavedPage

_logger = logging.getLogger("netwerkspiegel")


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
    form = posted()
    try:
        with writing() as session:
            saved = answering.save_page(
                session, token=token, key=config().instance_key, page_id=page_id, form=form, at=clock.now()
            )
    except OperationalError as error:
        return _show_unsaved(token, page_id, error)
    use_language(saved.visit.language)
    if not saved.kept.reading.is_kept:
        return once_more() if is_by_script() else (_refused(token, saved), 422)
    return led(_where_to(token, saved))


@blueprint.post("/v/<token>/<page_id>/bewaar")
@access("personal_link")
def keep_choices(token: str, page_id: str) -> ResponseReturnValue:
    """Keep choices as they are made, for the page's script."""
    check_token(token)
    form = posted()
    with writing() as session:
        saved = answering.save_choices(
            session, token=token, key=config().instance_key, page_id=page_id, form=form, at=clock.now()
        )
    use_language(saved.visit.language)
    if saved.kept.strange:
        _logger.info("Choices that belong nowhere on their page: %d.", saved.kept.strange)
    return jsonify(told(saved.kept, saved.visit.respondent, kept_at=saved.visit.kept_at_utc))


def _refused(token: str, saved: SavedPage) -> str:
    return draw_refused(token, saved.visit, saved.kept.page, saved.kept.reading)


def _show_unsaved(token: str, page_id: str, error: OperationalError) -> ResponseReturnValue:
    """Show a page as it was typed, because it could not be written; what can be read still can."""
    _logger.error("A page could not be saved: %s", error.orig)
    visit = open_visit(token)
    page = answering.find_page(visit, page_id)
    return draw_unsaved(token, visit, page, request.form), 503


def _where_to(token: str, saved: SavedPage) -> Response:
    form, page_id = request.form, saved.kept.page.id
    if form.get(CLEAR):
        return to("respond.question_page", token, page_id=page_id, _anchor=form[CLEAR])
    if form.get("lang"):
        switch_language(token, form["lang"])
        return to("respond.question_page", token, page_id=page_id, _anchor=place_on(saved.kept.page))
    is_live = form.get("live") == "1"  # the script showed what these answers bring up already
    if saved.kept.revealed and not is_live:
        return to("respond.question_page", token, page_id=page_id, meer="1", _anchor=saved.kept.revealed[0])
    return to("respond.check", token) if form.get("go") == "check" else _go(token, saved, back=form.get("go") == "back")


def _go(token: str, saved: SavedPage, *, back: bool) -> Response:
    way = route(answering.questionnaire_of(saved.visit), saved.kept.answers, answering.facts_of(saved.visit))
    before, after = way.neighbours(saved.kept.page)
    if back:
        return to("respond.question_page", token, page_id=before.id) if before else to("respond.intro", token)
    return to("respond.question_page", token, page_id=after.id) if after else to("respond.check", token)
