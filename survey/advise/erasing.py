"""Erase a contact: a page that says what goes and what stays, and the button on it."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, actor, person
from survey.advise.views import blueprint
from survey.database import reading, writing
from survey.forms import StaffForm
from survey.i18n import _
from survey.queries import erasing as queries
from survey.queries.erasing import ContactPlace
from survey.services import erasing
from survey.services.forgetting import forget_everywhere


@blueprint.get("/contacten/<uuid:contact_id>/wissen")
@access("coordinator")
def ask_to_erase(contact_id: UUID) -> ResponseReturnValue:
    """Say what is erased with this contact, and what stays."""
    found = _find(contact_id)
    return render_template("advise/erase_contact.html", contact=found, form=StaffForm(), days=erasing.DAYS_IN_BACKUPS)


@blueprint.post("/contacten/<uuid:contact_id>/wissen")
@access("coordinator")
def erase_contact(contact_id: UUID) -> ResponseReturnValue:
    """Erase a contact; when somebody did so meanwhile, that is as good."""
    found = _find(contact_id)
    with writing() as db_session:
        erasing.erase_contact(db_session, contact_id=found.id, by=actor(), at=clock.now())
    forget_everywhere()
    flash(_("The contact is erased."))
    return redirect(url_for("advise.show_network", network_id=found.network_id), 303)


def _find(contact_id: UUID) -> ContactPlace:
    with reading() as db_session:
        found = queries.find_contact(db_session, reach=person().reach, contact_id=contact_id)
    if found is None:
        abort(404)
    return found
