"""What tests of invitations by hand share: the list of who is invited, its buttons, and the rows behind it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from survey.database import reading, writing
from survey.models import Contact, Invitation, RoundMail
from survey.services.contacts import Details
from survey.services.inviting import Post, invite_latecomers
from survey.tokens import make_token
from tests.factories import OpenRound, key_of
from tests.networks import organisation
from tests.pages import Page, PageClient


def list_of(opened: OpenRound) -> str:
    return f"/netwerken/{opened.network_id}/ronde/genodigden"


def press(client: PageClient, opened: OpenRound, invitation_id: UUID, action: str) -> Page:
    """Press a button of somebody on the list; return the page that it leads to."""
    page = client.get(list_of(opened))
    where = f"/genodigden/{invitation_id}/{action}"
    return client.follow(client.submit(page, {}, form={"action": where}))


def replace(
    client: PageClient, invitation_id: UUID, typed: dict[str, str], status: int = 303, *, query: str = ""
) -> Page:
    page = client.get(f"/genodigden/{invitation_id}/vervangen{query}")
    return client.submit(page, typed, status)


def invitation_of(app: Flask, name: str, which: int = 0) -> Invitation:
    """Return the invitation of a contact of this name, the oldest contact first."""
    with app.app_context(), reading() as session:
        statement = select(Invitation).join(Contact, Contact.id == Invitation.contact_id).where(Contact.name == name)
        return session.scalars(statement.order_by(Contact.archived_at_utc.is_(None), Contact.added_at_utc)).all()[which]


def token_of(app: Flask, invitation: Invitation) -> str:
    return make_token(key_of(app), "invitation", invitation.id, invitation.generation)


def mails(app: Flask) -> list[RoundMail]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(RoundMail).order_by(RoundMail.number, RoundMail.id)).all())


def change(app: Flask, invitation: Invitation, **values: Any) -> None:
    """Set what something else of the application would."""
    with app.app_context(), writing() as session:
        row = session.get_one(Invitation, invitation.id)
        for name, value in values.items():
            setattr(row, name, value)


def add_without_address(app: Flask, opened: OpenRound, names: Sequence[str]) -> None:
    """Add people without e-mail at the library while the round is open."""
    from survey.advise.mailing import post
    from survey.models import Network, PartnerOrganisation
    from survey.services import contacts

    where = organisation(app, "library")
    with app.app_context(), writing() as session:
        own = session.get_one(PartnerOrganisation, where.id)
        network = session.get_one(Network, opened.network_id)
        made = [(contacts.add(session, organisation=own, details=Details(name, None)), own.kind) for name in names]
        by: Post = post()
        invite_latecomers(session, network=network, latecomers=made, post=by)
