"""Come in by a code: type six digits, or scan; then begin.

A meeting's code sets the one cookie that a partner ever gets, once it turned out right: it leads the same device back
to the same answers. Nothing is stored before somebody begins.
"""

from typing import Final

from flask import Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from questionnaires.showing import Facts
from survey import clock
from survey.access import access, config
from survey.asking.progress import route
from survey.clock import end_of
from survey.database import looking, writing
from survey.errors import CodeUnknown
from survey.i18n import language
from survey.logs import note_refusal
from survey.queries.codes import OpenCode
from survey.respond.blueprint import blueprint
from survey.respond.tries import count_wrong, is_refused, where
from survey.respond.typing_over import draw_helpers_page, take_up
from survey.respond.visits import to
from survey.services import codes, devices, entering, guessing
from survey.services.entering import Comer

_COOKIE: Final = "apparaat"
#: The field that people leave empty, as its label says, and machines do not.
_TRAP: Final = "website"


@blueprint.get("/meedoen")
@access("public")
def type_code() -> ResponseReturnValue:
    """Ask for the six digits of a code."""
    return _draw_digits()


@blueprint.post("/meedoen")
@access("public")
def open_code() -> ResponseReturnValue:
    """Lead on by the digits of a code; after too many wrong ones the right ones do not either."""
    typed = request.form.get("code", "")
    digits = codes.typed_digits(typed)
    if digits is None:
        return _draw_digits("incomplete", typed), 422
    if is_refused(guessing.CODES):
        return _draw_digits("too_often"), 429
    with looking() as connection:
        token = codes.find_token(connection, digits=digits, key=config().instance_key, at=clock.now())
    if token is None:
        count_wrong(guessing.CODES)
        return _draw_digits("wrong", typed), 422
    return redirect(url_for("respond.enter", token=token, taal=language()), 303)


@blueprint.get("/meedoen/<token>")
@access("round_code")
def enter(token: str) -> ResponseReturnValue:
    """Tell what this code is for, before anything is stored."""
    try:
        code = _find(token)
    except CodeUnknown:
        return _lead_to_result(token)
    return draw_helpers_page(token, code) if code.purpose == "paper" else _draw_meeting(token, code)


@blueprint.post("/meedoen/<token>")
@access("round_code")
def begin(token: str) -> ResponseReturnValue:
    """Begin to answer, or to type over; a helper can also take up a form by its number."""
    code = _find(token)
    if request.form.get(_TRAP):
        note_refusal("filled in what people leave empty")
        return redirect(url_for("public.start"), 303)
    if code.purpose == "paper" and "number" in request.form:
        return take_up(token, code, request.form["number"])
    device = _device() if code.purpose == "meeting" else None
    if code.purpose == "meeting" and device is None:
        return _draw_meeting(token, code, problem="no_cookie"), 422
    return _begin(token, device)


def _begin(token: str, device: str | None) -> ResponseReturnValue:
    with writing() as session:
        entry = entering.begin(
            session, token=token, comer=Comer(where(), language(), device), key=config().instance_key, at=clock.now()
        )
    return to("respond.thanks" if entry.is_sent_in else "respond.intro", entry.token)


def _find(token: str) -> OpenCode:
    with looking() as connection:
        return codes.find_code(connection, token=token)


def _lead_to_result(token: str) -> ResponseReturnValue:
    """Lead who was in a meeting to its result, by the code that they have; it is made within seconds.

    Raises
    ------
    CodeUnknown
        When the code is of no such meeting.
    """
    with looking() as connection:
        result = codes.result_of(connection, token=token, key=config().instance_key)
    if result is None:
        raise CodeUnknown
    if result.report_token is not None:
        return redirect(url_for("respond.report", token=result.report_token, taal=language()), 303)
    response = make_response(render_template("respond/result_soon.html"))
    response.headers["Refresh"] = "5"
    return response


def _draw_digits(problem: str = "", typed: str = "") -> str:
    return render_template("respond/enter_code.html", problem=problem, typed=typed[:20])


def _draw_meeting(token: str, code: OpenCode, *, problem: str = "") -> Response:
    """Draw the page behind a meeting's code, and give the device its cookie."""
    device = _device()
    has_begun = device is not None and _has_begun(code, device)
    if codes.is_over(code, clock.now()) and not has_begun:
        raise CodeUnknown
    page = render_template(
        "respond/enter_meeting.html",
        token=token,
        code=code,
        has_begun=has_begun,
        minutes=_minutes(code),
        problem=problem,
    )
    response = make_response(page)
    response.set_cookie(
        _COOKIE,
        device or devices.give_name(config().instance_key),
        expires=end_of(code.closes_on),
        path=url_for("respond.type_code"),
        secure=not config().is_demo,
        httponly=True,
        samesite="Lax",
    )
    return response


def _minutes(code: OpenCode) -> int:
    """Return about how long it takes somebody of whom we do not know the organisation."""
    questionnaire = entering.questionnaire_of(code)
    blocks = tuple(block.id for block in questionnaire.blocks)
    return route(questionnaire, {}, Facts(None, code.round_number, blocks)).minutes_from()


def _has_begun(code: OpenCode, device: str) -> bool:
    with looking() as connection:
        return entering.find_entry(connection, code=code, device=device, key=config().instance_key) is not None


def _device() -> str | None:
    """Return what this device's cookie says, if it is one that we gave out."""
    kept = request.cookies.get(_COOKIE, "")
    return kept if devices.is_given(config().instance_key, kept) else None
