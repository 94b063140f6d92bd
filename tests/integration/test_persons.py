"""A request about one person: found everywhere, given as a file, erased everywhere, and proved."""

import re
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select, text

from survey import clock
from survey.database import reading, writing
from survey.errors import Refused
from survey.models import (
    Account,
    AccountSession,
    Base,
    Contact,
    HandOver,
    LinkRequest,
    Network,
    NetworkCoordinator,
    OpenIdIdentity,
    Passkey,
    Response,
)
from survey.services import audit, contacts, organisations, persons
from survey.services.audit import COMMAND_LINE, What
from tests.factories import add_adviser, key_of, sign_in
from tests.pages import Page, PageClient
from tests.persons import ADDRESS, JOB, NAME, SECRETS, be_everywhere, held

SIGNED_IN = "beheer@x.example"


@pytest.fixture
def administrator(app: Flask, client: PageClient) -> Account:
    """Somebody who administers, at another support organisation than most of what is found."""
    be_everywhere(app)
    return sign_in(app, client, role="administrator", support="Beheer", address=SIGNED_IN)


def search(client: PageClient, who: str, status: int = 200) -> Page:
    return client.submit(client.get("/beheer/personen"), {"who": who}, status, form={"id": "search"})


def press(client: PageClient, page: Page, form: str, status: int = 200, **changes: str) -> Page:
    return client.submit(page, changes, status, form={"id": form})


def erase(client: PageClient, who: str = ADDRESS) -> Page:
    """Search, confirm, and follow to the proof."""
    asked = press(client, search(client, who), "erase1")
    return client.follow(press(client, asked, "erase", 303))


def everything(connection: Connection) -> str:
    """Return every row of every table, as text."""
    return repr([connection.execute(select(table)).all() for table in Base.metadata.tables.values()])


@pytest.mark.parametrize("who", [ADDRESS, ADDRESS.upper(), "hanna.bos+tag@everywhere.example", NAME, "bos-every"])
def test_a_person_is_found_in_all_networks(client: PageClient, administrator: Account, who: str) -> None:
    page = search(client, who)

    assert "1 persoon gevonden" in page.words
    for place in ("Taalnetwerk Een", "Taalnetwerk Twee", "Account"):
        assert place in page.words


@pytest.mark.parametrize("who", ["niemand@everywhere.example", "bos@everywhere.example", "Niemand", "%", "_anna"])
def test_nobody_else_is_found(client: PageClient, administrator: Account, who: str) -> None:
    assert "0 personen gevonden" in search(client, who).words


def test_nothing_typed_is_a_sentence(client: PageClient, administrator: Account) -> None:
    assert "Typ een e-mailadres of een naam." in search(client, "  ", 422).words


def test_nothing_of_the_person_stands_in_an_address(client: PageClient, administrator: Account) -> None:
    page = search(client, ADDRESS)

    actions = [form.get("action", "") for form in page.all("form", action=None)]
    assert [each for each in [*page.links(), *actions] if "?" in each and "bos" in each.lower()] == []


def test_the_file_holds_what_staff_hold(app: Flask, client: PageClient, administrator: Account) -> None:
    with writing() as session:
        account = session.scalars(select(Account).where(Account.address == ADDRESS)).one()
        other = add_adviser(session)
        network = session.scalars(select(Network).where(Network.name == "Taalnetwerk Een")).one()
        offer = {"from_account_id": other.id, "to_account_id": account.id, "offered_at_utc": clock.now()}
        session.add(HandOver(network_id=network.id, **offer))
        audit.note(session, What("account.role_changed", "account", account.id), by=COMMAND_LINE, at=clock.now())

    page = press(client, search(client, ADDRESS), "file1")

    assert page.headers["Content-Disposition"] == 'attachment; filename="persoon.html"'
    wanted = (NAME, "hanna.bos+x@everywhere.example", JOB, "Buurt Taalnetwerk Een", "Taalnetwerk Twee",
              "Taalsteun Noord", "coordinator", "passkey: Telefoon", "https://elsewhere.example", "192.0.2.0/24",
              "Taalnetwerk Drie", "veranderde wat iemand mag", "Gevraagd", "Overgedragen netwerken")  # fmt: skip
    assert [each for each in wanted if each not in page.text] == []
    assert [secret for secret in SECRETS if secret in page.text] == []


def test_the_file_says_nothing_of_invitations_reminders_or_answers(
    app: Flask, client: PageClient, connection: Connection, administrator: Account
) -> None:
    before = _file(client)
    with writing() as session:
        contact = session.scalars(select(Contact).where(Contact.name == NAME)).first()
        assert contact is not None
        for action in ("invitation.sent", "reminder.sent", "link.renewed"):
            audit.note(session, What(action, "contact", contact.id), by=COMMAND_LINE, at=clock.now())
        for response in session.scalars(select(Response)):
            response.answers = {"ro-1": 5}
            response.kept_at_utc = response.sent_in_at_utc = clock.now()

    assert _file(client) == before
    assert "eigen link" in before


def _file(client: PageClient) -> str:
    page = press(client, search(client, ADDRESS), "file1")
    return re.sub(r"<tr><td>[-0-9 :]{16}</td><td>person\.exported.*?</tr>", "", page.text)


def test_erasing_takes_the_person_out_of_every_table(
    app: Flask, client: PageClient, connection: Connection, administrator: Account
) -> None:
    assert [each for each in (ADDRESS, NAME, JOB, *SECRETS) if each not in everything(connection)] == []

    proof = erase(client)

    left = everything(connection)
    assert [each for each in ("everywhere.example", NAME, JOB, *SECRETS, "192.0.2.0") if each in left] == []
    for table in (LinkRequest, Passkey, OpenIdIdentity, NetworkCoordinator):
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0
    assert connection.execute(select(func.count()).select_from(AccountSession)).scalar_one() == 1
    assert [each for each in (ADDRESS, NAME, "everywhere") if each in proof.text] == []


def test_others_are_left_alone(client: PageClient, connection: Connection, administrator: Account) -> None:
    with reading() as session:
        before = held(session)

    erase(client)

    with reading() as session:
        after = held(session)
    gone = [set(first) - set(second) for first, second in zip(before, after, strict=True)]
    assert gone == [{"hanna.bos+x@everywhere.example"}, {ADDRESS}]


def test_the_proof_says_what_where_and_when_and_can_be_recognised(
    app: Flask, client: PageClient, connection: Connection, administrator: Account
) -> None:
    proof = erase(client)

    mark = str(persons.mark_of(ADDRESS, key=key_of(app)))
    for said in (
        mark,
        "Taalnetwerk Een (Taalsteun Midden): 1",
        "Taalnetwerk Twee (Taalsteun Noord): 1",
        "konden we niet",
    ):
        assert said in proof.words
    plain = client.get(next(link for link in proof.links() if link.endswith(".txt")))
    assert plain.headers["Content-Disposition"] == 'attachment; filename="bewijs.txt"'
    assert mark in plain.text
    assert "<" not in plain.text
    assert "&" not in plain.text
    again = search(client, f" {ADDRESS.upper()} ")
    assert "0 personen gevonden" in again.words
    assert client.get(next(link for link in again.links() if "bewijs" in link)).words == proof.words
    assert "bewijs" not in " ".join(search(client, "else@everywhere.example").links())


def test_the_notes_hold_numbers(client: PageClient, connection: Connection, administrator: Account) -> None:
    press(client, search(client, ADDRESS), "file1")
    erase(client)

    table = Base.metadata.tables["audit_event"]
    noted = {row["action"]: row for row in connection.execute(select(table)).mappings()}
    assert noted["person.exported"]["details"] == {"contacts": 2, "accounts": 1}
    assert noted["person.erased"]["details"] == {"deleted": 1, "emptied": 1, "networks": 2, "accounts": 1}
    assert noted["account.erased"]["actor_id"] == administrator.id


def test_an_adviser_of_networks_goes_after_handing_them_over(
    client: PageClient, connection: Connection, administrator: Account
) -> None:
    asked = press(client, search(client, "ida@noord.example"), "erase1")

    refused = press(client, asked, "erase", 422)

    assert "Draag die netwerken eerst over" in refused.words
    assert "ida@noord.example" in everything(connection)


def test_nothing_is_erased_when_one_part_cannot_be(
    app: Flask, client: PageClient, connection: Connection, administrator: Account
) -> None:
    """A contact who is adviser elsewhere: the contact stays as well."""
    with writing() as session:
        network = session.scalars(select(Network).where(Network.name == "Taalnetwerk Een")).one()
        organisation = organisations.add_organisation(session, network=network, name="Noord", kind="community")
        contacts.add_contact(session, organisation=organisation, name="Ida Noord", address="ida@noord.example")

    asked = press(client, search(client, "ida@noord.example"), "erase1")
    press(client, asked, "erase", 422)

    assert "Ida Noord" in everything(connection)


def test_the_last_administrator_and_oneself_stay(
    app: Flask, client: PageClient, connection: Connection, administrator: Account
) -> None:
    asked = press(client, search(client, SIGNED_IN), "erase1")
    assert "Je kunt jezelf niet wissen" in press(client, asked, "erase", 422).words

    with writing() as session:
        person = persons.find_person(session, key=SIGNED_IN)
        assert person is not None
        with pytest.raises(Refused):
            persons.erase_person(session, person=person, key=key_of(app), by=COMMAND_LINE, at=clock.now())


def test_a_contact_without_an_address_is_a_person_alone(
    app: Flask, client: PageClient, connection: Connection, administrator: Account
) -> None:
    with writing() as session:
        network = session.scalars(select(Network).where(Network.name == "Taalnetwerk Een")).one()
        organisation = organisations.add_organisation(session, network=network, name="Papier", kind="community")
        for _ in range(2):
            contacts.add_contact(session, organisation=organisation, name="Piet Papier", address=None)

    assert "2 personen gevonden" in search(client, "Piet Papier").words
    erase(client, "Piet Papier")

    assert "1 persoon gevonden" in search(client, "Piet Papier").words


@pytest.mark.parametrize("key", ["", "niemand@x.example", "x", "c953a1e0-67d9-4c7b-9f63-3a1f6f2f8f11", "a@b@c", "%@%"])
@pytest.mark.parametrize("path", ["bestand", "wissen", "gewist"])
def test_a_key_of_nobody_is_not_found(client: PageClient, administrator: Account, path: str, key: str) -> None:
    token = search(client, ADDRESS).form(id="search").fields["csrf_token"]

    client.post(f"/beheer/personen/{path}", {"csrf_token": token, "key": key}, 404)


def test_a_post_without_the_pages_token_does_nothing(
    client: PageClient, connection: Connection, administrator: Account
) -> None:
    client.post("/beheer/personen/gewist", {"key": ADDRESS}, 400)

    assert NAME in everything(connection)


def test_looking_people_up_by_the_hundred_stops(client: PageClient, administrator: Account, monkeypatch: Any) -> None:
    monkeypatch.setattr(persons, "LOOKING", persons.Limit("persons, by", 2, persons.LOOKING.per))
    search(client, ADDRESS)
    page = search(client, ADDRESS)

    assert "Probeer het over een uur nog eens" in search(client, ADDRESS, 429).words
    assert "Probeer het over een uur nog eens" in press(client, page, "file1", 429).words
    assert "Probeer het over een uur nog eens" in press(client, page, "erase1", 429).words


@pytest.mark.parametrize("role", ["coordinator", "adviser"])
def test_only_administrators_look_people_up(app: Flask, client: PageClient, role: Any) -> None:
    be_everywhere(app)
    sign_in(app, client, role=role)
    token = client.get("/netwerken").form(action="/uitloggen").fields["csrf_token"]

    client.get("/beheer/personen", 404)
    client.get(f"/beheer/personen/bewijs/{uuid4()}", 404)
    for path in ("", "/bestand", "/wissen", "/gewist"):
        client.post(f"/beheer/personen{path}", {"csrf_token": token, "key": ADDRESS, "who": ADDRESS}, 404)


def test_a_proof_of_nothing_is_not_there(client: PageClient, connection: Connection, administrator: Account) -> None:
    other = connection.execute(text("SELECT id FROM audit_event LIMIT 1")).scalar()
    client.get(f"/beheer/personen/bewijs/{other or uuid4()}", 404)
