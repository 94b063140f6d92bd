"""Import many networks at once: an adviser's file, in which each row names its network."""

from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import AuditEvent, Municipality, Network, NetworkMunicipality, PartnerOrganisation
from tests.factories import NETWORK, add_adviser, add_network, sign_in
from tests.importing import decide, do_import, give, plan
from tests.pages import PageClient
from tests.spreadsheets import HEADINGS, opened, saved, workbook

ADDRESS = "/importeren"
COLUMNS = ("Netwerk", "Provincie", "Gemeenten", *HEADINGS[:4])


def networks(app: Flask) -> dict[str, Network]:
    with app.app_context(), reading() as session:
        return {network.name: network for network in session.scalars(select(Network).order_by(Network.name))}


@pytest.fixture
def municipalities(app: Flask, client: PageClient) -> None:
    with app.app_context(), writing() as session:
        for code, name in (("GM0344", "Waterdam"), ("GM0345", "Veendam aan Zee"), ("GM0346", "'s-Dam")):
            session.add(Municipality(id=uuid4(), code=code, name=name, province="PV26", year=2026))


def test_a_row_with_a_province_makes_a_network(app: Flask, client: PageClient, municipalities: None) -> None:
    account = sign_in(app, client)
    rows = (
        ("Taalnetwerk Zee", "utrecht", "344; 's-dam, Nergenshuizen", "Bieb", "bieb", "Noor", "noor@x.example"),
        ("taalnetwerk zee", "", "GM0345", "Bieb", "", "Tim", "tim@x.example"),
        ("Taalnetwerk Berg", "Friesland", "", "Roc", "roc", "", ""),
        ("Taalnetwerk Dal", "", "", "Roc", "roc", "Ada", "ada@x.example"),
    )

    page = plan(client, ADDRESS, workbook(COLUMNS, *rows))

    assert "2 netwerken erbij, 2 organisaties erbij, 2 contactpersonen erbij, 1 rij overgeslagen" in page.words
    assert "Je hebt geen netwerk “Taalnetwerk Dal”." in page.words
    assert "We kennen geen gemeente “Nergenshuizen”." in page.words
    decide(client, page)
    made = networks(app)
    assert set(made) == {"Taalnetwerk Zee", "Taalnetwerk Berg"}
    assert (made["Taalnetwerk Zee"].province, made["Taalnetwerk Berg"].province) == ("PV26", "PV21")
    assert made["Taalnetwerk Zee"].adviser_id == account.id
    with app.app_context(), reading() as session:
        links = session.scalars(
            select(Municipality.code)
            .join(NetworkMunicipality, NetworkMunicipality.municipality_id == Municipality.id)
            .order_by(Municipality.code)
        ).all()
        event = session.scalars(select(AuditEvent).where(AuditEvent.action == "import.carried_out")).one()
    assert links == ["GM0344", "GM0345", "GM0346"]
    assert (event.network_id, event.details["networks_added"]) == (None, 2)


def test_the_same_networks_twice_change_nothing(app: Flask, client: PageClient, municipalities: None) -> None:
    sign_in(app, client)
    rows = (
        ("Taalnetwerk Zee", "Utrecht", "Waterdam", "Bieb", "bieb", "Noor", "noor@x.example"),
        ("Taalnetwerk Zee", "Zeeland", "", "Bieb", "roc", "Tim", "tim@x.example"),
    )
    do_import(client, ADDRESS, workbook(COLUMNS, *rows))

    page = plan(client, ADDRESS, workbook(COLUMNS, *rows))

    assert "2 rijen al precies zo" in page.words
    assert networks(app)["Taalnetwerk Zee"].province == "PV26"


def test_a_province_and_municipalities_of_a_network_that_is_there_change(
    app: Flask, client: PageClient, municipalities: None
) -> None:
    with app.app_context(), writing() as session:
        add_network(session, members={"library": 1})
    sign_in(app, client)
    row = (NETWORK, "Zeeland", "Waterdam", "library van Taalnetwerk Waterdam", "", "", "")

    page = plan(client, ADDRESS, workbook(COLUMNS, row))

    assert "Provincie: was Utrecht → wordt Zeeland" in page.words
    assert "Gemeente erbij: was leeg → wordt Waterdam" in page.words
    decide(client, page)
    assert (networks(app)[NETWORK].province, networks(app)[NETWORK].version) == ("PV29", 2)


def test_a_network_of_another_organisation_is_not_there(app: Flask, client: PageClient) -> None:
    with app.app_context(), writing() as session:
        add_network(session, members={"library": 1})
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example")
    row = (NETWORK, "", "", "Bieb", "bieb", "Noor", "noor@x.example")

    page = plan(client, ADDRESS, workbook(COLUMNS, row))

    assert f"Je hebt geen netwerk “{NETWORK}”." in page.words
    assert page.all("button", value="confirm") == []


def test_a_network_that_is_archived_takes_no_rows(app: Flask, client: PageClient) -> None:

    with app.app_context(), writing() as session:
        add_network(session, members={"library": 1}).archived_at_utc = clock.now()
    sign_in(app, client)

    page = plan(client, ADDRESS, workbook(COLUMNS, (NETWORK, "", "", "Bieb", "bieb", "Noor", "noor@x.example")))

    assert "is gearchiveerd" in page.words
    assert page.all("button", value="confirm") == []


def test_rows_that_are_skipped_leave_no_network_and_no_organisation(app: Flask, client: PageClient) -> None:
    sign_in(app, client)
    rows = (
        ("Taalnetwerk Zee", "Utrecht", "", "Bieb", "", "Noor", "noor@x.example"),
        ("Taalnetwerk Zee", "Utrecht", "", "Roc", "roc", "Tim", "a@x.example; b@x.example"),
    )

    page = plan(client, ADDRESS, workbook(COLUMNS, *rows))

    assert "2 rijen overgeslagen" in page.words
    decide(client, page)
    assert networks(app) == {}


def test_a_merged_network_holds_for_its_rows(app: Flask, client: PageClient) -> None:
    sign_in(app, client)
    rows = (
        ("Taalnetwerk Zee", "Utrecht", "", "Bieb", "bieb", "Noor", "noor@x.example"),
        ("", "", "", "Roc", "roc", "Tim", "tim@x.example"),
        ("", "", "", "Roc", "roc", "Ada", "ada@x.example"),
    )
    book = opened(workbook(COLUMNS, *rows))
    book.worksheets[0].merge_cells("A2:A3")

    page = plan(client, ADDRESS, saved(book))

    assert "2 contactpersonen erbij, 1 rij overgeslagen" in page.words
    assert "In deze rij staat geen netwerk." in page.words


def test_a_file_that_names_no_networks_is_refused(app: Flask, client: PageClient) -> None:
    sign_in(app, client)

    page = give(client, ADDRESS, workbook(HEADINGS, ("Bieb", "bieb", "Noor")), status=422)

    assert "Er is geen kolom “Netwerk”." in page.words


def test_a_file_without_organisations_is_refused(app: Flask, client: PageClient) -> None:
    sign_in(app, client)

    page = give(client, ADDRESS, workbook(("Netwerk", "Naam"), ("Zee", "Noor")), status=422)

    assert "Er is geen kolom “Organisatie”." in page.words


def test_organisations_of_one_name_in_two_networks_are_two(app: Flask, client: PageClient) -> None:
    sign_in(app, client)
    rows = tuple((name, "Utrecht", "", "Bieb", "bieb", "Noor", "noor@x.example") for name in ("Zee", "Berg"))

    do_import(client, ADDRESS, workbook(COLUMNS, *rows))

    with app.app_context(), reading() as session:
        assert len(session.scalars(select(PartnerOrganisation)).all()) == 2


def test_a_coordinator_has_no_page_for_many_networks(app: Flask, client: PageClient) -> None:
    with app.app_context(), writing() as session:
        add_adviser(session)
    sign_in(app, client, role="coordinator")

    client.get(ADDRESS, 404)
    assert "/importeren" not in client.get("/netwerken").links()
