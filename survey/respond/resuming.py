"""The code of a link that passed through the hands of staff: given at the start, asked on another device."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from survey.access import access, config
from survey.database import looking, writing
from survey.errors import ResumeCodeWanted
from survey.i18n import LANGUAGES, use_language
from survey.queries.visits import Visit
from survey.respond.about import about
from survey.respond.blueprint import blueprint
from survey.respond.code_cookie import kept_code, remember
from survey.respond.intro import offer_code
from survey.respond.tries import count_wrong, is_refused
from survey.respond.visits import check_link, open_visit, to
from survey.services import answering, codes, resuming


@blueprint.get("/v/<token>/code")
@access("personal_link")
def show_code(token: str) -> ResponseReturnValue:
    """Show the code to the device that has it; another one is asked for it."""
    visit = open_visit(token)
    if not visit.through_staff:
        return to("respond.intro", token)
    code = resuming.code_in(_key(), visit.invitation_id, kept_code())
    return render_template("respond/own_code.html", token=token, visit=visit, code=code, about=about(visit))


@blueprint.post("/v/<token>/code")
@access("personal_link")
def take_code(token: str) -> ResponseReturnValue:
    """Begin by a link that nobody began by; or open it on another device with its code."""
    check_link(token)
    if request.form.get("go") == "begin":
        return _begin(token)
    visit = _find(token)
    if visit.is_closed or not visit.through_staff:
        return to("respond.intro", token)
    guessing = resuming.guessing_of(visit)
    if is_refused(guessing):
        return _ask(token, visit, problem="too_often"), 429
    typed = request.form.get("code", "")
    digits = codes.typed_digits(typed, resuming.DIGITS)
    if digits is None:
        return _ask(token, visit, problem="incomplete", typed=typed), 422
    if not resuming.is_right(_key(), visit.invitation_id, visit.resume_hash, digits):
        count_wrong(guessing)
        return _ask(token, visit, problem="wrong", typed=typed), 422
    return remember(to("respond.intro", token), token, visit, resuming.sign(_key(), visit.invitation_id, digits))


@blueprint.errorhandler(ResumeCodeWanted)
def ask_for_code(error: ResumeCodeWanted) -> ResponseReturnValue:
    """Ask for the code before anything is shown or kept; where nobody began, lead to the beginning."""
    token = (request.view_args or {})["token"]
    visit = _find(token)
    if resuming.is_untouched(visit):
        return to("respond.intro", token)
    return _ask(token, visit, problem="not_kept" if request.method == "POST" else ""), 403


def _begin(token: str) -> ResponseReturnValue:
    visit = _find(token)
    kept = kept_code()
    if resuming.is_untouched(visit) and resuming.code_in(_key(), visit.invitation_id, kept) is None:
        return offer_code(token, visit, problem="no_cookie", status=422)
    with writing() as session:
        resuming.begin(session, token=token, kept=kept, key=_key())
    return to("respond.show_code", token)


def _ask(token: str, visit: Visit, *, problem: str = "", typed: str = "") -> str:
    asked = request.args.get("taal", "")
    use_language(asked if asked in LANGUAGES else visit.language)
    return render_template(
        "respond/resume.html", token=token, visit=visit, problem=problem, typed=typed[:20], about=about(visit)
    )


def _find(token: str) -> Visit:
    with looking() as connection:
        return answering.find_visit(connection, token=token)


def _key() -> bytes:
    return config().instance_key
