"""The page "Inzet, rollen en bereik": counts of networks, within what somebody reads."""

from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import event

from reports.profile import role_cards
from survey.database import writing
from survey.extensions import db
from survey.models import Account
from tests.dashboards import add_stood
from tests.factories import sign_in
from tests.networks import audit_rows
from tests.pages import Page, PageClient
from tests.unit.reports.networks import given

ADDRESS = "/inzet-rollen-bereik"


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def add(app: Flask, adviser: Account, *names: str, like: str = "large", province: str = "PV26") -> None:
    with app.app_context(), writing() as session:
        for name in names:
            add_stood(session, session.get_one(Account, adviser.id), name, like, province=province)


def numbers(page: Page, section: str) -> list[list[str]]:
    rows = [row for row in page.one("section", id=section).iter("tr")]
    return [["".join(cell.itertext()).strip() for cell in row.iter("td")] for row in rows if list(row.iter("td"))]


def test_networks_are_counted_by_how_their_tasks_are_divided(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een", "Twee")
    profile = given("large")[0].profile
    assert profile is not None

    page = client.get(ADDRESS)

    counts = [sum(map(int, row)) for row in numbers(page, "said-tasks")]
    assert counts == [2] * len(role_cards(profile))


def test_a_choice_counts_only_what_fits(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een", "Twee")
    add(app, adviser, "Drie", province="PV20")

    page = client.get(f"{ADDRESS}?provincie=PV20")

    assert "1 netwerk" in page.words
    assert {sum(map(int, row)) for row in numbers(page, "said-tasks")} == {1}


def test_only_the_newest_round_of_a_network_counts(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")
    once = numbers(client.get(ADDRESS), "said-tasks")

    assert {sum(map(int, row)) for row in once} == {1}


@pytest.mark.parametrize("where", ["", "?grootte=klein"])
def test_with_nothing_to_count_it_says_what_to_do(app: Flask, client: PageClient, adviser: Account, where: str) -> None:
    if where:
        add(app, adviser, "Groot")

    page = client.get(f"{ADDRESS}{where}")

    assert ("Geen netwerk past bij deze keuzes" if where else "Er is nog niets te vergelijken") in page.words


def test_networks_of_somebody_else_are_not_counted(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")
    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")

    assert "Er is nog niets te vergelijken" in client.get(ADDRESS).words


def test_the_workbook_has_the_same_tables(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Een")

    book = load_workbook(BytesIO(client.get(f"{ADDRESS}.xlsx").body))

    assert len(book.worksheets) == 5
    assert ("dashboards.exported", {"form": "reach", "filters": []}) in audit_rows(app)


@pytest.mark.parametrize("number", [2, 30])
def test_it_takes_as_many_queries_for_many_networks(
    app: Flask, client: PageClient, adviser: Account, number: int
) -> None:
    add(app, adviser, *(f"Netwerk {place}" for place in range(number)), like="small")
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(ADDRESS)

    assert len([each for each in asked if each.lower().startswith("select")]) <= 12, "\n".join(asked)
