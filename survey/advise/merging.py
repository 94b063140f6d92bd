"""Make one of two organisations, or of two contacts: choose the other one, see what happens, do it."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField

from survey.access import access
from survey.advise.saving import changed, noted, saved
from survey.advise.views import blueprint
from survey.advise.within import locked_contact, locked_organisation, own_contact, own_organisation
from survey.database import reading
from survey.errors import Refused
from survey.forms import StaffForm
from survey.i18n import _, gettext_noop
from survey.queries import members
from survey.services import merging
from survey.services.changes import has_open_round


class MergeForm(StaffForm):
    """Which other one goes into this one."""

    other = HiddenField()


@blueprint.route("/organisaties/<uuid:organisation_id>/samenvoegen", methods=["GET", "POST"])
@access("coordinator")
def merge_organisations(organisation_id: UUID) -> ResponseReturnValue:
    """Merge another organisation of the network into this one."""
    with reading() as session:
        network, kept = own_organisation(session, organisation_id)
        others = [each for each in members.list_organisations(session, network_id=network.id) if each.id != kept.id]
        other = next((each for each in others if str(each.id) == _chosen()), None)
        moving = merging.what_moves(session, kept=kept, other=other) if other else None
        is_open = has_open_round(session, network=network)
    form: Any = MergeForm()

    def merge(session: Session) -> None:
        own = locked_organisation(session, organisation_id)
        goes = own_organisation(session, UUID(form.other.data)).organisation
        number = merging.merge_organisations(session, network=own.network, kept=own.organisation, other=goes)
        noted(session, changed("organisation.merged", kept.id, own.network, contacts=number))

    if other is not None and form.validate_on_submit() and saved(form, merge):
        flash(_("The two organisations are one now."))
        return redirect(url_for("advise.show_network", network_id=network.id, _anchor=f"o-{kept.id}"), 303)
    _tell_what_is_gone(form, other)
    page = render_template(
        "advise/organisation_merge.html",
        form=form,
        network=network,
        kept=kept,
        others=others,
        other=other,
        moving=moving,
        is_open=is_open,
    )
    return page, _status(form, other)


@blueprint.route("/contacten/<uuid:contact_id>/samenvoegen", methods=["GET", "POST"])
@access("coordinator")
def merge_contacts(contact_id: UUID) -> ResponseReturnValue:
    """Merge another contact of the network into this one."""
    with reading() as session:
        network, organisation, kept = own_contact(session, contact_id)
        others = [each for each in members.list_contacts(session, network_id=network.id) if each.id != kept.id]
        other = next((each for each in others if str(each.id) == _chosen()), None)
        places = {each.id: each.name for each in members.list_organisations(session, network_id=network.id)}
        is_open = has_open_round(session, network=network)
    form: Any = MergeForm()

    def merge(session: Session) -> None:
        own = locked_contact(session, contact_id)
        goes = own_contact(session, UUID(form.other.data)).contact
        merging.merge_contacts(session, network=own.network, kept=own.contact, other=goes)
        noted(session, changed("contact.merged", contact_id, own.network))

    if other is not None and form.validate_on_submit() and saved(form, merge):
        flash(_("The two contacts are one now."))
        return redirect(url_for("advise.show_network", network_id=network.id, _anchor=f"o-{organisation.id}"), 303)
    _tell_what_is_gone(form, other)
    page = render_template(
        "advise/contact_merge.html",
        form=form,
        network=network,
        kept=kept,
        others=others,
        other=other,
        places=places,
        is_open=is_open,
    )
    return page, _status(form, other)


def _chosen() -> str:
    """Return the other one: of the address while looking, of the form when it is done."""
    return request.form.get("other", "") if request.method == "POST" else request.args.get("met", "")


def _tell_what_is_gone(form: StaffForm, other: object | None) -> None:
    """Say why nothing happened: a colleague, or a second press of the button, was first."""
    if request.method == "POST" and other is None:
        form.take(
            Refused(gettext_noop("The other one is not in this network any more. Perhaps it was merged already."))
        )


def _status(form: Any, other: object | None) -> int:
    return 422 if form.errors or (request.method == "POST" and other is None) else 200
