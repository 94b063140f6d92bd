"""Which accounts coordinate a network: an adviser gives them the rights, and takes them off."""

from typing import Any, cast
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import SelectField

from survey.access import access
from survey.advise.saving import changed, done, noted, saved
from survey.advise.views import blueprint
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.forms import StaffForm, choices
from survey.i18n import _, later
from survey.queries import members
from survey.services import coordinators


class CoordinatorForm(StaffForm):
    """Which account."""

    account = SelectField(later("Coordinator"), coerce=str)


@blueprint.route("/netwerken/<uuid:network_id>/coordinatoren", methods=["GET", "POST"])
@access("adviser")
def edit_coordinators(network_id: UUID) -> ResponseReturnValue:
    """Show which accounts coordinate a network, and add one."""
    with reading() as session:
        network = own_network(session, network_id)
        present = members.list_coordinators(session, network_id=network.id)
        free = members.list_free_coordinators(session, network=network)
    form: Any = CoordinatorForm()
    form.account.choices = choices((str(each.id), f"{each.name} ({each.address})") for each in free)

    def add(session: Session) -> None:
        current = locked_network(session, network_id)
        account = coordinators.add_coordinator(session, network=current, account_id=UUID(form.account.data))
        noted(session, changed("coordinator", "added", account.id, current))

    if form.validate_on_submit() and saved(form, add):
        flash(_("This coordinator can now do the work for the network."))
        return redirect(url_for("advise.edit_coordinators", network_id=network_id), 303)
    page = render_template(
        "advise/coordinators.html", form=form, network=network, present=present, free=cast(Any, free)
    )
    return page, 422 if form.errors else 200


@blueprint.post("/netwerken/<uuid:network_id>/coordinatoren/<uuid:account_id>/weg")
@access("adviser")
def remove_coordinator(network_id: UUID, account_id: UUID) -> ResponseReturnValue:
    """Take a coordinator's rights in a network off an account."""

    def remove(session: Session) -> None:
        network = locked_network(session, network_id)
        coordinators.remove_coordinator(session, network=network, account_id=account_id)
        noted(session, changed("coordinator", "removed", account_id, network))

    done(remove, _("This coordinator no longer has access to the network."))
    return redirect(url_for("advise.edit_coordinators", network_id=network_id), 303)
