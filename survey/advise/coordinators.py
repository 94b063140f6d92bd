"""Who coordinates a network: its adviser invites them, and takes them off again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import SelectField, StringField

from survey import clock
from survey.access import access, actor, config, person
from survey.account.fields import LANGUAGE_CHOICES, at_most, readable, required, trimmed, visible
from survey.advise.views import blueprint
from survey.advise.within import locked_network
from survey.database import reading, writing
from survey.errors import Refused
from survey.forms import StaffForm, one_line
from survey.i18n import _, later
from survey.models import Account, Network
from survey.queries import people, staff
from survey.services import accounts, coordinators
from survey.services.account_mail import Post


class CoordinatorForm(StaffForm):
    """Whom to invite."""

    name = StringField(later("Name"), filters=[trimmed], validators=[required, at_most(200), visible])
    address = StringField(later("E-mail address"), filters=[one_line], validators=[required, readable])
    language = SelectField(later("Language"), choices=LANGUAGE_CHOICES)

    def read(self) -> coordinators.Invited | None:
        """Return who it is; ``None`` when something is wrong, which is said at the fields."""
        fields: Any = self
        if not fields.validate():
            return None
        return coordinators.Invited(fields.name.data, fields.address.data, fields.language.data)


@blueprint.get("/netwerken/<uuid:network_id>/coordinatoren")
@access("adviser")
def network_coordinators(network_id: UUID) -> ResponseReturnValue:
    """Show who coordinates a network."""
    return _draw(network_id)


@blueprint.post("/netwerken/<uuid:network_id>/coordinatoren")
@access("adviser")
def add_coordinator(network_id: UUID) -> ResponseReturnValue:
    """Let somebody coordinate a network."""
    _check(network_id)
    form = CoordinatorForm()
    whom = form.read()
    if whom is None:
        return _draw(network_id, form), 422
    try:
        with writing() as session:
            how: dict[str, Any] = {"whom": whom, "post": _post(), "by": actor(), "at": clock.now()}
            became = coordinators.add(session, network=locked_network(session, network_id), **how)
    except Refused as refusal:
        form.take(refusal)
    except coordinators.NotHere:
        form.refuse("address", _("This address cannot be used here. Ask an administrator, or give another address."))
    except coordinators.Known:
        form.refuse("address", _("This person can work on this network already."))
    else:
        invited, linked = _("The invitation goes to %(address)s."), _("%(address)s can work on this network now.")
        flash((invited if became == "invited" else linked) % {"address": whom.address})
        return _to(network_id)
    return _draw(network_id, form), 422


@blueprint.post("/netwerken/<uuid:network_id>/coordinatoren/<uuid:account_id>/weghalen")
@access("adviser")
def remove_coordinator(network_id: UUID, account_id: UUID) -> ResponseReturnValue:
    """Take somebody off a network."""
    return _do(network_id, account_id, _take_off, _("Taken off this network. The account stays."))


@blueprint.post("/netwerken/<uuid:network_id>/coordinatoren/<uuid:account_id>/uitnodigen")
@access("adviser")
def invite_coordinator(network_id: UUID, account_id: UUID) -> ResponseReturnValue:
    """Invite a coordinator again, who did not take the account up yet."""
    return _do(network_id, account_id, _invite, _("A new invitation is on its way."))


def _do(
    network_id: UUID, account_id: UUID, change: Callable[[Session, Network, Account], None], done: str
) -> ResponseReturnValue:
    _check(network_id)
    try:
        with writing() as session:
            network = locked_network(session, network_id)
            account = staff.find_coordinator(session, network_id=network_id, account_id=account_id) or abort(404)
            change(session, network, account)
    except Refused:
        flash(_("This cannot be done with this account now."), "alert")
    else:
        flash(done)
    return _to(network_id)


def _take_off(session: Session, network: Network, account: Account) -> None:
    coordinators.take_off(session, network=network, account_id=account.id, by=actor(), at=clock.now())


def _invite(session: Session, network: Network, account: Account) -> None:
    accounts.invite(session, account, post=_post(), by=actor(), at=clock.now())


def _draw(network_id: UUID, form: CoordinatorForm | None = None) -> str:
    with reading() as session:
        network = people.find_network(session, reach=person().reach, network_id=network_id) or abort(404)
        rows = staff.list_coordinators(session, network_id=network_id)
    form = form or CoordinatorForm(data={"language": "nl"})
    return render_template("advise/coordinators.html", network=network, coordinators=rows, form=form)


def _check(network_id: UUID) -> None:
    with reading() as session:
        if people.find_network(session, reach=person().reach, network_id=network_id) is None:
            abort(404)


def _post() -> Post:
    return Post(config().instance_key, config().mail_from)


def _to(network_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("advise.network_coordinators", network_id=network_id), 303)
