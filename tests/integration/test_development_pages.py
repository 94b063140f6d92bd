"""The page "Ontwikkeling": newest rounds beside the ones before, one network over its rounds, and its costs."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import UUID
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import event, select

from reports.report import ReportInput
from reports.results import Results
from survey import clock
from survey.database import writing
from survey.extensions import db
from survey.models import Account, Network
from survey.services import networks
from tests.dashboards import add_standing, add_stood
from tests.factories import sign_in
from tests.networks import audit_rows
from tests.pages import Page, PageClient
from tests.published_networks import averages
from tests.unit.reports.networks import given

ADDRESS = "/ontwikkeling"
DAYS = [date(2024, 10, 4), date(2025, 10, 3), date(2026, 10, 2)]


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def round_of(tenths: int, day: date, before: Results | None = None, *, returning: int = 40) -> ReportInput:
    made = averages(tenths, 60, closed_on=day)
    response = replace(made.response, invited_before=returning if before else None)
    return replace(given("small")[0], results=replace(made, response=response), previous=before, profile=None)


def add_rounds(app: Flask, adviser: Account, name: str, *tenths: int, returning: int = 60) -> str:
    """Add a network with a round of 60 answers for each of these averages, a year apart; return its id."""
    with app.app_context(), writing() as session:
        network = networks.add_network(
            session, adviser=session.get_one(Account, adviser.id), name=name, province="PV26", coordinator="Hanna Bos"
        )
        before: Results | None = None
        for number, (value, day) in enumerate(zip(tenths, DAYS[-len(tenths) :], strict=True), start=1):
            made = round_of(value, day, before, returning=returning)
            add_standing(session, network, made, number=number)
            before = made.results
        return str(network.id)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def cells(page: Page) -> list[Element]:
    return [cell for cell in page.all("td") if cell.get("data-says")]


def test_a_cell_has_the_word_and_tells_both_values_and_days(app: Flask, client: PageClient, adviser: Account) -> None:
    add_rounds(app, adviser, "Waterdam", 30, 38)

    first = cells(client.get(ADDRESS))[0]

    assert text_of(first) == "gestegen"
    assert first.get("data-says", "").endswith(": gestegen; was 3,0 (3 oktober 2025); nu 3,8 (2 oktober 2026)")


@pytest.mark.parametrize(("before", "now", "word"), [(38, 30, "gedaald"), (34, 35, "kan toeval zijn")])
def test_the_word_is_that_of_the_trend_rule(
    app: Flask, client: PageClient, adviser: Account, before: int, now: int, word: str
) -> None:
    add_rounds(app, adviser, "Waterdam", before, now)

    assert {text_of(cell) for cell in cells(client.get(ADDRESS))} == {word}


def test_it_says_that_other_people_took_part(app: Flask, client: PageClient, adviser: Account) -> None:
    add_rounds(app, adviser, "Waterdam", 30, 38, returning=20)

    assert all(
        cell.get("data-says", "").endswith("; er deden andere mensen mee") for cell in cells(client.get(ADDRESS))
    )


def test_a_first_round_is_one_and_is_counted_as_one(app: Flask, client: PageClient, adviser: Account) -> None:
    add_rounds(app, adviser, "Waterdam", 30)
    add_rounds(app, adviser, "Bergen", 30, 38)

    page = client.get(ADDRESS)

    assert {text_of(cell) for cell in cells(page)[8:]} == {"eerste ronde"}
    sentences = [text_of(each) for each in page.one("section").iter("li")]
    assert len(sentences) == 8
    assert all(each.endswith(" (2 netwerken): gestegen in 1 en eerste ronde in 1.") for each in sentences)


def test_sentences_count_the_networks_of_every_page(
    app: Flask, client: PageClient, adviser: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("survey.services.dashboards.comparing.PAGE_SIZE", 1)
    for name in ("Alkmaar", "Bergen"):
        add_rounds(app, adviser, name, 30, 38)

    page = client.get(f"{ADDRESS}?bladzijde=2")

    assert [text_of(name) for name in page.all("bdi")] == ["Bergen"]
    assert "(2 netwerken): gestegen in 2." in page.words


def test_a_network_has_a_line_for_each_topic_and_everything_in_a_table(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    key = add_rounds(app, adviser, "Waterdam", 30, 34, 38)
    assert f"{ADDRESS}?netwerk={key}" in client.get(ADDRESS).links()

    page = client.get(f"{ADDRESS}?netwerk={key}")

    assert "Ontwikkeling van Waterdam" in page.words
    assert "3 rondes met een rapport" in page.words
    assert len(page.all("figure")) == 8
    rows = [[text_of(cell) for cell in row] for row in page.all("figure")[0].iter("tr")]
    assert [row[1:] for row in rows[1:]] == [
        ["4 oktober 2024", "3,0", "2,7 tot 3,3", "eerste ronde", "–"],
        ["3 oktober 2025", "3,4", "3,1 tot 3,7", "gestegen", "–"],
        ["2 oktober 2026", "3,8", "3,5 tot 4,1", "gestegen", "–"],
    ]


def test_one_round_says_what_will_be_here(app: Flask, client: PageClient, adviser: Account) -> None:
    key = add_rounds(app, adviser, "Waterdam", 30)

    page = client.get(f"{ADDRESS}?netwerk={key}")

    assert "Na de volgende ronde zie je hier wat er veranderde." in page.words
    assert not [link for link in client.get(ADDRESS).links() if "netwerk=" in link]


def test_a_network_that_shows_nothing_says_so(app: Flask, client: PageClient, adviser: Account) -> None:
    with app.app_context(), writing() as session:
        key = add_stood(session, session.get_one(Account, adviser.id), "Stil", "silent").id

    page = client.get(f"{ADDRESS}?netwerk={key}")

    assert "laat een gemiddelde zien" in page.words
    assert not page.all("figure")


@pytest.mark.parametrize("asked", ["x", str(UUID(int=1))])
def test_a_network_that_is_none_leads_to_those_that_are(
    app: Flask, client: PageClient, adviser: Account, asked: str
) -> None:
    add_rounds(app, adviser, "Waterdam", 30, 38)

    page = client.get(f"{ADDRESS}?netwerk={asked}")

    assert "Het netwerk dat je koos staat hier niet." in page.words
    assert "Waterdam" in page.words


def test_a_network_of_somebody_else_is_not_told_of(app: Flask, client: PageClient, adviser: Account) -> None:
    key = add_rounds(app, adviser, "Waterdam", 30, 38)
    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")

    page = client.get(f"{ADDRESS}?netwerk={key}")
    client.get(f"{ADDRESS}.xlsx?netwerk={key}", status=404)

    assert "Waterdam" not in page.words
    assert "Het netwerk dat je koos staat hier niet." in page.words


def test_an_archived_network_is_not_there(app: Flask, client: PageClient, adviser: Account) -> None:
    key = add_rounds(app, adviser, "Waterdam", 30, 38)
    with app.app_context(), writing() as session:
        network = session.scalars(select(Network)).one()
        network.archived_at_utc = clock.now()

    page = client.get(f"{ADDRESS}?netwerk={key}")

    assert "Het netwerk dat je koos staat hier niet." in page.words
    assert "Waterdam" not in page.words


def test_nothing_to_show_has_a_next_step(client: PageClient, adviser: Account) -> None:
    page = client.get(ADDRESS)

    assert "Er is nog niets te vergelijken" in page.words
    assert "/netwerken" in page.links()


def test_headings_and_choices_are_those_of_comparing(app: Flask, client: PageClient, adviser: Account) -> None:
    add_rounds(app, adviser, "Waterdam", 30, 38)

    page = client.get(f"{ADDRESS}?groepeer=provincie&jaar=2026")
    other = client.get(f"{ADDRESS}?jaar=2025")

    assert [text_of(head) for head in page.all("th", scope="rowgroup")] == ["Utrecht"]
    assert {text_of(cell) for cell in cells(other)} == {"eerste ronde"}


@pytest.mark.parametrize("number", [2, 30])
def test_it_takes_as_many_queries_for_many_networks(
    app: Flask, client: PageClient, adviser: Account, number: int
) -> None:
    for place in range(number):
        add_rounds(app, adviser, f"Netwerk {place}", 30, 38)
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(f"{ADDRESS}?groepeer=provincie")

    assert len([each for each in asked if each.lower().startswith("select")]) <= 12, "\n".join(asked)


def values(body: bytes) -> list[tuple[str, ...]]:
    sheet = load_workbook(BytesIO(body)).worksheets[1]
    return [tuple(str(cell.value) for cell in row if cell.value is not None) for row in sheet.iter_rows(min_row=4)]


def test_the_workbook_holds_both_rounds_of_each_network(app: Flask, client: PageClient, adviser: Account) -> None:
    add_rounds(app, adviser, "Waterdam", 30, 38)
    add_rounds(app, adviser, "Bergen", 34)

    rows = values(client.get(f"{ADDRESS}.xlsx").body)

    assert {row[0] for row in rows if row and row[0] in ("Waterdam", "Bergen")} == {"Waterdam", "Bergen"}
    assert any("gestegen" in row and "3 oktober 2025" in row for row in rows)
    assert ("dashboards.exported", {"form": "development", "filters": []}) in audit_rows(app)


def test_the_workbook_of_one_network_holds_its_rounds_only(app: Flask, client: PageClient, adviser: Account) -> None:
    key = add_rounds(app, adviser, "Waterdam", 30, 34, 38)
    add_rounds(app, adviser, "Bergen", 34)

    body = client.get(f"{ADDRESS}.xlsx?netwerk={key}").body

    told = " ".join(" ".join(row) for row in values(body))
    assert all(day in told for day in ("4 oktober 2024", "3 oktober 2025", "2 oktober 2026"))
    assert "Bergen" not in told
