"""Partner organisations of a network: add one, change it, delete it."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from survey.access import access
from survey.advise.network import kind_names
from survey.advise.saving import Confirmation, EditForm, changed, noted, saved
from survey.advise.views import blueprint
from survey.advise.within import OwnOrganisation, locked_network, locked_organisation, own_network, own_organisation
from survey.database import reading
from survey.errors import Refused
from survey.forms import choices, one_line
from survey.i18n import _, later
from survey.models import Network, PartnerOrganisation
from survey.services import organisations
from survey.services.changes import check_version, refuse_archived
from survey.services.organisations import LooksLike


class OrganisationForm(EditForm):
    """What is known of a partner organisation."""

    name = StringField(
        later("Name of the organisation"),
        filters=[one_line],
        validators=[
            InputRequired(later("Give the organisation a name.")),
            Length(max=200, message=later("At most 200 characters fit.")),
        ],
    )
    kind = SelectField(later("Kind of partner"), validators=[InputRequired(later("Choose a kind."))])

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields would hold for this organisation."""
        return {"name": row.name, "kind": row.kind}


@blueprint.route("/netwerken/<uuid:network_id>/organisaties/nieuw", methods=["GET", "POST"])
@access("coordinator")
def add_organisation(network_id: UUID) -> ResponseReturnValue:
    """Add a partner organisation; one that looks like another only by a second button."""
    with reading() as session:
        network = own_network(session, network_id)
    form = _form()
    form.kind.choices = [*choices([("", _("Choose"))]), *form.kind.choices]
    alike: list[bool] = []

    def add(session: Session) -> None:
        current = locked_network(session, network_id)
        name, kind = form.name.data, form.kind.data
        try:
            if "anyway" not in request.form:
                organisations.refuse_alike(session, network=current, name=name)
        except LooksLike:
            organisations.refuse_known(session, network=current, name=name)
            alike.append(True)
            raise
        made = organisations.add_organisation(session, network=current, name=name, kind=kind)
        noted(session, changed("organisation.added", made.id, current))

    if form.validate_on_submit() and saved(form, add):
        flash(_("The organisation is there. Now add its contacts."))
        return redirect(url_for("advise.show_network", network_id=network_id), 303)
    return _draw(form, network, None, is_alike=bool(alike))


@blueprint.route("/organisaties/<uuid:organisation_id>/bewerken", methods=["GET", "POST"])
@access("coordinator")
def edit_organisation(organisation_id: UUID) -> ResponseReturnValue:
    """Change the name or the kind of a partner organisation."""
    network, organisation = _own(organisation_id)
    form = _form()
    if not form.is_submitted():
        form.process(data={**form.told_of(organisation), "version": str(organisation.version)})

    def change(session: Session) -> None:
        own = locked_organisation(session, organisation_id)
        check_version(own.organisation, form.version.data)
        fields = organisations.change_organisation(
            session, network=own.network, organisation=own.organisation, name=form.name.data, kind=form.kind.data
        )
        if fields:
            noted(session, changed("organisation.changed", organisation_id, own.network, fields=sorted(fields)))

    if form.validate_on_submit() and saved(form, change):
        flash(_("Saved"))
        return redirect(url_for("advise.show_network", network_id=network.id), 303)
    return _draw(form, network, organisation)


@blueprint.route("/organisaties/<uuid:organisation_id>/verwijderen", methods=["GET", "POST"])
@access("coordinator")
def delete_organisation(organisation_id: UUID) -> ResponseReturnValue:
    """Ask whether an organisation can go, and delete it."""
    network, organisation = _own(organisation_id)
    form: Any = Confirmation()

    def delete(session: Session) -> None:
        own = locked_organisation(session, organisation_id)
        organisations.delete_organisation(session, network=own.network, organisation=own.organisation)
        noted(session, changed("organisation.deleted", organisation_id, own.network))

    if form.validate_on_submit() and saved(form, delete):
        flash(_("The organisation is deleted."))
        return redirect(url_for("advise.show_network", network_id=network.id), 303)
    page = render_template(
        "advise/organisation_delete.html",
        form=form,
        network=network,
        organisation=organisation,
        hindrance=_hindrance(organisation_id),
    )
    return page, 422 if form.errors else 200


def _hindrance(organisation_id: UUID) -> str:
    """Return why an organisation cannot go; nothing when it can."""
    with reading() as session:
        network, organisation = own_organisation(session, organisation_id)
        try:
            refuse_archived(network)
            organisations.refuse_in_use(session, network=network, organisation=organisation)
        except Refused as refusal:
            return refusal.told
    return ""


def _own(organisation_id: UUID) -> OwnOrganisation:
    with reading() as session:
        return own_organisation(session, organisation_id)


def _form() -> Any:
    form: Any = OrganisationForm()
    form.kind.choices = choices(kind_names().items())
    return form


def _draw(
    form: Any, network: Network, organisation: PartnerOrganisation | None, *, is_alike: bool = False
) -> ResponseReturnValue:
    page = render_template(
        "advise/organisation_form.html", form=form, network=network, organisation=organisation, is_alike=is_alike
    )
    return page, 422 if form.errors else 200
