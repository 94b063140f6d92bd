"""Check, send in, thank, mirror, erase."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from questionnaires.definition import Page
from questionnaires.types.long_text import LongText
from reports.mirror import make_mirror
from survey import clock
from survey.access import access, config
from survey.asking.progress import PageState, Route, route, statements_answered
from survey.asking.reading_back import Line, read_back
from survey.database import looking, reading, writing
from survey.i18n import language
from survey.queries.visits import Visit
from survey.respond.about import about
from survey.respond.blueprint import blueprint
from survey.respond.intro import switch_language
from survey.respond.keeping import keeping
from survey.respond.offering import offer
from survey.respond.typing_over import draw_last_page
from survey.respond.visits import check_token, open_visit, to
from survey.services import answering, codes


@blueprint.get("/v/<token>/nakijken")
@access("personal_link")
def check(token: str) -> ResponseReturnValue:
    """List what is answered and what is open, before sending in."""
    return _draw_check(token)


@blueprint.post("/v/<token>/nakijken")
@access("personal_link")
def send_in(token: str) -> ResponseReturnValue:
    """Send the answers in; with statements open, ask once whether that is meant."""
    check_token(token)
    if request.form.get("lang"):
        switch_language(token, request.form["lang"])
        return to("respond.check", token)
    if request.form.get("go") != "sure" and _has_gaps(token):
        return to("respond.check", token, open="1")
    with writing() as session:
        is_sent = answering.send_in(session, token=token, key=config().instance_key, at=clock.now())
    return to("respond.thanks", token) if is_sent else (_draw_check(token, nothing_yet=True), 422)


@blueprint.get("/v/<token>/klaar")
@access("personal_link")
def thanks(token: str) -> ResponseReturnValue:
    """Thank for what was sent in, and hold up the person's own mirror."""
    visit = open_visit(token)
    if visit.sent_in_at_utc is None:
        return to("respond.intro", token)
    if visit.channel == "paper":
        return draw_last_page(token, visit)
    questionnaire = answering.questionnaire_of(visit)
    return render_template(
        "respond/thanks.html",
        token=token,
        visit=visit,
        keeping=keeping(token, language()),
        about=about(visit),
        profile=offer(visit),
        result_page=_result_page(visit),
        questionnaire_languages=questionnaire.languages,
        mirror=make_mirror(questionnaire, visit.answers, respondent=visit.respondent),
    )


@blueprint.post("/v/<token>/klaar")
@access("personal_link")
def thanks_language(token: str) -> ResponseReturnValue:
    """Switch the language of the thanks page."""
    check_token(token)
    switch_language(token, request.form.get("lang", ""))
    return to("respond.thanks", token)


@blueprint.post("/v/<token>/wissen")
@access("personal_link")
def erase(token: str) -> ResponseReturnValue:
    """Erase everything this person answered."""
    check_token(token)
    with writing() as session:
        answering.erase(session, token=token, key=config().instance_key, at=clock.now())
    return to("respond.intro", token, gewist="1")


def _result_page(visit: Visit) -> str:
    """Return where a meeting's result will be: behind its code. Where people are invited there is no such page."""
    if visit.plan or visit.channel != "meeting":
        return ""
    with reading() as session:
        token = codes.token_of_round(session, round_id=visit.round_id, purpose="meeting", key=config().instance_key)
    return url_for("respond.enter", token=token, taal=language()) if token else ""


def _has_gaps(token: str) -> bool:
    """Say whether something is answered and not sent in yet, with statements open."""
    with looking() as connection:
        visit = answering.find_visit(connection, token=token)
    if visit.is_closed or visit.sent_in_at_utc or not visit.has_answers:
        return False
    answered, statements = statements_answered(_way(visit), visit.answers)
    return answered < statements


def _way(visit: Visit) -> Route:
    return route(answering.questionnaire_of(visit), visit.answers, answering.facts_of(visit))


def _draw_check(token: str, *, nothing_yet: bool = False) -> str:
    visit = open_visit(token)
    questionnaire = answering.questionnaire_of(visit)
    way = _way(visit)
    answered, statements = statements_answered(way, visit.answers)
    states = way.states(visit.answers, visit.respondent)
    return render_template(
        "respond/check.html",
        token=token,
        visit=visit,
        keeping=keeping(token, language()),
        about=about(visit),
        profile=offer(visit),
        states=states,
        also_open=[state.page.title.in_language(visit.language) for state in states if _is_open_besides(state)],
        questionnaire=questionnaire,
        answered=answered,
        statements=statements,
        nothing_yet=nothing_yet,
        asks_sure=request.args.get("open") == "1" and answered < statements and not visit.sent_in_at_utc,
        words=_own_words(way, visit),
        lines=_in_words(way, visit) if request.args.get("alles") == "1" else [],
        questionnaire_languages=questionnaire.languages,
    )


def _is_open_besides(state: PageState) -> bool:
    """Whether something is open on a page without statements, which the number of open ones does not tell."""
    return not state.page.theme and any(not isinstance(question, LongText) for question in state.open)


def _in_words(way: Route, visit: Visit) -> list[tuple[Page, list[Line]]]:
    """Return every answer in words, but for own words, which are read with their tick."""
    pages = read_back(way, visit.answers, visit.respondent)
    shown = ((page, [line for line in lines if not isinstance(line.question, LongText)]) for page, lines in pages)
    return [(page, lines) for page, lines in shown if lines]


def _own_words(way: Route, visit: Visit) -> list[tuple[str, str, bool]]:
    """Return each own answer that is asked for, with its question and its tick, to read before sending in."""
    return [
        (question.wording(visit.respondent), answer["text"], answer["share"])
        for _, questions in way.asked
        for question in questions
        if isinstance(question, LongText) and (answer := visit.answers.get(question.id))
    ]
