"""Change one's own e-mail address: a link to the new one proves that it is the owner's, and the old one is told."""

from typing import Any

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from survey import clock
from survey.access import access, config
from survey.account import here
from survey.account.blueprint import blueprint
from survey.account.forms import AddressForm, ButtonForm
from survey.account.mailed_links import found, use_up
from survey.account.recent import recently_signed_in
from survey.account.signing_in import attempt
from survey.database import reading, writing
from survey.errors import Refused
from survey.i18n import _
from survey.models import Account
from survey.services import own_account, sign_in_limits


@blueprint.get("/account/adres")
@access("signed_in")
@recently_signed_in
def address() -> ResponseReturnValue:
    """Ask for the new address."""
    return _draw(AddressForm())


@blueprint.post("/account/adres")
@access("signed_in")
@recently_signed_in
def ask_for_address() -> ResponseReturnValue:
    """Mail a link to the new address; nothing changes before it is opened."""
    form: Any = AddressForm()
    if not form.validate():
        return _draw(form), 422
    try:
        may = _ask(form.address.data)
    except Refused:
        form.refuse("address", _("Write an e-mail address, such as naam@voorbeeld.nl."))
        return _draw(form), 422
    if not may:
        form.refuse("address", _("This was asked too often. Try again in an hour."))
        return _draw(form), 429
    flash(_("We mail a link to the new address. Your address changes when you open it."))
    return here.send_soon(make_response(redirect(url_for("account.overview"), 303)))


@blueprint.get("/account/adres/<token>")
@access("door")
def new_address(token: str) -> ResponseReturnValue:
    """Show the button that makes the new address the account's."""
    link = found(token, "address")
    return render_template("account/new_address.html", form=ButtonForm(), token=token, address=link.new_address)


@blueprint.post("/account/adres/<token>")
@access("door")
def change_address(token: str) -> ResponseReturnValue:
    """Make the new address the account's."""
    link = found(token, "address")
    try:
        with writing() as session:
            use_up(session, token, "address")
            mine = session.get_one(Account, link.account.id)
            post, by = here.post(), here.acting(mine)
            own_account.change_address(session, mine, link.new_address, post=post, by=by, at=clock.now())
    except (Refused, IntegrityError):  # it became the address of another account, before or at the same moment
        title, sentence = _("This did not work"), _("Another account uses this e-mail address now.")
        return render_template("public/error.html", title=title, sentences=(sentence,)), 409
    page = render_template("account/address_changed.html", address=link.new_address)
    return here.send_soon(make_response(page))


def _ask(typed: str) -> bool:
    with writing() as session:
        mine, at = here.own(session), clock.now()
        may = sign_in_limits.may_try(
            session, sign_in_limits.LINK, attempt(mine.address), key=config().instance_key, at=at
        )
        if may:
            own_account.ask_for_address(session, mine, typed, post=here.post(), at=at)
    return may


def _draw(form: Any) -> str:
    with reading() as session:
        now = here.own(session).address
    return render_template("account/address.html", form=form, now=now)
