"""Type over paper forms: the helper's page, and the first and last page of one form."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from questionnaires.definition import Page
from survey import clock
from survey.access import config
from survey.database import looking, reading
from survey.queries.codes import OpenCode
from survey.queries.visits import Visit
from survey.respond.tries import count_wrong, is_refused
from survey.respond.visits import to
from survey.services import answering, codes, entering, guessing


def draw_helpers_page(token: str, code: OpenCode, *, problem: str = "", typed: str = "") -> str:
    """Tell a helper what to do, and ask for the number of a form that was typed over before."""
    is_over = codes.is_over(code, clock.now())
    return render_template(
        "respond/enter_paper.html", token=token, code=code, is_over=is_over, problem=problem, typed=typed
    )


def take_up(token: str, code: OpenCode, typed: str) -> ResponseReturnValue:
    """Lead a helper back to a form, by the number that is written on the paper."""
    if is_refused(guessing.FORMS):
        return draw_helpers_page(token, code, problem="too_often"), 429
    number = codes.typed_digits(typed, entering.FORM_DIGITS)
    if number is not None:
        with looking() as connection:
            form = entering.find_form(connection, code=code, number=number, key=config().instance_key)
        if form is not None:
            return to("respond.intro", form.token)
        count_wrong(guessing.FORMS)
    return draw_helpers_page(token, code, problem="wrong", typed=typed[:20]), 422


def draw_first_page(token: str, visit: Visit, next_page: Page | None) -> str:
    """Begin with one form, or go on with it."""
    return _draw(
        "respond/paper_intro.html", token, visit, next_page=next_page, erased=request.args.get("gewist") == "1"
    )


def draw_last_page(token: str, visit: Visit) -> str:
    """Say that one form was typed over, and lead on to the next; a helper gets nobody's mirror."""
    return _draw("respond/paper_thanks.html", token, visit)


def _draw(template: str, token: str, visit: Visit, **more: object) -> str:
    key = config().instance_key
    with reading() as session:
        code = codes.token_of_round(session, round_id=visit.round_id, purpose="paper", key=key)
    return render_template(
        template,
        token=token,
        visit=visit,
        number=entering.form_number(key, token),
        helpers_page=url_for("respond.enter", token=code) if code else "",
        questionnaire_languages=answering.questionnaire_of(visit).languages,
        **more,
    )
