"""Offer a network to another adviser, and take one over."""

from typing import Any, Final
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import StringField

from survey import clock
from survey.access import access, actor, person
from survey.account.fields import readable, required
from survey.advise.views import blueprint
from survey.database import reading, writing
from survey.forms import StaffForm, one_line
from survey.i18n import _, gettext_noop, later
from survey.models import Account
from survey.models.network import PROVINCES
from survey.queries import hand_overs as queries
from survey.queries import people
from survey.services import hand_overs

_REFUSALS: Final[dict[type[Exception], str]] = {
    hand_overs.NotYours: gettext_noop("Only this network's adviser, or an administrator, can offer it."),
    hand_overs.OfferedAlready: gettext_noop("This network is offered to somebody already. Withdraw that offer first."),
    hand_overs.LooksAfterIt: gettext_noop("Give the address of another adviser."),
    hand_overs.OfferGone: gettext_noop("This offer is over: it was answered or withdrawn meanwhile."),
    hand_overs.NameTaken: gettext_noop(
        "Your support organisation has a network with this name already. Ask for another name first."
    ),
}
_ANY: Final = tuple(_REFUSALS)


class OfferForm(StaffForm):
    """To whom a network is offered."""

    address = StringField(
        later("E-mail address of the other adviser"), filters=[one_line], validators=[required, readable]
    )


@blueprint.get("/netwerken/<uuid:network_id>/overdragen")
@access("adviser")
def hand_over(network_id: UUID) -> ResponseReturnValue:
    """Show how a network is handed over, or the offer that waits."""
    return _draw(network_id)


@blueprint.post("/netwerken/<uuid:network_id>/overdragen")
@access("adviser")
def offer_network(network_id: UUID) -> ResponseReturnValue:
    """Offer a network."""
    _check(network_id)
    form: Any = OfferForm()
    if not form.validate():
        return _draw(network_id, form), 422
    address = form.address.data
    try:
        with writing() as session:
            given: dict[str, Any] = {"network_id": network_id, "address": address, "at": clock.now()}
            hand_overs.offer(session, **given, person=person(), by=actor())
    except hand_overs.LooksAfterIt as refusal:
        form.refuse("address", _said(refusal))
        return _draw(network_id, form), 422
    except _ANY as refusal:  # the form is not on the page any more
        flash(_said(refusal), "alert")
        return redirect(_back(network_id), 303)
    flash(_("Offered. If there is an adviser with the address %(address)s, he or she sees it.", address=address))
    return redirect(url_for("advise.hand_over", network_id=network_id), 303)


@blueprint.post("/netwerken/<uuid:network_id>/overdragen/intrekken")
@access("adviser")
def withdraw_offer(network_id: UUID) -> ResponseReturnValue:
    """Take an offer back."""
    _check(network_id)
    try:
        with writing() as session:
            hand_overs.withdraw(session, network_id=network_id, person=person(), by=actor(), at=clock.now())
    except _ANY as refusal:
        flash(_said(refusal), "alert")
    else:
        flash(_("The offer is withdrawn. The network stays where it is."))
    return redirect(_back(network_id), 303)


@blueprint.get("/overdrachten/<uuid:offer_id>")
@access("adviser")
def offered(offer_id: UUID) -> ResponseReturnValue:
    """Show what is offered, to whom it is offered."""
    with reading() as session:
        found = queries.find_offer(session, account_id=person().account_id, offer_id=offer_id)
        if found is None:
            abort(404)
        is_taken = queries.has_network_named(
            session, support_id=person().support_organisation_id, name=found.network_name
        )
    is_elsewhere = found.support_organisation_id != person().support_organisation_id
    return render_template(
        "advise/offered.html",
        offer=found,
        province=PROVINCES.get(found.province, found.province),
        is_elsewhere=is_elsewhere,
        is_taken=is_elsewhere and is_taken,
    )


@blueprint.post("/overdrachten/<uuid:offer_id>/aannemen")
@access("adviser")
def accept_offer(offer_id: UUID) -> ResponseReturnValue:
    """Take a network over."""
    _check_offer(offer_id)
    try:
        with writing() as session:
            network = hand_overs.accept(session, offer_id=offer_id, person=person(), by=actor(), at=clock.now())
    except _ANY as refusal:
        flash(_said(refusal), "alert")
    else:
        flash(_("You look after %(network)s now. Partners see your name from now on.", network=network.name))
    return redirect(url_for("advise.list_networks"), 303)


@blueprint.post("/overdrachten/<uuid:offer_id>/weigeren")
@access("adviser")
def refuse_offer(offer_id: UUID) -> ResponseReturnValue:
    """Leave a network where it is."""
    _check_offer(offer_id)
    try:
        with writing() as session:
            hand_overs.refuse(session, offer_id=offer_id, person=person(), by=actor(), at=clock.now())
    except _ANY as refusal:
        flash(_said(refusal), "alert")
    else:
        flash(_("You did not take it over. The network stays where it is."))
    return redirect(url_for("advise.list_networks"), 303)


def _draw(network_id: UUID, form: OfferForm | None = None) -> str:
    with reading() as session:
        network = people.find_network(session, reach=person().reach, network_id=network_id)
        if network is None:
            abort(404)
        support_id = network.support_organisation_id
        return render_template(
            "advise/hand_over.html",
            form=form or OfferForm(),
            network=network,
            adviser=session.get_one(Account, network.adviser_id).name,
            coordinators=queries.count_coordinators(session, network_id=network_id),
            waiting=queries.find_waiting(session, network_id=network_id, support_id=support_id),
            may_offer=hand_overs.may_offer(network=network, person=person()),
        )


def _check(network_id: UUID) -> None:
    with reading() as session:
        if people.find_network(session, reach=person().reach, network_id=network_id) is None:
            abort(404)


def _check_offer(offer_id: UUID) -> None:
    with reading() as session:
        if queries.find_offer(session, account_id=person().account_id, offer_id=offer_id) is None:
            abort(404)


def _back(network_id: UUID) -> str:
    """Return to the network; to the list when it was handed over meanwhile."""
    with reading() as session:
        is_ours = people.find_network(session, reach=person().reach, network_id=network_id) is not None
    return url_for("advise.hand_over", network_id=network_id) if is_ours else url_for("advise.list_networks")


def _said(refusal: Exception) -> str:
    return _(_REFUSALS[type(refusal)])
