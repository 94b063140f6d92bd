"""On behalf of the organisation: an overview, and its pages one by one, open to all its people who sent in."""

import logging

from flask import jsonify, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import OperationalError
from werkzeug.wrappers import Response

from questionnaires.types.parts import CLEAR
from survey import clock
from survey.access import access, config
from survey.asking.progress import Route, route
from survey.asking.reading_back import read_back
from survey.asking.telling import told
from survey.database import reading, writing
from survey.errors import OwnPartFirst
from survey.i18n import LANGUAGES, language, use_language
from survey.respond.about import about
from survey.respond.blueprint import blueprint
from survey.respond.intro import switch_language
from survey.respond.keeping import keeping
from survey.respond.organisation_drawing import draw_refused_profile, draw_stored_profile, draw_unsaved_profile
from survey.respond.posting import is_by_script, led, once_more, place_on, posted
from survey.respond.visits import check_token, open_visit, to
from survey.services import answering, profiles
from survey.services.profiles import OwnProfile, SavedProfilePage

_logger = logging.getLogger("netwerkspiegel")


@blueprint.get("/v/<token>/organisatie")
@access("personal_link")
def organisation(token: str) -> ResponseReturnValue:
    """Say what an organisation is asked on its own behalf, and how far its people are."""
    profile = _open_profile(token)
    way = _route(profile)
    reads = profile.respondent.language
    return render_template(
        "respond/organisation.html",
        token=token,
        visit=profile.visit,
        keeping=keeping(token, language()),
        about=about(profile.visit),
        row=profile.row,
        minutes=way.minutes_from(),
        states=way.states(profile.answers, profile.respondent),
        next_page=way.first_open(profile.answers),
        reads=reads,
        foreign=reads if reads not in LANGUAGES else None,
        lines=read_back(way, profile.answers, profile.respondent) if request.args.get("alles") == "1" else [],
        questionnaire_languages=profile.questionnaire.languages,
        has_answers=any(answer is not None for answer in profile.answers.values()),
        erased=request.args.get("gewist") == "1",
    )


@blueprint.post("/v/<token>/organisatie")
@access("personal_link")
def organisation_language(token: str) -> ResponseReturnValue:
    """Switch the language of the overview."""
    check_token(token)
    switch_language(token, request.form.get("lang", ""))
    return to("respond.organisation", token)


@blueprint.post("/v/<token>/organisatie/wissen")
@access("personal_link")
def erase_organisation(token: str) -> ResponseReturnValue:
    """Erase everything that was said on behalf of the organisation."""
    check_token(token)
    with writing() as session:
        profiles.erase(session, token=token, key=config().instance_key, at=clock.now())
    return to("respond.organisation", token, gewist="1")


@blueprint.get("/v/<token>/organisatie/<page_id>")
@access("personal_link")
def organisation_page(token: str, page_id: str) -> ResponseReturnValue:
    """Show one page of the profile, with what was answered by whoever of the organisation."""
    profile = _open_profile(token)
    page = profile.page(page_id)
    return draw_stored_profile(token, profile, page, has_more=request.args.get("meer") == "1")


@blueprint.post("/v/<token>/organisatie/<page_id>")
@access("personal_link")
def save_organisation_page(token: str, page_id: str) -> ResponseReturnValue:
    """Keep one page of the profile and go on; show it again when something on it cannot be kept."""
    check_token(token)
    form = posted()
    try:
        with writing() as session:
            saved = profiles.save_page(
                session, token=token, key=config().instance_key, page_id=page_id, form=form, at=clock.now()
            )
    except OperationalError as error:
        return _show_unsaved(token, page_id, error)
    use_language(saved.profile.visit.language)
    if not saved.kept.reading.is_kept:
        return once_more() if is_by_script() else (_refused(token, saved), 422)
    return led(_where_to(token, saved))


@blueprint.post("/v/<token>/organisatie/<page_id>/bewaar")
@access("personal_link")
def keep_organisation_choices(token: str, page_id: str) -> ResponseReturnValue:
    """Keep choices as they are made, for the page's script."""
    check_token(token)
    form = posted()
    with writing() as session:
        saved = profiles.save_choices(
            session, token=token, key=config().instance_key, page_id=page_id, form=form, at=clock.now()
        )
    use_language(saved.profile.visit.language)
    if saved.kept.strange:
        _logger.info("Choices that belong nowhere on their page: %d.", saved.kept.strange)
    return jsonify(told(saved.kept, saved.profile.respondent, kept_at=saved.profile.row.kept_at_utc))


@blueprint.errorhandler(OwnPartFirst)
def own_part_first(error: OwnPartFirst) -> ResponseReturnValue:
    """Say kindly that the own part comes first, and lead there."""
    token = (request.view_args or {})["token"]
    visit = open_visit(token)
    page = render_template(
        "respond/own_part_first.html",
        token=token,
        visit=visit,
        about=about(visit),
        questionnaire_languages=answering.questionnaire_of(visit).languages,
    )
    return page, 403


def _open_profile(token: str) -> OwnProfile:
    visit = open_visit(token)
    with reading() as session:
        return profiles.open_profile(session, visit=visit)


def _refused(token: str, saved: SavedProfilePage) -> str:
    return draw_refused_profile(token, saved.profile, saved.kept.page, saved.kept.reading)


def _show_unsaved(token: str, page_id: str, error: OperationalError) -> ResponseReturnValue:
    """Show a page as it was typed, because it could not be written; what can be read still can."""
    _logger.error("A page could not be saved: %s", error.orig)
    profile = _open_profile(token)
    return draw_unsaved_profile(token, profile, profile.page(page_id), request.form), 503


def _route(profile: OwnProfile) -> Route:
    return route(profile.questionnaire, profile.answers, profile.sheet.facts)


def _where_to(token: str, saved: SavedProfilePage) -> Response:
    form, page = request.form, saved.kept.page
    here = {"endpoint": "respond.organisation_page", "token": token, "page_id": page.id}
    if form.get(CLEAR):
        return to(**here, _anchor=form[CLEAR])
    if form.get("lang"):
        switch_language(token, form["lang"])
        return to(**here, _anchor=place_on(page))
    is_live = form.get("live") == "1"  # the script showed what these answers bring up already
    if saved.kept.revealed and not is_live:
        return to(**here, meer="1", _anchor=saved.kept.revealed[0])
    before, after = _route(saved.profile).neighbours(page)
    there = {"back": before, "check": None}.get(form.get("go", ""), after)
    return to("respond.organisation_page", token, page_id=there.id) if there else to("respond.organisation", token)
