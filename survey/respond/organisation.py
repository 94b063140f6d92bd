"""On behalf of the organisation: an overview, and its pages one by one, open to all its people who sent in."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from questionnaires.types.parts import CLEAR
from survey import clock
from survey.access import access, config
from survey.asking.progress import Route, route
from survey.asking.reading_back import read_back
from survey.database import reading, writing
from survey.errors import OwnPartFirst
from survey.i18n import LANGUAGES, use_language
from survey.respond.blueprint import blueprint
from survey.respond.intro import switch_language
from survey.respond.organisation_drawing import draw_refused_profile, draw_stored_profile
from survey.respond.visits import check_token, open_visit, to
from survey.services import profiles
from survey.services.profiles import OwnProfile, SavedProfilePage


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
        row=profile.row,
        minutes=way.minutes_from(),
        states=way.states(profile.answers, profile.respondent),
        next_page=way.first_open(profile.answers),
        reads=reads,
        foreign=reads if reads not in LANGUAGES else None,
        lines=read_back(way, profile.answers, profile.respondent) if request.args.get("alles") == "1" else [],
        questionnaire_languages=profile.questionnaire.languages,
    )


@blueprint.post("/v/<token>/organisatie")
@access("personal_link")
def organisation_language(token: str) -> ResponseReturnValue:
    """Switch the language of the overview."""
    check_token(token)
    switch_language(token, request.form.get("lang", ""))
    return to("respond.organisation", token)


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
    form = request.form
    with writing() as session:
        saved = profiles.save_page(
            session, token=token, key=config().instance_key, page_id=page_id, form=form, at=clock.now()
        )
    use_language(saved.profile.visit.language)
    if not saved.reading.is_kept:
        return draw_refused_profile(token, saved.profile, saved.page, saved.reading), 422
    if form.get(CLEAR):
        return to("respond.organisation_page", token, page_id=page_id, _anchor=form[CLEAR])
    if form.get("lang"):
        switch_language(token, form["lang"])
        return to("respond.organisation_page", token, page_id=page_id)
    is_live = form.get("live") == "1"  # the script showed what these answers bring up already
    if saved.revealed and not is_live:
        return to("respond.organisation_page", token, page_id=page_id, meer="1", _anchor=saved.revealed[0])
    return _go(token, saved, back=form.get("go") == "back")


@blueprint.errorhandler(OwnPartFirst)
def own_part_first(error: OwnPartFirst) -> ResponseReturnValue:
    """Say kindly that the own part comes first, and lead there."""
    token = (request.view_args or {})["token"]
    return render_template("respond/own_part_first.html", token=token, visit=open_visit(token)), 403


def _open_profile(token: str) -> OwnProfile:
    visit = open_visit(token)
    with reading() as session:
        return profiles.open_profile(session, visit=visit)


def _route(profile: OwnProfile) -> Route:
    return route(profile.questionnaire, profile.answers, profile.facts)


def _go(token: str, saved: SavedProfilePage, *, back: bool) -> ResponseReturnValue:
    before, after = _route(saved.profile).neighbours(saved.page)
    there = before if back else after
    return to("respond.organisation_page", token, page_id=there.id) if there else to("respond.organisation", token)
