"""The page "Overzicht": what each network needs, in the order of urgency, within what somebody reads."""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import event, update

from survey import clock
from survey.clock import dutch_day
from survey.database import writing
from survey.extensions import db
from survey.models import Account, Network, Round
from survey.services import networks
from tests.dashboards import add_stood
from tests.factories import make_round, sign_in
from tests.pages import Page, PageClient

ADDRESS = "/overzicht"


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def names(page: Page) -> list[str]:
    return ["".join(name.itertext()).replace("\u00ad", "") for name in page.all("bdi")]


def change(app: Flask, table: type[Any], values: Mapping[str, Any]) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(table).values(**values))


def test_the_reason_stands_in_words(app: Flask, client: PageClient, adviser: Account) -> None:
    make_round(app)
    change(app, Round, {"closes_on": dutch_day(clock.now()) + timedelta(days=4)})

    page = client.get(ADDRESS)

    assert "Respons 0%, sluit over 4 dagen, nog te weinig voor een uitkomst" in page.words
    assert "1 netwerk heeft nu iemand nodig." in page.words


def test_networks_that_need_somebody_come_first_whatever_their_results(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        add_stood(session, own, "A met lage cijfers", like="divided")
        add_stood(session, own, "B met hoge cijfers", like="large")
        networks.add_network(session, adviser=own, name="Zonder ronde", province="Utrecht")

    page = client.get(ADDRESS)

    assert names(page) == ["Zonder ronde", "A met lage cijfers", "B met hoge cijfers"]
    assert "Er was nog geen ronde" in page.words


def test_the_last_results_stand_in_a_word_per_topic(app: Flask, client: PageClient, adviser: Account) -> None:
    with app.app_context(), writing() as session:
        add_stood(session, session.get_one(Account, adviser.id), "Tweestromen", like="divided")

    page = client.get(ADDRESS)

    assert "Rollen en taken: verdeeld" in page.words
    summaries = ["".join(each.itertext()) for each in page.all("summary")]
    (told,) = [each for each in summaries if "verdeeld" in each]
    divided, attention = "Rollen en taken en Voorwaarden", "Ons gezamenlijke doel en Samen mensen bereiken"
    unknown = "De inzet van de gemeente"
    assert told == f"onbekend: {unknown}; verdeeld: {divided}; aandacht: {attention}; 3 op weg"


def test_an_adviser_without_networks_is_told_what_to_do(client: PageClient, adviser: Account) -> None:
    page = client.get(ADDRESS)

    assert "Je hebt nog geen netwerken" in page.words
    assert "/netwerken" in page.links()


def test_networks_of_colleagues_are_there_when_asked_for_and_others_never(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    with app.app_context(), writing() as session:
        add_stood(session, session.get_one(Account, adviser.id), "Eigen", like="silent")
    sign_in(app, client, role="adviser", address="ida@taalsteun.example")
    assert names(client.get(f"{ADDRESS}?wie=")) == ["Eigen"]
    assert names(client.get(f"{ADDRESS}?wie=mijn")) == []

    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")
    assert names(client.get(f"{ADDRESS}?wie=")) == []


def test_an_archived_network_needs_nothing(app: Flask, client: PageClient, adviser: Account) -> None:
    with app.app_context(), writing() as session:
        add_stood(session, session.get_one(Account, adviser.id), "Oud", like="silent")
    change(app, Network, {"archived_at_utc": clock.now()})

    assert names(client.get(ADDRESS)) == []


@pytest.mark.parametrize("page", ["0", "99999999999", "-1", "x"])
def test_a_page_that_there_is_not_is_no_mistake(app: Flask, client: PageClient, adviser: Account, page: str) -> None:
    make_round(app)

    assert len(names(client.get(f"{ADDRESS}?bladzijde={page}"))) == 1


@pytest.mark.parametrize("number", [2, 70])
def test_it_takes_as_many_queries_for_many_networks(
    app: Flask, client: PageClient, adviser: Account, number: int
) -> None:
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        for place in range(number):
            networks.add_network(session, adviser=own, name=f"Netwerk {place}", province="Utrecht")
        add_stood(session, own, "Met rapport", like="small")
        engine = db.engine
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(ADDRESS)

    assert len([each for each in asked if each.lower().startswith("select")]) <= 12, "\n".join(asked)


def rows_of(client: PageClient) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each sheet of the workbook after its first, by what stands above each printed cell."""
    book = load_workbook(BytesIO(client.get(f"{ADDRESS}.xlsx").body))
    found: dict[str, list[dict[str, Any]]] = {}
    for sheet in book.worksheets[1:]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)  # which is what it is when nothing is said
        assert sheet.page_setup.fitToHeight == 0
        heads, *rows = sheet.iter_rows(min_row=3, values_only=True)
        found[sheet.title] = [dict(zip(heads, row, strict=True)) for row in rows]
    return found


def test_the_workbook_has_a_column_for_each_thing(app: Flask, client: PageClient, adviser: Account) -> None:
    make_round(app)
    closes_on = dutch_day(clock.now()) + timedelta(days=4)
    change(app, Round, {"closes_on": closes_on})
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        add_stood(session, own, "Tweestromen", like="divided")
        networks.add_network(session, adviser=own, name="Zonder ronde", province="Utrecht")

    found = rows_of(client)

    assert list(found) == ["Wat is er nodig", "Laatste uitkomst"]
    needs = found["Wat is er nodig"]
    states = {row["Netwerk"]: row["Ronde"] for row in needs}
    assert states["Zonder ronde"] == "nog geen ronde"
    assert states["Tweestromen"] == "rapport klaar"
    (running,) = [row for row in needs if row["Ronde"] == "ronde loopt"]
    assert running["Wat is er nodig"].startswith("Respons 0%, sluit over 4 dagen")
    assert (running["Respons in procenten"], running["Respons in procenten, als getal"]) == ("0", 0)
    assert running["Laatste dag om in te vullen"] == closes_on.isoformat()
    assert (running["Acties die nog open staan, als getal"], running["Waarvan te laat, als getal"]) == (0, 0)
    assert {row["Laatste dag om in te vullen"] for row in needs if row is not running} == {"–"}
    (divided,) = [row for row in found["Laatste uitkomst"] if row["Netwerk"] == "Tweestromen"]
    assert (divided["Rollen en taken"], divided["De inzet van de gemeente"]) == ("verdeeld", "onbekend")


def test_the_workbook_says_of_a_round_by_code_how_many_answers_as_the_page_does(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    make_round(app)
    change(app, Round, {"is_by_code": True})

    (row,) = rows_of(client)["Wat is er nodig"]

    assert "0 antwoorden" in client.get(ADDRESS).words
    assert row["Respons in procenten"] == "–"
    assert row["Antwoorden, als niemand is uitgenodigd, als getal"] == 0


def test_without_a_report_the_workbook_has_no_last_results(app: Flask, client: PageClient, adviser: Account) -> None:
    make_round(app)

    assert list(rows_of(client)) == ["Wat is er nodig"]


def test_the_workbook_of_what_is_needed_is_not_called_results(app: Flask, client: PageClient, adviser: Account) -> None:
    make_round(app)
    first = load_workbook(BytesIO(client.get(f"{ADDRESS}.xlsx").body)).worksheets[0]
    told = " ".join(str(cell.value) for row in first.iter_rows() for cell in row)

    assert "Dit is hoe het nu gaat met elk netwerk" in told
    assert "cijfers uit de rapporten" not in told
