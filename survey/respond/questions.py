"""The pages with questions: one view for every page of every questionnaire."""

from collections.abc import Mapping

from flask import render_template, request
from flask.typing import ResponseReturnValue

from questionnaires.definition import Page
from questionnaires.types.base import Answer
from survey import clock
from survey.access import access, config
from survey.database import writing
from survey.i18n import use_language
from survey.queries.visits import Visit
from survey.respond.blueprint import blueprint
from survey.respond.cards import page_cards, page_fields
from survey.respond.intro import switch_language
from survey.respond.progress import minutes_from, neighbours
from survey.respond.visits import check_token, open_visit, to
from survey.services import answering
from survey.services.answering import SavedPage
from survey.services.page_reading import PageReading, fingerprint


@blueprint.get("/v/<token>/<page_id>")
@access("personal_link")
def question_page(token: str, page_id: str) -> ResponseReturnValue:
    """Show one page, with what was answered."""
    visit = open_visit(token)
    page = answering.find_page(visit, page_id)
    return _draw(token, visit, page, visit.answers)


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
        return _draw(token, saved.visit, saved.page, saved.reading.shown, saved.reading), 422
    if form.get("lang"):
        switch_language(token, form["lang"])
        return to("respond.question_page", token, page_id=page_id)
    return _go(token, saved, back=form.get("go") == "back")


def _go(token: str, saved: SavedPage, *, back: bool) -> ResponseReturnValue:
    before, after = neighbours(answering.questionnaire_of(saved.visit), saved.page)
    if back:
        return to("respond.question_page", token, page_id=before.id) if before else to("respond.intro", token)
    return to("respond.question_page", token, page_id=after.id) if after else to("respond.check", token)


def _draw(
    token: str, visit: Visit, page: Page, shown: Mapping[str, Answer], reading: PageReading | None = None
) -> str:  # fmt: skip
    questionnaire = answering.questionnaire_of(visit)
    before, _ = neighbours(questionnaire, page)
    prepared = (questionnaire.id, questionnaire.version, page.id, visit.language, visit.kind)
    stored = visit.answers if reading is None else visit.answers | reading.answers
    return render_template(
        "respond/page.html",
        token=token,
        visit=visit,
        page=page,
        questionnaire_languages=questionnaire.languages,
        fields=page_fields(*prepared),
        cards=page_cards(*prepared),
        shown=shown,
        reading=reading,
        basis=fingerprint(page, stored),
        number=questionnaire.pages.index(page) + 1,
        pages=len(questionnaire.pages),
        themes=len(questionnaire.themes),
        minutes=minutes_from(questionnaire, page),
        before=before,
    )
