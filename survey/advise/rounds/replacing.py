"""Correct an address, or invite somebody else instead: a new invitation, which starts empty."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.access import access
from survey.advise.contacts import ContactForm
from survey.advise.mailing import post, tell
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.own_invitations import locked_invitation, own_invitation
from survey.advise.saving import changed, noted, saved
from survey.database import reading
from survey.i18n import _
from survey.models import Contact
from survey.services import inviting
from survey.services.changes import check_version


class ReplacingForm(ContactForm):
    """What is known of who is invited instead, at the same organisation."""

    organisation = None

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return nothing: what is typed is of a new contact, and differs from the old one by intention."""
        return {}


@blueprint.route("/genodigden/<uuid:invitation_id>/vervangen", methods=["GET", "POST"])
@access("coordinator")
def replace(invitation_id: UUID) -> ResponseReturnValue:
    """Invite another address, or with ``?wie=anders`` another person, instead of who was invited."""
    with reading() as session:
        own = own_invitation(session, invitation_id)
    is_other = request.args.get("wie") == "anders"
    form: Any = ReplacingForm()
    if not form.is_submitted():
        form.process(data=_begin(own.contact, is_other=is_other))
    batches: list[UUID] = []

    def do(session: Session) -> None:
        now = locked_invitation(session, invitation_id)
        check_version(now.contact, form.version.data)
        new, mails = inviting.replace(
            session,
            place=now.place,
            invitation=now.invitation,
            contact=now.contact,
            details=form.details,
            post=post(),
        )
        batches.extend(mails)
        noted(session, changed("invitation.withdrawn", invitation_id, now.network))
        noted(session, changed("contact.added", new.id, now.network))

    if form.validate_on_submit() and saved(form, do):
        tell(batches)
        flash(_("%(name)s is invited. The link of before opens nothing any more.", name=form.name.data))
        return redirect(url_for("rounds.list_invited", network_id=own.network.id), 303)
    page = render_template(
        "advise/round/replace.html", form=form, network=own.network, contact=own.contact, is_other=is_other
    )
    return page, 422 if form.errors else 200


def _begin(contact: Contact, *, is_other: bool) -> dict[str, Any]:
    """Return what the fields begin with: of another person nothing is known."""
    names = ("name", "address", "job", "language", "names_profile")
    told = {name: getattr(contact, name) for name in names}
    told |= {"name": "", "address": "", "job": ""} if is_other else {}
    return told | {"version": str(contact.version)}
