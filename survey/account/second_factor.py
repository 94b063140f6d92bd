"""Set up the second factor: connect an app, and keep the recovery codes."""

from typing import Any

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, actor, config, person
from survey.account import here, signing_in
from survey.account.blueprint import blueprint
from survey.account.forms import AppForm, ButtonForm
from survey.account.recent import recently_signed_in
from survey.database import reading, writing
from survey.i18n import _
from survey.services import second_factor as service
from survey.services import sign_in_limits


@blueprint.get("/account/tweede-stap")
@access("signed_in")
@recently_signed_in
def second_factor() -> ResponseReturnValue:
    """Show the code that an app scans."""
    form: Any = AppForm()
    with reading() as session:
        form.secret.data = service.new_secret(here.own(session), config().instance_key)
    return _draw(form)


@blueprint.post("/account/tweede-stap")
@access("signed_in")
@recently_signed_in
def set_up_app() -> ResponseReturnValue:
    """Connect the app once its code is right, and show the recovery codes: this once."""
    form: Any = AppForm()
    if not form.validate():
        return _draw(form), 422
    codes = _connect(form)
    if codes is None:
        form.refuse("code", _("This code is not right. Type the newest code that your app shows."))
        return _draw(form), 422
    return here.send_soon(make_response(_draw_codes(codes, _("Your app is connected"))))


@blueprint.post("/account/tweede-stap/weg")
@access("signed_in")
@recently_signed_in
def take_app_away() -> ResponseReturnValue:
    """Ask for the code of the app no more."""
    with writing() as session:
        service.take_app_away(session, here.own(session), post=here.post(), by=actor(), at=clock.now())
    flash(_("Your app is disconnected."))
    return here.send_soon(make_response(redirect(url_for("account.overview"), 303)))


@blueprint.get("/account/herstelcodes")
@access("signed_in")
@recently_signed_in
def recovery_codes() -> ResponseReturnValue:
    """Tell what new recovery codes do, with the button."""
    return render_template("account/new_codes.html", form=ButtonForm())


@blueprint.post("/account/herstelcodes")
@access("signed_in")
@recently_signed_in
def make_recovery_codes() -> ResponseReturnValue:
    """Make new recovery codes, and show them: this once."""
    with writing() as session:
        mine = here.own(session)
        codes = service.make_recovery_codes(mine, config().instance_key)
        session.flush()
        post, by = here.post(), actor()
        service.note_change(session, mine, "account.recovery_codes_made", post=post, by=by, at=clock.now())
    return here.send_soon(make_response(_draw_codes(codes, _("Your new recovery codes"))))


def _connect(form: Any) -> list[str] | None:
    """Check the code with the secret that the page showed; ``None`` when either is not right."""
    key, at = config().instance_key, clock.now()
    with writing() as session:
        mine = here.own(session)
        attempt = signing_in.attempt(mine.address)
        if not sign_in_limits.may_try(session, sign_in_limits.CODE, attempt, key=key, at=at):
            return None
        secret = service.opened_secret(mine, form.secret.data or "", key)
        if not service.is_right_code(session, mine, secret, form.code.data, key=key, at=at) or secret is None:
            return None
        codes = service.make_recovery_codes(mine, key)
        service.set_app(session, mine, secret, post=here.post(), by=actor(), at=at)
    return codes


def _draw(form: Any) -> str:
    key = config().instance_key
    with reading() as session:
        mine = here.own(session)
    secret = service.opened_secret(mine, form.secret.data or "", key)
    if secret is None:
        form.secret.data = service.new_secret(mine, key)
        secret = service.opened_secret(mine, form.secret.data, key) or ""
    form.code.data = ""
    must = person().may("adviser") and not person().has_second_factor
    return render_template(
        "account/second_factor.html",
        form=form,
        picture=service.picture(mine, secret),
        readable=service.readable(secret),
        address=service.app_address(mine, secret),
        must=must,
    )


def _draw_codes(codes: list[str], title: str) -> str:
    return render_template("account/codes.html", codes=codes, title=title)
