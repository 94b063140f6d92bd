"""The page "Bibliotheek en welzijn": published gaps, what organisations say themselves, and what it costs."""

from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import event

from reports.dashboards import Change
from reports.gap import GapWord
from survey.database import writing
from survey.extensions import db
from survey.models import Account
from tests.dashboards import add_stood
from tests.factories import sign_in
from tests.networks import audit_rows
from tests.pages import Page, PageClient

ADDRESS = "/bibliotheek-en-welzijn"


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def add(app: Flask, adviser: Account, name: str, like: str = "large") -> None:
    with app.app_context(), writing() as session:
        add_stood(session, session.get_one(Account, adviser.id), name, like)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def grids(page: Page) -> list[list[str]]:
    """Return the names in each grid of the page."""
    tables = [table for table in page.all("table") if "words" in (table.get("class") or "").split()]
    return [[text_of(name) for name in table.iter("bdi")] for table in tables]


def test_figures_and_voices_stand_apart_by_name(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")
    add(app, adviser, "Bergen")

    page = client.get(ADDRESS)

    figures, voices = grids(page)
    assert figures == ["Bergen", "Waterdam", "Alle netwerken samen"]
    assert voices == ["Bergen", "Waterdam"]
    told = [cell.get("data-says", "") for cell in page.all("td") if cell.get("data-says")]
    assert any("; bibliotheek 3,4; welzijn 3,4; verschil" in each for each in told)


def test_a_network_that_shows_no_side_is_named_below_the_table(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    add(app, adviser, "Waterdam")
    add(app, adviser, "Klein", "small")

    page = client.get(ADDRESS)

    assert grids(page)[0] == ["Waterdam", "Alle netwerken samen"]
    assert "1 netwerk staat niet in deze tabel In deze netwerken is minstens een van de twee niet te zien" in page.words
    assert "of het is geen eigen groep in de ronde. Klein" in page.words


def test_without_any_side_it_says_when_there_is_one(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Stil", "silent")

    page = client.get(ADDRESS)

    assert "Geen van deze netwerken laat beide zien." in page.words
    assert "In geen van deze netwerken zei een bibliotheek of welzijnsorganisatie" in page.words
    assert grids(page) == []


def test_it_says_why_there_is_no_figure_of_all_networks(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")

    assert "Daarvoor moeten tien netwerken een verschil laten zien" in client.get(ADDRESS).words


def test_nothing_to_show_and_choices_that_fit_nothing_have_a_next_step(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    assert "Er is nog niets te vergelijken" in client.get(ADDRESS).words
    add(app, adviser, "Waterdam")

    page = client.get(f"{ADDRESS}?grootte=klein")

    assert "Geen netwerk past bij deze keuzes" in page.words
    assert f"{ADDRESS}?wie=" in page.links()


def test_another_organisations_networks_are_not_there(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")
    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")

    assert "Waterdam" not in client.get(ADDRESS).words
    assert "Waterdam" not in told_in(client.get(f"{ADDRESS}.xlsx").body)


def told_in(body: bytes) -> str:
    sheets = load_workbook(BytesIO(body)).worksheets
    return " ".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value)


def test_the_workbook_has_both_halves_and_is_noted(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")

    told = told_in(client.get(f"{ADDRESS}.xlsx?jaar=2026").body)

    assert "Jaar: 2026" in told
    assert "Alle cijfers van bibliotheek en welzijn" in told
    assert "Wat bibliotheken en welzijnsorganisaties zelf zeggen" in told
    assert ("dashboards.exported", {"form": "between", "filters": ["jaar"]}) in audit_rows(app)


@pytest.mark.parametrize("number", [2, 30])
def test_it_takes_as_many_queries_for_many_networks(
    app: Flask, client: PageClient, adviser: Account, number: int
) -> None:
    for place in range(number):
        add(app, adviser, f"Netwerk {place}", "middling")
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(f"{ADDRESS}?groepeer=provincie")

    assert len([each for each in asked if each.lower().startswith("select")]) <= 12, "\n".join(asked)


def test_every_word_has_a_shape_of_its_own(app: Flask) -> None:
    """Who sees no colours, or prints in grey, tells them apart as well."""
    with app.test_request_context():
        shape = app.jinja_env.get_template("advise/dashboards/words.html").module.shape  # type: ignore[attr-defined]  # a macro of the template
        moved = {str(shape(change.value)) for change in Change}
        beside = {str(shape(f"gap-{word}")) for word in GapWord}

    assert (len(moved), len(beside)) == (len(Change), len(GapWord))
