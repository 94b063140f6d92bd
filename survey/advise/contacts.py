"""Contacts at a partner organisation: add one, change what is known, archive, bring back."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from survey import clock
from survey.access import access, person
from survey.advise.mailing import post, tell
from survey.advise.saving import EditForm, changed, done, noted, saved
from survey.advise.views import blueprint
from survey.advise.within import OwnContact, locked_contact, locked_organisation, own_contact, own_organisation
from survey.database import reading
from survey.forms import choices, one_line
from survey.i18n import LANGUAGES, _, later
from survey.queries import members
from survey.services import contacts, inviting
from survey.services.changes import check_version, has_open_round, is_invited
from survey.services.contacts import Details
from survey.services.invited_page import history_of


class ContactForm(EditForm):
    """What is known of a contact."""

    name = StringField(
        later("Name"),
        filters=[one_line],
        validators=[
            InputRequired(later("Give the contact a name.")),
            Length(max=200, message=later("At most 200 characters fit.")),
        ],
    )
    address = StringField(later("E-mail address"), filters=[one_line])
    job = StringField(
        later("Job"), filters=[one_line], validators=[Length(max=100, message=later("At most 100 characters fit."))]
    )
    language = SelectField(later("Language"), choices=choices(LANGUAGES.items()), default="nl")
    names_profile = BooleanField(later("Fills in on behalf of the organisation"))
    organisation = SelectField(later("Organisation"))
    #: Made for one showing of the form: what is sent twice adds nobody twice.
    once = HiddenField(default=lambda: str(uuid4()))

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields would hold for this contact."""
        same = {name: getattr(row, name) for name in ("name", "job", "language", "names_profile")}
        return same | {"address": row.address or "", "organisation": str(row.partner_organisation_id)}

    @property
    def details(self) -> Details:
        """What was typed."""
        fields: Any = self
        names = ("name", "address", "language", "job", "names_profile")
        return Details(**{name: fields[name].data for name in names})

    def new_id(self, organisation_id: UUID) -> UUID:
        """Return what a new contact is known by: the same for the same form with the same person in it."""
        fields: Any = self
        return uuid5(organisation_id, repr((fields.once.data, self.details)))


@blueprint.route("/organisaties/<uuid:organisation_id>/contacten/nieuw", methods=["GET", "POST"])
@access("coordinator")
def add_contact(organisation_id: UUID) -> ResponseReturnValue:
    """Add a contact; while a round is open the contact is invited to it as well."""
    with reading() as session:
        network, organisation = own_organisation(session, organisation_id)
        is_open = has_open_round(session, network=network)
    form: Any = ContactForm()
    del form.organisation

    batches: list[UUID] = []

    def add(session: Session) -> None:
        own = locked_organisation(session, organisation_id)
        id = form.new_id(organisation_id)
        if members.find_contact(session, reach=person().reach, contact_id=id) is not None:
            return
        made = contacts.add(session, organisation=own.organisation, details=form.details, id=id)
        batches.extend(_invite(session, OwnContact(*own, made)))
        noted(session, changed("contact.added", made.id, own.network))

    if form.validate_on_submit() and saved(form, add):
        tell(batches)
        flash(_("%(name)s is added.", name=form.name.data))
        return redirect(url_for("advise.show_network", network_id=network.id, _anchor=f"o-{organisation_id}"), 303)
    page = render_template(
        "advise/contact_form.html", form=form, network=network, organisation=organisation, contact=None, is_open=is_open
    )
    return page, 422 if form.errors else 200


@blueprint.route("/contacten/<uuid:contact_id>/bewerken", methods=["GET", "POST"])
@access("coordinator")
def edit_contact(contact_id: UUID) -> ResponseReturnValue:
    """Change what is known of a contact, or move the contact to another organisation of the network."""
    with reading() as session:
        network, organisation, contact = own_contact(session, contact_id)
        is_open = has_open_round(session, network=network)
        is_fixed = is_invited(session, contact=contact)
        history = history_of(session, contact_id=contact_id)
        others = members.list_organisations(session, network_id=network.id)
    form: Any = ContactForm()
    form.organisation.choices = choices((str(each.id), each.name) for each in others)
    if not form.is_submitted():
        form.process(data={**form.told_of(contact), "version": str(contact.version)})

    def change(session: Session) -> None:
        own = locked_contact(session, contact_id)
        check_version(own.contact, form.version.data)
        target = own_organisation(session, UUID(form.organisation.data)).organisation
        fields = contacts.change_contact(session, contact=own.contact, organisation=target, details=form.details)
        if fields:
            noted(session, changed("contact.changed", contact_id, own.network, fields=sorted(fields)))

    if form.validate_on_submit() and saved(form, change):
        flash(_("Saved"))
        return redirect(url_for("advise.show_network", network_id=network.id), 303)
    page = render_template(
        "advise/contact_form.html",
        form=form,
        network=network,
        organisation=organisation,
        contact=contact,
        is_open=is_open,
        is_fixed=is_fixed,
        history=history,
    )
    return page, 422 if form.errors else 200


@blueprint.post("/contacten/<uuid:contact_id>/archiveren")
@access("coordinator")
def archive_contact(contact_id: UUID) -> ResponseReturnValue:
    """Invite a contact no more."""
    network_id = _network_of(contact_id)

    def archive(session: Session) -> None:
        own = locked_contact(session, contact_id)
        contacts.archive(session, contact=own.contact, at=clock.now())
        noted(session, changed("contact.archived", contact_id, own.network))

    done(archive, _("This contact is archived, and gets no new invitations. A link that went out goes on working."))
    return redirect(url_for("advise.show_network", network_id=network_id), 303)


@blueprint.post("/contacten/<uuid:contact_id>/terughalen")
@access("coordinator")
def bring_contact_back(contact_id: UUID) -> ResponseReturnValue:
    """Let an archived contact be invited again; while a round is open, to that one as well."""
    network_id = _network_of(contact_id)
    batches: list[UUID] = []

    def bring_back(session: Session) -> None:
        own = locked_contact(session, contact_id)
        contacts.bring_back(session, contact=own.contact)
        batches.extend(_invite(session, own))
        noted(session, changed("contact.brought_back", contact_id, own.network))

    done(bring_back, _("This contact is back."))
    tell(batches)
    return redirect(url_for("advise.show_network", network_id=network_id), 303)


def _network_of(contact_id: UUID) -> UUID:
    with reading() as session:
        return own_contact(session, contact_id).network.id


def _invite(session: Session, own: OwnContact) -> list[UUID]:
    late = [(own.contact, own.organisation.kind)]
    return inviting.invite_latecomers(session, network=own.network, latecomers=late, post=post())
