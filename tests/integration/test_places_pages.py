"""The page "Waar netwerken zijn": networks by province, region and stage, within what somebody reads."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import event, select

from survey import clock
from survey.clock import dutch_day
from survey.database import writing
from survey.extensions import db
from survey.models import Account, Municipality, Network, Round
from survey.services import networks
from tests.dashboards import add_stood
from tests.factories import make_round, sign_in
from tests.networks import audit_rows
from tests.pages import Page, PageClient

ADDRESS = "/kaart"


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def add(app: Flask, adviser: Account, *names: str, province: str = "PV26", **more: Any) -> None:
    with app.app_context(), writing() as session:
        account = session.get_one(Account, adviser.id)
        for name in names:
            made = networks.add_network(session, adviser=account, name=name, province=province, coordinator="Hanna Bos")
            for key, value in more.items():
                setattr(made, key, value)


def rows(page: Page) -> list[list[str]]:
    return [["".join(cell.itertext()).strip() for cell in row] for row in page.all("tr")][1:]


def test_networks_are_counted_by_how_far_their_rounds_are(app: Flask, client: PageClient) -> None:
    opened = make_round(app, {"library": 5}, name="Waterdam")
    adviser = sign_in(app, client)
    add(app, adviser, "Nieuw")
    with app.app_context(), writing() as session:
        add_stood(session, session.get_one(Account, adviser.id), "Klaar")
        session.scalars(select(Network).where(Network.name == "Waterdam")).one().province = "PV20"

    page = client.get(ADDRESS)
    assert "Er zijn 3 netwerken, in 2 provincies: één met een ronde die loopt, één met een rapport" in page.words

    with app.app_context(), writing() as session:
        session.get_one(Round, opened.id).closed_at_utc = clock.now()
    assert rows(client.get(ADDRESS))[0][:4] == ["Groningen", "regio niet ingevuld", "0", "1"]

    with app.app_context(), writing() as session:
        session.get_one(Round, opened.id).released_at_utc = clock.now()
    assert rows(client.get(ADDRESS))[0][:6] == ["Groningen", "regio niet ingevuld", "0", "0", "0", "1"]


def test_a_round_that_was_cancelled_is_none(app: Flask, client: PageClient) -> None:
    opened = make_round(app, {"library": 5}, name="Waterdam")
    sign_in(app, client)
    with app.app_context(), writing() as session:
        cancelled = session.get_one(Round, opened.id)
        cancelled.closed_at_utc = cancelled.cancelled_at_utc = clock.now()

    assert "één zonder ronde" in client.get(ADDRESS).words


def test_regions_have_their_names_and_those_without_a_network_are_named(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    with app.app_context(), writing() as session:
        year = dutch_day(clock.now()).year
        for code, region, name in (("GM0344", "AM12", "Midden-Utrecht"), ("GM0307", "AM13", "Amersfoort")):
            session.add(
                Municipality(
                    code=code, name=name, sort_name=name, province="PV26", year=year, region=region, region_name=name
                )
            )
    add(app, adviser, "Een", region="AM12")

    page = client.get(ADDRESS)

    assert rows(page)[0][:2] == ["Utrecht", "Midden-Utrecht"]
    assert "Geen netwerk in Amersfoort." in page.words


def test_archived_networks_and_those_elsewhere_are_nowhere(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")
    add(app, adviser, "Oud", archived_at_utc=clock.now() - timedelta(days=1))
    assert rows(client.get(ADDRESS))[-1][-1] == "1"

    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")

    assert "Je hebt nog geen netwerken" in client.get(ADDRESS).words


def test_a_colleagues_networks_are_there_when_asked_for(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een", "Twee")
    other = sign_in(app, client, role="adviser", address="ida@taalsteun.example")
    assert other.id != adviser.id
    add(app, other, "Drie")

    assert rows(client.get(ADDRESS))[-1][-1] == "1"
    assert rows(client.get(f"{ADDRESS}?wie="))[-1][-1] == "3"
    assert rows(client.get(f"{ADDRESS}?wie=mijn"))[-1][-1] == "1"


def test_the_workbook_has_the_same_and_is_written_down(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een", "Twee")

    book = load_workbook(BytesIO(client.get(f"{ADDRESS}.xlsx").body))

    found = [
        [str(cell) for cell in row if cell is not None] for sheet in book for row in sheet.iter_rows(values_only=True)
    ]
    assert any(row[:1] == ["Utrecht"] and "2" in row for row in found)
    assert ("dashboards.exported", {"form": "places", "filters": []}) in audit_rows(app)


def test_what_cannot_be_chosen_is_told(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")

    for address in (f"{ADDRESS}?wie=onzin", "/overzicht?wie=onzin", "/overzicht?bladzijde=x"):
        assert "Die keuze laten we weg." in client.get(address).words
    assert "Die keuze laten we weg." not in client.get(ADDRESS).words


def test_without_networks_the_workbook_is_empty_and_not_an_error(client: PageClient, adviser: Account) -> None:
    assert load_workbook(BytesIO(client.get(f"{ADDRESS}.xlsx").body)).sheetnames


@pytest.mark.parametrize("number", [3, 30])
def test_the_number_of_queries_does_not_grow(app: Flask, client: PageClient, adviser: Account, number: int) -> None:
    add(app, adviser, *(f"Netwerk {each}" for each in range(number)))
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(ADDRESS)

    assert len([each for each in asked if each.lower().startswith("select")]) <= 12, "\n".join(asked)


def test_each_province_leads_to_its_networks(app: Flask, client: PageClient, adviser: Account) -> None:
    make_round(app, {"library": 5}, name="Waterdam")

    page = client.get(f"{ADDRESS}?wie=")

    (province,) = [link for link in page.links() if "provincie=" in link]
    assert province == "/vergelijken?wie=&provincie=PV26"
