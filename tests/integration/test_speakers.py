"""Who is asked to fill in on behalf of an organisation: on the page of the round, and in that person's invitation."""

from email.headerregistry import Address
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey import clock
from survey.database import writing
from survey.models import Contact, Invitation, Round
from survey.queries import round_mails
from survey.services import round_mail
from survey.services.round_letters import letter
from survey.services.round_mail import About
from tests.factories import OpenRound, key_of, make_round, sign_in
from tests.meetings import open_meeting
from tests.pages import PageClient

pytestmark = pytest.mark.usefixtures("connection")


def name_speaker(app: Flask, opened: OpenRound, kind: str = "library", **change: Any) -> None:
    """Name the first contact of an organisation."""
    with app.app_context(), writing() as session:
        contact = _contact(session, opened, kind)
        contact.names_profile = True
        for field, value in change.items():
            setattr(contact, field, value)


def _contact(session: Session, opened: OpenRound, kind: str) -> Contact:
    ours = select(Contact).where(Contact.network_id == opened.network_id, Contact.address.like(f"%{kind}%"))
    return session.scalars(ours.order_by(Contact.name)).all()[0]


def invitation_to(app: Flask, opened: OpenRound, kind: str = "library") -> str:
    """Return the text of the invitation of that contact."""
    sender = Address("Netwerkspiegel", addr_spec="spiegel@x.example")
    with app.app_context(), writing() as session:
        contact = _contact(session, opened, kind)
        invited = session.scalars(select(Invitation.id).where(Invitation.contact_id == contact.id)).one()
        about = About(opened.id, "invitation")
        (batch,) = round_mail.put_out(session, about, invitation_ids=[invited], sender=sender, at=clock.now())
        (mail,) = round_mails.list_due(session, batch_id=batch, at=clock.now())
        taken = round_mail.take(session, mail_id=mail, worker="test", at=clock.now())
        assert taken is not None
        ready = letter(taken, sender=sender, base_url="https://x.example", key=key_of(app))
        assert ready is not None
        return ready.wording.written().plain


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_invitation_of_who_is_named_asks_for_it(app: Flask, opened: OpenRound, language: str) -> None:
    before = invitation_to(app, make_round(app, name="Taalnetwerk Kroonmeer"))
    name_speaker(app, opened, language=language)

    said = invitation_to(app, opened)

    asks = {"nl": "Wil jij ook invullen namens library van", "en": "Would you fill in on behalf of library van"}
    assert asks[language] in said
    assert "Wil jij ook invullen namens" not in before


def test_it_does_not_where_the_round_asks_no_organisation(app: Flask, opened: OpenRound) -> None:
    name_speaker(app, opened)
    with app.app_context(), writing() as session:
        asking = session.get_one(Round, opened.id)
        asking.profile_version = asking.profile_hash = None

    assert "namens library" not in invitation_to(app, opened)


def test_the_page_of_the_round_names_where_nobody_is_named(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client, role="coordinator")
    address = f"/netwerken/{opened.network_id}/ronde"
    nobody = client.get(address).words
    name_speaker(app, opened)
    one = client.get(address)
    name_speaker(app, opened, "municipality")

    assert "Bij 2 organisaties is niemand aangewezen" in nobody
    assert "Bij 1 organisatie is niemand aangewezen" in one.words
    assert "municipality van" in one.words
    assert "library van" not in one.words
    assert "Bij elke organisatie is iemand gevraagd" in client.get(address).words


def test_a_meeting_asks_no_organisation(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    sign_in(app, client)

    assert "Namens de organisaties" not in client.get(f"/netwerken/{meeting.network_id}/ronde").words
