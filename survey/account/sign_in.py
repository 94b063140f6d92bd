"""Sign in: with a password or a passkey, and the second step after it."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config
from survey.account import here, signing_in
from survey.account.blueprint import blueprint
from survey.account.forms import CodeForm, PasskeyForm, PasswordForm
from survey.account.own_paths import own_path
from survey.database import reading, writing
from survey.i18n import _
from survey.logs import note_refusal
from survey.models import Account
from survey.queries.accounts import find_open_account_at
from survey.services import passkeys, passwords, second_factor, sign_in_limits


@blueprint.get("/inloggen")
@access("door")
def sign_in() -> ResponseReturnValue:
    """Ask who it is."""
    form: Any = PasswordForm()
    form.next.data = own_path(request.args.get("next")) or ""
    return _draw(form)


@blueprint.post("/inloggen")
@access("door")
def sign_in_with_password() -> ResponseReturnValue:
    """Check a password: as long, and with the same words, for an address that nobody has."""
    form: Any = PasswordForm()
    if not form.validate():
        return _draw(form), 422
    address = form.address.data.casefold()
    if not _may_try(sign_in_limits.PASSWORD, address):
        return _draw(form, too_often=True), 429
    with reading() as session:
        account = find_open_account_at(session, address=address)
    is_right = passwords.is_right(account, form.password.data)
    if account is None or not is_right:
        signing_in.note_failure(account, "password")
        form.refuse("password", _("This e-mail address and this password do not belong together."))
        return _draw(form), 422
    return signing_in.proceed(account, method="password", leads_to=form.next.data)


@blueprint.post("/inloggen/passkey")
@access("door")
def sign_in_with_passkey() -> ResponseReturnValue:
    """Let in whose passkey signed: the device has asked for a finger, a face or a code itself."""
    form: Any = PasskeyForm()
    with writing() as session:
        key, at = config().instance_key, clock.now()
        may = sign_in_limits.may_try_near(session, sign_in_limits.PASSWORD, here.place(), key=key, at=at)
    if not may:
        return _draw(PasswordForm(formdata=None), too_often=True), 429
    account = _owner_of(form)
    if account is None:
        signing_in.note_failure(None, "passkey")
        return _draw(PasswordForm(formdata=None), passkey_failed=True), 422
    signing_in.begin(account, method="passkey")
    return signing_in.lead_in(request.form.get("next"))


@blueprint.get("/inloggen/stap-2")
@access("door")
def second_step() -> ResponseReturnValue:
    """Ask for the second factor of who showed the first."""
    found = signing_in.halfway()
    return signing_in.begin_anew() if found is None else _draw_second(found[0], CodeForm())


@blueprint.post("/inloggen/stap-2")
@access("door")
def show_second() -> ResponseReturnValue:
    """Check the code of an app, or a recovery code."""
    found, form = signing_in.halfway(), CodeForm()
    if found is None:
        return signing_in.begin_anew()
    account, method, leads_to = found
    if not form.validate():
        return _draw_second(account, form), 422
    if not _may_try(sign_in_limits.CODE, account.address):
        return _draw_second(account, form, too_often=True), 429
    shown = _shown_by_code(account, str(form.data["code"]))
    if shown is None:
        signing_in.note_failure(account, "code")
        form.refuse("code", _("This code is not right. Type the newest code; each code works once."))
        return _draw_second(account, form), 422
    signing_in.begin(account, method=f"{method}+{shown}")
    return signing_in.lead_in(leads_to)


@blueprint.post("/inloggen/stap-2/passkey")
@access("door")
def show_second_by_passkey() -> ResponseReturnValue:
    """Take a passkey as the second factor."""
    found = signing_in.halfway()
    if found is None:
        return signing_in.begin_anew()
    account, method, leads_to = found
    owner = _owner_of(PasskeyForm())
    if owner is None or owner.id != account.id:
        signing_in.note_failure(account, "passkey")
        return _draw_second(account, CodeForm(formdata=None), passkey_failed=True), 422
    signing_in.begin(account, method=f"{method}+passkey")
    return signing_in.lead_in(leads_to)


def _may_try(limits: sign_in_limits.Limits, address: str) -> bool:
    attempt = signing_in.attempt(address)
    with writing() as session:
        may = sign_in_limits.may_try(session, limits, attempt, key=config().instance_key, at=clock.now())
    if not may:
        note_refusal("too many tries to sign in")
    return may


def _shown_by_code(account: Account, code: str) -> str | None:
    """Use up a code and return what it was; of two at the same moment, one is told that the account changed."""
    key, at = config().instance_key, clock.now()
    with writing() as session:
        mine = session.get_one(Account, account.id)
        if second_factor.is_right_code(session, mine, mine.tf_totp_secret, code, key=key, at=at):
            return "totp"
        return "recovery" if second_factor.use_recovery_code(mine, code, key) else None


def _owner_of(form: Any) -> Account | None:
    if not form.validate():
        return None
    with writing() as session:
        return passkeys.find_owner(session, form.credential.data or "", site=here.site(), at=clock.now())


def _draw(form: Any, **state: bool) -> str:
    asking = passkeys.asking(site=here.site(), at=clock.now())
    return render_template("account/sign_in.html", form=form, asking=asking, is_demo=config().is_demo, **state)


def _draw_second(account: Account, form: Any, **state: bool) -> str:
    asking = passkeys.asking(site=here.site(), at=clock.now())
    has_app = account.tf_primary_method is not None
    return render_template("account/second_step.html", form=form, asking=asking, has_app=has_app, **state)
