"""One's own account: an overview, the details, the password, and where one is signed in."""

from typing import Any
from uuid import UUID

from flask import abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import SESSION_LASTS, access, actor, person
from survey.account import here
from survey.account.blueprint import blueprint
from survey.account.forms import ButtonForm, DetailsForm, NewPasswordForm
from survey.account.recent import recently_signed_in
from survey.database import reading, writing
from survey.i18n import _, use_language
from survey.queries import accounts as queries
from survey.services import own_account, passwords


@blueprint.get("/account")
@access("signed_in")
def overview() -> ResponseReturnValue:
    """Show who somebody is here, and by which ways in."""
    with reading() as session:
        account = here.own(session)
        passkeys = queries.list_passkeys(session, account_id=account.id)
        sessions = queries.list_sessions(session, account_id=account.id, begun_after=clock.now() - SESSION_LASTS)
    return render_template("account/overview.html", account=account, passkeys=passkeys, sessions=sessions)


@blueprint.get("/account/gegevens")
@access("signed_in")
def details() -> ResponseReturnValue:
    """Show the own name and language, to change."""
    with reading() as session:
        account = here.own(session)
    return _draw_details(DetailsForm(obj=account))


@blueprint.post("/account/gegevens")
@access("signed_in")
def save_details() -> ResponseReturnValue:
    """Change the own name and language."""
    form: Any = DetailsForm()
    if not form.validate():
        return _draw_details(form), 422
    changed = {each: form[each].data for each in ("name", "language", *_own_mails())}
    with writing() as session:
        own_account.change_details(session, here.own(session), changed, by=actor(), at=clock.now())
    use_language(changed["language"])
    return _back(_("Your details are saved."))


@blueprint.get("/account/wachtwoord")
@access("signed_in")
@recently_signed_in
def password() -> ResponseReturnValue:
    """Ask for another password."""
    return render_template("account/password.html", form=NewPasswordForm(), address=_address())


@blueprint.post("/account/wachtwoord")
@access("signed_in")
@recently_signed_in
def save_password() -> ResponseReturnValue:
    """Take another password; all other sessions end."""
    form: Any = NewPasswordForm()
    if not form.validate() or not form.is_strong(person().name, _address(), person().support_organisation):
        return render_template("account/password.html", form=form, address=_address()), 422
    hashed = passwords.hashed(form.password.data)
    with writing() as session:
        mine, keep = here.own(session), person().session_id
        own_account.set_password(session, mine, hashed, keep=keep, post=here.post(), by=actor(), at=clock.now())
    return here.send_soon(make_response(_back(_("Your password is changed. You are signed out everywhere else."))))


@blueprint.get("/account/sessies")
@access("signed_in")
def sessions() -> ResponseReturnValue:
    """List where somebody is signed in."""
    begun_after = clock.now() - SESSION_LASTS
    with reading() as session:
        rows = queries.list_sessions(session, account_id=person().account_id, begun_after=begun_after)
    return render_template("account/sessions.html", sessions=rows, this=person().session_id, form=ButtonForm())


@blueprint.post("/account/sessies/<uuid:session_id>/einde")
@access("signed_in")
def end_session(session_id: UUID) -> ResponseReturnValue:
    """Sign out in one other browser."""
    with writing() as session:
        ended = own_account.end_session(session, here.own(session), session_id=session_id, by=actor(), at=clock.now())
    if not ended:
        abort(404)
    return _back(_("You are signed out there."), to="account.sessions")


@blueprint.post("/account/sessies/andere")
@access("signed_in")
def end_others() -> ResponseReturnValue:
    """Sign out in all other browsers."""
    with writing() as session:
        keep = person().session_id
        own_account.end_other_sessions(session, here.own(session), keep=keep, by=actor(), at=clock.now())
    return _back(_("You are signed out everywhere else."), to="account.sessions")


def _own_mails() -> tuple[str, ...]:
    """Return the choice of mails that the form has: an adviser makes it on the page of alerts."""
    return () if person().may("adviser") else ("gets_overview",)


def _draw_details(form: Any) -> str:
    return render_template("account/details.html", form=form)


def _address() -> str:
    with reading() as session:
        return here.own(session).address


def _back(message: str, *, to: str = "account.overview") -> Any:
    flash(message)
    return redirect(url_for(to), 303)
