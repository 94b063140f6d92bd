"""Ask for a mail with a link, to sign in by or to choose another password; and open the one to sign in by.

The pages say the same for every address. A link opens a page with a button: what looks into mails for its owner, and
opens every link in them, neither signs in nor uses the link up.
"""

from typing import Any

from flask import Response, abort, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, config
from survey.account import here, signing_in
from survey.account.blueprint import blueprint
from survey.account.forms import AddressForm, ButtonForm
from survey.database import reading, writing
from survey.errors import Refused
from survey.i18n import _
from survey.services import account_links, account_mail, sign_in_limits
from survey.services.account_links import Found, Purpose
from survey.services.account_mail import Letter
from survey.services.accounts import readable_address


@blueprint.get("/inloggen/link")
@access("door")
def ask_link() -> ResponseReturnValue:
    """Ask where to mail a link to sign in by."""
    return _draw(AddressForm(), "account/ask_link.html")


@blueprint.post("/inloggen/link")
@access("door")
def mail_link() -> ResponseReturnValue:
    """Take the request for a link to sign in by."""
    return _take("account/ask_link.html", Letter("account_sign_in", purpose="sign_in"))


@blueprint.get("/inloggen/vergeten")
@access("door")
def forgot() -> ResponseReturnValue:
    """Ask where to mail a link to choose another password by."""
    return _draw(AddressForm(), "account/forgot.html")


@blueprint.post("/inloggen/vergeten")
@access("door")
def mail_reset() -> ResponseReturnValue:
    """Take the request for a link to choose another password by."""
    return _take("account/forgot.html", Letter("account_reset", purpose="reset"))


@blueprint.get("/inloggen/gemaild")
@access("door")
def link_mailed() -> ResponseReturnValue:
    """Say what happens now, whoever asked."""
    return render_template("account/link_mailed.html", sends_mail=_sends_mail())


@blueprint.get("/inloggen/link/<token>")
@access("door")
def open_link(token: str) -> ResponseReturnValue:
    """Show the button that signs in."""
    return render_template(
        "account/open_link.html", form=ButtonForm(), token=token, name=found(token, "sign_in").account.name
    )


@blueprint.post("/inloggen/link/<token>")
@access("door")
def sign_in_by_link(token: str) -> ResponseReturnValue:
    """Use the link, once."""
    account = found(token, "sign_in").account
    return signing_in.proceed(account, method="link", along=lambda session: use_up(session, token, "sign_in"))


def found(token: str, purpose: Purpose) -> Found:
    """Return whose link this is, or tell that it does not work."""
    with reading() as session:
        link = account_links.find(session, token, purpose, key=config().instance_key, at=clock.now())
    return link if link is not None else abort(_dead())


def use_up(session: Session, token: str, purpose: Purpose) -> None:
    """Use a link, in the transaction of what it is used for; or tell that somebody was first."""
    if not account_links.use_up(session, token, purpose, key=config().instance_key, at=clock.now()):
        abort(_dead())


def _dead() -> Response:
    title = _("This link does not work any more")
    sentences = (_("It was used, it is too old, or a newer one was made. Ask for a new link on the page to sign in."),)
    page = render_template("public/error.html", title=title, sentences=sentences, may_sign_in=True)
    return make_response(page, 404)


def _take(template: str, letter: Letter) -> ResponseReturnValue:
    form: Any = AddressForm()
    if not form.validate():
        return _draw(form, template), 422
    try:
        address = readable_address(form.address.data)
    except Refused:
        form.refuse("address", _("Write an e-mail address, such as naam@voorbeeld.nl."))
        return _draw(form, template), 422
    if not _leave(address, letter):
        return _draw(form, template, too_often=True), 429
    return here.send_soon(make_response(redirect(url_for("account.link_mailed"), 303)))


def _leave(address: str, letter: Letter) -> bool:
    """Leave the mail for the worker, who looks up whether anybody has this address."""
    attempt, at = signing_in.attempt(address), clock.now()
    with writing() as session:
        may = sign_in_limits.may_try(session, sign_in_limits.LINK, attempt, key=config().instance_key, at=at)
        if may:
            account_mail.ask(session, to=address, letter=letter, post=here.post(), at=at)
    return may


def _draw(form: Any, template: str, **state: bool) -> str:
    return render_template(template, form=form, sends_mail=_sends_mail(), **state)


def _sends_mail() -> bool:
    return config().mail_server is not None
