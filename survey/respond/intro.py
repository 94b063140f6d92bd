"""The first page of a personal link: who asks, why, what happens with the answers, how long."""

from typing import Final

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from survey.access import access, config
from survey.asking.progress import route
from survey.database import reading, writing
from survey.group_names import group_names
from survey.i18n import language, use_language
from survey.queries import logos, rounds
from survey.queries.visits import Visit
from survey.respond.about import who_asks
from survey.respond.blueprint import blueprint
from survey.respond.code_cookie import kept_code, remember
from survey.respond.keeping import keeping
from survey.respond.offering import offer
from survey.respond.typing_over import draw_first_page
from survey.respond.visits import check_token, open_visit, to
from survey.services import answering, leaving, resuming
from survey.services.planning import can_be_shown, total_can_be_shown

#: How large, in pixels, the logo of who asks is drawn at most.
_LOGO_SPACE: Final = (160, 56)


@blueprint.get("/v/<token>")
@access("personal_link")
def intro(token: str) -> ResponseReturnValue:
    """Welcome a partner, or welcome them back."""
    visit = open_visit(token, may_begin=True)
    if resuming.is_untouched(visit):
        return offer_code(token, visit)
    return draw_intro(token, visit)


def offer_code(token: str, visit: Visit, *, problem: str = "", status: int = 200) -> ResponseReturnValue:
    """Draw the first page for who begins, and have the device keep the code that it gets when it does."""
    key, kept = config().instance_key, kept_code()
    if resuming.code_in(key, visit.invitation_id, kept) is None:
        kept = resuming.give_code(key, visit.invitation_id)
    use_language(visit.language)
    page = make_response(draw_intro(token, visit, problem=problem), status)
    return remember(page, token, visit, kept)


def draw_intro(token: str, visit: Visit, *, problem: str = "") -> str:
    """Draw the first page; ``problem``: why somebody could not begin."""
    questionnaire = answering.questionnaire_of(visit)
    way = route(questionnaire, visit.answers, answering.facts_of(visit))
    if visit.channel == "paper":
        return draw_first_page(token, visit, way.first_open(visit.answers))
    with reading() as session:
        invited = rounds.count_per_group(session, round_id=visit.round_id)
        logo = logos.find_logo_of_network(session, network_id=visit.network_id)
        has_left = visit.channel == "personal" and leaving.invitee(session, token=token).has_left
    return render_template(
        "respond/intro.html",
        token=token,
        visit=visit,
        keeping=keeping(token, language()),
        who_asks=who_asks(visit),
        logo=logo,
        has_left=has_left,
        logo_size=logo.within(*_LOGO_SPACE) if logo else None,
        profile=offer(visit),
        minutes=way.minutes_from(),
        next_page=way.first_open(visit.answers),
        invited=sum(invited.values()),
        groups=can_be_shown(visit.plan, invited),
        any_average=total_can_be_shown(invited),
        group_names=group_names(),
        questionnaire_languages=questionnaire.languages,
        erased=request.args.get("gewist") == "1",
        gives_code=resuming.is_untouched(visit),
        problem=problem,
    )


@blueprint.post("/v/<token>")
@access("personal_link")
def choose_language(token: str) -> ResponseReturnValue:
    """Switch the language of a personal link."""
    check_token(token, may_begin=True)
    switch_language(token, request.form.get("lang", ""))
    return to("respond.intro", token)


def switch_language(token: str, language: str) -> None:
    """Note the language somebody chose; every page's switch comes here."""
    with writing() as session:
        answering.choose_language(session, token=token, key=config().instance_key, language=language)
