"""Erase a contact before, while and after a round is open: the person goes, what was sent in stays."""

from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select

from survey import clock
from survey.database import writing
from survey.models import Base, Contact, Invitation, Network, OrganisationProfile, Response
from survey.queries import lost_links
from survey.queries import networks as network_queries
from survey.services import contacts, erasing, organisations
from survey.services.audit import COMMAND_LINE
from tests.commands import Run
from tests.factories import (
    NETWORK,
    OpenRound,
    add_network,
    close_round,
    coded_answers,
    fill_in,
    key_of,
    make_round,
    open_next_round,
    sign_in,
    words,
)
from tests.pages import PageClient

CONTACTS = Base.metadata.tables["contact"]


def contact_of(connection: Connection, name: str = "library 000") -> UUID:
    return connection.execute(select(CONTACTS.c.id).where(CONTACTS.c.name == name)).scalar_one()


def erase(contact_id: UUID) -> str | None:
    with writing() as session:
        return erasing.erase_contact(session, contact_id=contact_id, by=COMMAND_LINE, at=clock.now())


def test_who_was_never_invited_is_gone(app: Flask, connection: Connection) -> None:
    with writing() as session:
        add_network(session, members={"library": 2})
    gone = contact_of(connection)

    assert erase(gone) == "deleted"

    assert connection.execute(select(CONTACTS.c.name)).scalars().all() == ["library 001"]
    assert erase(gone) is None


def test_in_an_open_round_nothing_of_the_person_is_left(connection: Connection, opened: OpenRound) -> None:
    gone = contact_of(connection)

    assert erase(gone) == "emptied"

    left = connection.execute(select(CONTACTS).where(CONTACTS.c.id == gone)).mappings().one()
    assert (left["name"], left["address"], left["address_key"], left["job"]) == ("", None, None, "")
    assert erase(gone) is None


@pytest.mark.parametrize("sends", [True, False])
def test_the_personal_link_works_as_before(app: Flask, client: PageClient, opened: OpenRound, sends: bool) -> None:
    fill_in(client, opened.tokens[0], coded_answers(1), send=sends)
    with app.app_context(), writing() as session:
        gone = session.scalars(select(Contact.id).where(Contact.name == "library 000")).one()
    erase(gone)

    page = client.get(opened.link)
    assert "library 000" not in page.text
    assert "zonder naam en zonder organisatie" not in page.words
    fill_in(client, opened.tokens[0], coded_answers(2) | words("op-keep", "Nog iets", share=False))
    results = close_round(app, opened.id)
    assert results is not None
    assert (results.response.sent_in, results.response.invited) == (1, 3)


def test_once_the_round_is_published_the_link_and_the_row_go(
    app: Flask, client: PageClient, connection: Connection, opened: OpenRound
) -> None:
    close_round(app, opened.id)

    assert erase(contact_of(connection)) == "deleted"

    invitations = connection.execute(select(func.count()).select_from(Invitation)).scalar_one()
    assert invitations == 2
    assert "Deze link werkt niet" in client.get(opened.link, 404).words
    client.get(f"/v/{opened.tokens[1]}", 303)


def test_a_round_that_is_closed_and_not_published_still_counts_whom_it_invited(
    app: Flask, connection: Connection, opened: OpenRound
) -> None:
    from survey.services import closing

    with app.app_context(), writing() as session:
        closing.cut(session, round_id=opened.id, at=clock.now())

    assert erase(contact_of(connection)) == "emptied"

    with app.app_context(), writing() as session:
        results = closing.publish_round(session, round_id=opened.id, at=clock.now())
    assert results is not None
    assert results.response.invited == 3


def test_nobody_is_mailed_printed_or_invited_as_an_empty_contact(
    app: Flask, connection: Connection, run: Run, opened: OpenRound
) -> None:
    erase(contact_of(connection))

    listed = run("invitation", "links", NETWORK)
    with writing() as session:
        found = lost_links.find_links(session, address_key="p0@library.example")
        contacts = network_queries.list_contacts(session, network_id=opened.network_id)
    assert found == []
    assert len(listed) == len(contacts) == 2
    close_round(app, opened.id, at=clock.now())
    with writing() as session:
        network = session.get_one(Network, opened.network_id)
        at = clock.now() + clock.months(4)
        following = open_next_round(session, network=network, key=key_of(app), at=at)
    assert len(following.tokens) == 2


def test_an_archived_contact_is_not_invited(app: Flask, connection: Connection) -> None:
    with writing() as session:
        network = add_network(session, members={"library": 2})
        session.get_one(Contact, contact_of(connection)).archived_at_utc = clock.now()
        session.flush()
        opened = open_next_round(session, network=network, key=key_of(app))

    assert len(opened.tokens) == 1


def test_the_address_can_be_used_again(connection: Connection, opened: OpenRound) -> None:
    erase(contact_of(connection))

    with writing() as session:
        network = session.get_one(Network, opened.network_id)
        organisation = organisations.find_organisation(session, network=network, name=f"library van {NETWORK}")
        contacts.add_contact(session, organisation=organisation, name="Nieuw", address="p0@library.example")


def test_colleagues_read_of_a_colleague(app: Flask, client: PageClient, connection: Connection) -> None:
    """Who changed an organisation's profile last is told by name, and of who was erased not."""
    opened = make_round(app)
    for token in opened.tokens[:2]:
        fill_in(client, token, coded_answers(1))
    editor = contact_of(connection)
    with writing() as session:
        place = session.get_one(Contact, editor).partner_organisation_id
        profile = OrganisationProfile(id=uuid4(), round_id=opened.id, partner_organisation_id=place)
        profile.kept_at_utc, profile.editor_id = clock.now(), editor
        session.add(profile)
    colleague = f"/v/{opened.tokens[1]}/organisatie"
    assert "veranderd door library 000, op" in client.get(colleague).words

    erase(editor)

    assert "veranderd door een collega, op" in client.get(colleague).words


def test_the_note_says_what_is_left_and_nothing_of_who_it_was(connection: Connection, opened: OpenRound) -> None:
    gone = contact_of(connection)
    erase(gone)

    (event,) = connection.execute(select(Base.metadata.tables["audit_event"])).mappings()
    assert (event["action"], event["object_id"], event["network_id"]) == ("contact.erased", gone, opened.network_id)
    assert event["details"] == {"left": "emptied"}
    assert "library" not in repr(dict(event))


def test_the_page_says_what_goes_and_what_stays(
    app: Flask, client: PageClient, connection: Connection, opened: OpenRound
) -> None:
    sign_in(app, client, role="coordinator")
    gone = contact_of(connection)

    page = client.get(f"/contacten/{gone}/wissen")
    before = page.words
    client.submit(page, {}, form={"id": "erase"})

    assert "library 000 wissen?" in before
    assert "De persoonlijke link blijft werken" in before
    assert "De contactpersoon is gewist." in client.get("/netwerken").words
    client.get(f"/contacten/{gone}/wissen", 404)
    client.post(f"/contacten/{gone}/wissen", status=400)  # without the token of a page


def test_after_the_round_the_page_says_that_the_link_goes(
    app: Flask, client: PageClient, connection: Connection, opened: OpenRound
) -> None:
    close_round(app, opened.id)
    sign_in(app, client)

    page = client.get(f"/contacten/{contact_of(connection)}/wissen")

    assert "De persoonlijke links van rondes die voorbij zijn" in page.words
    assert "lege regel" not in page.words


def test_a_contact_of_another_organisation_is_not_there(
    app: Flask, client: PageClient, connection: Connection, opened: OpenRound
) -> None:
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example")
    gone = contact_of(connection)

    client.get(f"/contacten/{gone}/wissen", 404)
    page = client.get("/netwerken")
    token = page.form(action="/uitloggen").fields["csrf_token"]
    client.post(f"/contacten/{gone}/wissen", {"csrf_token": token}, 404)
    client.get(f"/contacten/{uuid4()}/wissen", 404)

    assert connection.execute(select(CONTACTS.c.name).where(CONTACTS.c.id == gone)).scalar_one() == "library 000"
    assert connection.execute(select(func.count()).select_from(Response)).scalar_one() == 3
