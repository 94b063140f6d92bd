"""Take up an invitation, and choose another password by a link: both end in being signed in."""

from typing import Any

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access
from survey.account import here, signing_in
from survey.account.blueprint import blueprint
from survey.account.forms import NewPasskeyForm, NewPasswordForm
from survey.account.mailed_links import found, use_up
from survey.database import reading, writing
from survey.i18n import _, use_language
from survey.models import Account, SupportOrganisation
from survey.services import own_account, passkeys, passwords, second_factor
from survey.services.account_links import Purpose


@blueprint.get("/account/uitnodiging/<token>")
@access("door")
def invitation(token: str) -> ResponseReturnValue:
    """Welcome somebody, and ask for a password or a passkey."""
    return _draw_invitation(token, found(token, "invitation").account, NewPasswordForm(), NewPasskeyForm())


@blueprint.post("/account/uitnodiging/<token>")
@access("door")
def join_with_password(token: str) -> ResponseReturnValue:
    """Take up the invitation with a password."""
    account, form = found(token, "invitation").account, NewPasswordForm()
    use_language(account.language)
    if not _is_fine(form, account):
        return _draw_invitation(token, account, form, NewPasskeyForm(formdata=None)), 422
    _set(account, str(form.data["password"]), token, "invitation")
    return signing_in.proceed(account, method="invitation")


@blueprint.post("/account/uitnodiging/<token>/passkey")
@access("door")
def join_with_passkey(token: str) -> ResponseReturnValue:
    """Take up the invitation with a passkey, and show the recovery codes that belong to it."""
    account, form = found(token, "invitation").account, NewPasskeyForm()
    use_language(account.language)
    if not form.validate():
        return _draw_invitation(token, account, NewPasswordForm(formdata=None), form), 422
    try:
        codes = _take_up(account, form, token)
    except _NoPasskey:
        form.refuse("name", _("The passkey could not be added. Try once more."))
        return _draw_invitation(token, account, NewPasswordForm(formdata=None), form), 422
    signing_in.begin(account, method="passkey")
    return render_template("account/codes_at_joining.html", codes=codes)


@blueprint.get("/account/herstel/<token>")
@access("door")
def reset(token: str) -> ResponseReturnValue:
    """Ask for another password."""
    return _draw_reset(token, found(token, "reset").account, NewPasswordForm())


@blueprint.post("/account/herstel/<token>")
@access("door")
def reset_password(token: str) -> ResponseReturnValue:
    """Take another password; every session ends."""
    account, form = found(token, "reset").account, NewPasswordForm()
    use_language(account.language)
    if not _is_fine(form, account):
        return _draw_reset(token, account, form), 422
    changed = _set(account, str(form.data["password"]), token, "reset")
    return here.send_soon(make_response(signing_in.proceed(changed, method="reset")))


def _is_fine(form: NewPasswordForm, account: Account) -> bool:
    with reading() as session:
        support = session.get_one(SupportOrganisation, account.support_organisation_id).name
    return bool(form.validate()) and form.is_strong(account.name, account.address, support)


def _set(account: Account, password: str, token: str, purpose: Purpose) -> Account:
    """Set the password and use up the link, both or neither."""
    hashed = passwords.hashed(password)
    with writing() as session:
        use_up(session, token, purpose)
        mine = session.get_one(Account, account.id)
        by = here.acting(mine)
        own_account.set_password(session, mine, hashed, keep=None, post=here.post(), by=by, at=clock.now())
    return mine


class _NoPasskey(Exception):
    """What the device answered is no passkey; raised where it undoes what was written."""


def _take_up(account: Account, form: Any, token: str) -> list[str]:
    """Add the passkey, use up the link and return the recovery codes: all of it or nothing."""
    with writing() as session:
        use_up(session, token, "invitation")
        mine, post, at = session.get_one(Account, account.id), here.post(), clock.now()
        if passkeys.register(session, mine, form.credential.data, form.name.data, site=here.site(), at=at) is None:
            raise _NoPasskey
        own_account.join(mine, at=at)
        codes = second_factor.make_recovery_codes(mine, post.key)
        by = here.acting(mine)
        second_factor.note_change(session, mine, "account.passkey_added", post=post, by=by, at=at)
    return codes


def _draw_invitation(token: str, account: Account, form: Any, made: Any) -> str:
    use_language(account.language)
    with reading() as session:
        support = session.get_one(SupportOrganisation, account.support_organisation_id).name
    options = passkeys.registering(account, [], site=here.site(), at=clock.now())
    return render_template(
        "account/invitation.html",
        account=account,
        support=support,
        form=form,
        made=made,
        token=token,
        options=options,
    )


def _draw_reset(token: str, account: Account, form: Any) -> str:
    use_language(account.language)
    return render_template("account/reset.html", token=token, account=account, form=form)
