"""The passkeys of one's own account: add one, take one away."""

from typing import Any
from uuid import UUID

from flask import abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, actor
from survey.account import here
from survey.account.blueprint import blueprint
from survey.account.forms import ButtonForm, NewPasskeyForm
from survey.account.recent import recently_signed_in
from survey.database import reading, writing
from survey.i18n import _
from survey.models import Passkey
from survey.queries import accounts as queries
from survey.services import passkeys as service
from survey.services import second_factor


@blueprint.get("/account/passkeys")
@access("signed_in")
@recently_signed_in
def passkeys() -> ResponseReturnValue:
    """Show the own passkeys, and how to add one."""
    return _draw(NewPasskeyForm())


@blueprint.post("/account/passkeys")
@access("signed_in")
@recently_signed_in
def add_passkey() -> ResponseReturnValue:
    """Add a passkey; with the first way to show more than a password come recovery codes."""
    form: Any = NewPasskeyForm()
    if not form.validate():
        return _draw(form), 422
    with reading() as session:
        known = _known(session)
    if mistake := _mistake(known, form.name.data):
        form.refuse("name", mistake)
        return _draw(form), 422
    codes = _add(form)
    if codes is None:
        form.refuse("name", _("The passkey could not be added. Try once more."))
        return _draw(form), 422
    title = _("Your passkey is added")
    if codes:
        page = make_response(render_template("account/codes.html", codes=codes, title=title))
    else:
        flash(title)
        page = make_response(redirect(url_for("account.passkeys"), 303))
    return here.send_soon(page)


@blueprint.post("/account/passkeys/<uuid:passkey_id>/weg")
@access("signed_in")
@recently_signed_in
def delete_passkey(passkey_id: UUID) -> ResponseReturnValue:
    """Take a passkey away: it opens nothing any more."""
    with writing() as session:
        mine = here.own(session)
        if not queries.delete_passkey(session, account_id=mine.id, passkey_id=passkey_id):
            abort(404)
        post, by = here.post(), actor()
        second_factor.note_change(session, mine, "account.passkey_taken_away", post=post, by=by, at=clock.now())
    flash(_("The passkey is taken away."))
    return here.send_soon(make_response(redirect(url_for("account.passkeys"), 303)))


def _add(form: Any) -> list[str] | None:
    """Add a passkey and return new recovery codes, if there were none; ``None`` when it is not as it should be."""
    with writing() as session:
        mine, post, at = here.own(session), here.post(), clock.now()
        added = service.register(session, mine, form.credential.data or "", form.name.data, site=here.site(), at=at)
        if added is None:
            return None
        codes = [] if mine.mf_recovery_codes else second_factor.make_recovery_codes(mine, post.key)
        second_factor.note_change(session, mine, "account.passkey_added", post=post, by=actor(), at=at)
    return codes


def _mistake(known: list[Passkey], name: str) -> str | None:
    if len(known) >= service.MOST:
        return _("You have as many passkeys as an account can have. Take one away first.")
    if any(each.name == name for each in known):
        return _("You have a passkey of this name already.")
    return None


def _known(session: Any) -> list[Passkey]:
    return queries.list_passkeys(session, account_id=here.own(session).id)


def _draw(form: Any) -> str:
    with reading() as session:
        mine, known = here.own(session), _known(session)
    options = service.registering(mine, known, site=here.site(), at=clock.now())
    return render_template("account/passkeys.html", form=form, known=known, options=options, button=ButtonForm())
