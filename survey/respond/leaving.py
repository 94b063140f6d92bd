"""Not taking part: asked once, done by a post only, whether by a person or by a mail program."""

from typing import Final

from flask import render_template, request
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access
from survey.database import reading, writing
from survey.i18n import use_language
from survey.respond.blueprint import blueprint
from survey.respond.visits import check_link, to
from survey.services import answering, leaving

#: What a mail program posts whose reader clicked "unsubscribe" (RFC 8058); it follows no redirect.
_ONE_CLICK: Final = ("List-Unsubscribe", "One-Click")


@blueprint.get("/v/<token>/afmelden")
@access("personal_link")
def ask_to_leave(token: str) -> ResponseReturnValue:
    """Ask whether somebody does not take part, or say what that means once it was said.

    The page never says whether something was sent in: who looks over a shoulder cannot tell. So it also needs no code
    where the link went through the hands of staff: whoever holds a letter can say no.
    """
    return _draw(token)


@blueprint.post("/v/<token>/afmelden")
@access("personal_link")
def leave(token: str) -> ResponseReturnValue:
    """Note that somebody does not take part."""
    check_link(token)
    name, value = _ONE_CLICK
    is_by_program = request.form.get(name) == value
    if is_by_program or request.form.get("go") == "leave":
        with writing() as session:
            leaving.leave(session, token=token, at=clock.now())
    return _draw(token) if is_by_program else to("respond.ask_to_leave", token)


def _draw(token: str) -> str:
    check_link(token)
    with reading() as session:
        invitee = leaving.invitee(session, token=token)
        visit = answering.find_visit(session, token=token)
    use_language(visit.language)
    return render_template("respond/leave.html", token=token, visit=visit, invitee=invitee)
