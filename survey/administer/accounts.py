"""Accounts: invite somebody, look at an account, and change what it may do."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, actor, config, person
from survey.administer.account_forms import CloseForm, InvitationForm, PlaceForm
from survey.administer.blueprint import blueprint
from survey.database import reading, writing
from survey.errors import Refused
from survey.i18n import _, gettext_noop
from survey.models import Account
from survey.queries import staff, supports
from survey.services import accounts, staffing
from survey.services.account_mail import Post

_REFUSALS: Final[dict[type[Exception], str]] = {
    staffing.LastAdministrator: gettext_noop("This is the last administrator: make somebody else administrator first."),
    staffing.ChangedMeanwhile: gettext_noop(
        "Somebody else changed this account meanwhile. Look again, and save again."
    ),
    Refused: gettext_noop("This cannot be done with this account now."),
}
_ANY: Final = tuple(_REFUSALS)
#: So many networks are named; there can be sixty.
NAMED: Final = 5


@blueprint.get("/beheer/accounts/nieuw")
@access("administrator")
def new_account() -> ResponseReturnValue:
    """Show the empty form, for the support organisation that was come from."""
    asked = request.args.get("organisatie") or str(person().support_organisation_id)
    shown = {"role": "adviser", "organisation": asked, "language": "nl"}
    return _draw_new(_offered(InvitationForm(data=shown)))


@blueprint.post("/beheer/accounts/nieuw")
@access("administrator")
def add_account() -> ResponseReturnValue:
    """Invite somebody."""
    form: Any = _offered(InvitationForm())
    if not form.validate():
        return _draw_new(form), 422
    try:
        with writing() as session:
            made = _add(session, form)
    except (Refused, IntegrityError):
        form.refuse("address", _("There is an account with this e-mail address already."))
        return _draw_new(form), 422
    flash(_("The invitation goes to %(address)s.", address=made.address))
    return _to(made.id)


@blueprint.get("/beheer/accounts/<uuid:account_id>")
@access("administrator")
def account(account_id: UUID) -> ResponseReturnValue:
    """Show an account."""
    return _draw(account_id)


@blueprint.post("/beheer/accounts/<uuid:account_id>")
@access("administrator")
def place_account(account_id: UUID) -> ResponseReturnValue:
    """Give an account another role, or another support organisation."""
    _found(account_id)
    form: Any = _offered(PlaceForm())
    if not form.validate():
        return _draw(account_id, form), 422
    version = int(form.version.data) if str(form.version.data).isdecimal() else 0
    where = staffing.Place(form.role.data, form.organisation_id(), version)
    try:
        with writing() as session:
            staffing.place(session, where, account_id=account_id, by=actor(), at=clock.now())
    except staffing.LooksAfterNetworks as refusal:
        form.refuse("role", _("%(networks)s Hand those over first.", networks=_looks_after(refusal.names)))
        return _draw(account_id, form), 422
    except _ANY as refusal:
        form.refuse("role", _(_REFUSALS[type(refusal)]))
        return _draw(account_id, form), 422
    return _placed(account_id, where)


@blueprint.post("/beheer/accounts/<uuid:account_id>/uitnodigen")
@access("administrator")
def invite_account(account_id: UUID) -> ResponseReturnValue:
    """Invite somebody again."""
    return _do(account_id, _invite, _("A new invitation is on its way."))


@blueprint.post("/beheer/accounts/<uuid:account_id>/sluiten")
@access("administrator")
def close_account(account_id: UUID) -> ResponseReturnValue:
    """Close an account; one that looks after networks, only for who says that this is meant."""
    form: Any = CloseForm()
    close = partial(staffing.close, anyway=form.anyway.data)
    try:
        return _do(account_id, close, _("The account is closed."))
    except staffing.LooksAfterNetworks as refusal:
        networks = _looks_after(refusal.names)
        form.refuse("anyway", _("%(networks)s Hand those over first, or tick this box.", networks=networks))
        return _draw(account_id, closing=form), 422


@blueprint.post("/beheer/accounts/<uuid:account_id>/heropenen")
@access("administrator")
def reopen_account(account_id: UUID) -> ResponseReturnValue:
    """Open a closed account again."""
    return _do(account_id, _reopen, _("The account is open again."))


@blueprint.post("/beheer/accounts/<uuid:account_id>/tweede-stap")
@access("administrator")
def reset_factor(account_id: UUID) -> ResponseReturnValue:
    """Take a second factor away that its owner lost."""
    return _do(account_id, _reset, _("The second step is gone. At the next sign-in a new one is set up."))


@blueprint.post("/beheer/accounts/<uuid:account_id>/sessies")
@access("administrator")
def end_account_sessions(account_id: UUID) -> ResponseReturnValue:
    """Sign somebody out everywhere."""
    return _do(account_id, staffing.end_sessions, _("Signed out in every browser."))


def _add(session: Session, form: Any) -> Account:
    made = accounts.add_account(
        session,
        support_id=form.organisation_id(),
        name=form.name.data,
        address=form.address.data,
        role=form.role.data,
        language=form.language.data,
        by=actor(),
        at=clock.now(),
    )
    accounts.invite(session, made, post=_post(), by=actor(), at=clock.now())
    return made


def _invite(session: Session, account_id: UUID, **how: Any) -> None:
    accounts.invite(session, _locked(session, account_id), post=_post(), **how)


def _reopen(session: Session, account_id: UUID, **how: Any) -> None:
    accounts.reopen_account(session, _locked(session, account_id), **how)


def _reset(session: Session, account_id: UUID, **how: Any) -> None:
    accounts.reset_second_factor(session, _locked(session, account_id), post=_post(), **how)


def _locked(session: Session, account_id: UUID) -> Account:
    return staff.lock_account(session, account_id=account_id) or abort(404)


def _do(account_id: UUID, change: Callable[..., None], done: str) -> ResponseReturnValue:
    _found(account_id)
    try:
        with writing() as session:
            change(session, account_id=account_id, by=actor(), at=clock.now())
    except _ANY as refusal:
        flash(_(_REFUSALS[type(refusal)]), "alert")
    else:
        flash(done)
    return _to(account_id)


def _placed(account_id: UUID, where: staffing.Place) -> ResponseReturnValue:
    """Lead back to the account; who took the own role away may not see it any more."""
    if account_id == person().account_id and where.role != "administrator":
        flash(_("Saved. You are not an administrator any more."))
        return redirect(url_for("advise.list_networks"), 303)
    flash(_("Saved."))
    return _to(account_id)


def _looks_after(names: Sequence[str]) -> str:
    """Say which networks an account looks after, or some of them."""
    told, more = ", ".join(names[:NAMED]), len(names) - NAMED
    if more > 0:
        told = _("%(names)s and %(more)s more", names=told, more=more)
    return _("This account still looks after networks: %(names)s.", names=told)


def _draw(account_id: UUID, form: PlaceForm | None = None, closing: CloseForm | None = None) -> str:
    known = _found(account_id)
    with reading() as session:
        standing = staff.standing(session, account_id=account_id)
        support = supports.find(session, support_id=known.support_organisation_id)
    shown = {"role": known.role, "organisation": str(known.support_organisation_id), "version": known.version}
    return render_template(
        "administer/account.html",
        account=known,
        support=support,
        standing=standing,
        is_ours=known.support_organisation_id == person().support_organisation_id,
        named=NAMED,
        closing=closing or CloseForm(formdata=None),
        form=form or _offered(PlaceForm(formdata=None, data=shown), known.support_organisation_id),
    )


def _draw_new(form: PlaceForm) -> str:
    return render_template("administer/account_new.html", form=form)


def _offered(form: PlaceForm, *besides: UUID) -> Any:
    """Offer the support organisations that are not archived, and those an account belongs to anyhow."""
    with reading() as session:
        active = {support_id for support_id, _ in supports.list_names(session, only_active=True)}
        names = supports.list_names(session)
    form.offer([(support_id, name) for support_id, name in names if support_id in active | set(besides)])
    return form


def _found(account_id: UUID) -> Account:
    with reading() as session:
        return staff.find_account(session, account_id=account_id) or abort(404)


def _post() -> Post:
    return Post(config().instance_key, config().mail_from)


def _to(account_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("administer.account", account_id=account_id), 303)
