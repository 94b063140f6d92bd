"""The report of many networks: who gets it, of which networks, in which forms, and what it costs."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from flask import Flask
from openpyxl import load_workbook
from pptx import Presentation
from sqlalchemy import event

from survey import clock
from survey.database import writing
from survey.extensions import db
from survey.models import Account, Action, Network
from survey.services import networks
from tests.attacks.many_networks import of_averages
from tests.dashboards import add_standing, add_stood
from tests.factories import sign_in
from tests.networks import audit_rows
from tests.pages import Page, PageClient
from tests.pdf_reading import check, spoken, text_of

ADDRESS = "/regio"
LOOKS = ("large", "middling", "divided", "small", "large", "middling")


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def add(app: Flask, adviser: Account, number: int, *, province: str = "PV26") -> None:
    with app.app_context(), writing() as session:
        for place in range(number):
            own = session.get_one(Account, adviser.id)
            add_stood(session, own, f"Taalnetwerk {province} {place}", LOOKS[place % len(LOOKS)], province=province)


def table(page: Page, caption: str) -> list[list[str]]:
    """Return the rows of the first table with this caption."""
    for each in page.all("table"):
        named = each.find("{*}caption")
        if named is not None and caption in "".join(named.itertext()):
            lines = [line for body in each.iterfind("{*}tbody") for line in body]
            return [[" ".join("".join(cell.itertext()).split()) for cell in line] for line in lines]
    raise LookupError(caption)


def test_it_is_about_the_networks_that_somebody_may_open_and_counts_them(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    add(app, adviser, 6)

    page = client.get(ADDRESS)

    assert "Dit rapport gaat over 6 netwerken" in page.words
    assert len(table(page, "De netwerken, elk met de laatste ronde")) == 6
    assert {row[-1] for row in table(page, "In hoeveel netwerken een onderwerp welk woord heeft")} == {"6"}


def test_a_province_can_be_chosen_and_gives_the_report_its_name(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    add(app, adviser, 5)
    add(app, adviser, 2, province="PV23")

    page = client.get(f"{ADDRESS}?gebied=PV26")

    assert page.one("h1").text == "Netwerken samen: Utrecht"
    assert "Dit rapport gaat over 5 netwerken: Utrecht." in page.words
    assert "PV23" not in " ".join(cell for row in table(page, "De netwerken") for cell in row)


@pytest.mark.parametrize("query", ["gebied=PV99", "voor=iedereen", "gebied=%00", "gebied=PV26&voor=x"])
def test_what_cannot_be_chosen_is_left_aside_and_told_of(
    app: Flask, client: PageClient, adviser: Account, query: str
) -> None:
    add(app, adviser, 1)

    assert "Die keuze laten we weg." in client.get(f"{ADDRESS}?{query}").words


def test_without_networks_it_says_when_there_are(client: PageClient, adviser: Account) -> None:
    page = client.get(ADDRESS)

    assert "Er zijn hier nog geen netwerken met een rapport" in page.words


def test_actions_are_counted(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, 5)
    with app.app_context(), writing() as session:
        network = session.query(Network).first()
        assert network is not None
        at = clock.now()
        what = {"theme": "roles", "what": "Bel Hanna", "slot": 1, "agreed_at_utc": at, "due_on": clock.dutch_day(at)}
        session.add(Action(network_id=network.id, **what))

    page = client.get(ADDRESS)

    assert "Acties samen: 1 te doen, waarvan 0 te laat, en 0 klaar." in page.words
    assert "Bel Hanna" not in page.text


def test_another_organisations_networks_are_not_there(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, 6)
    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")

    assert "PV26" not in client.get(ADDRESS).words
    assert "Die keuze laten we weg." in client.get(f"{ADDRESS}?gebied=PV26").words
    assert "PV26" not in told_in(client.get(f"{ADDRESS}/werkblad.xlsx").body)


def told_in(body: bytes) -> str:
    sheets = load_workbook(BytesIO(body)).worksheets
    return " ".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value)


def test_an_administrator_who_looks_after_four_of_six_has_a_report_of_four(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    add(app, adviser, 2)
    manager = sign_in(app, client, role="administrator", address="beheer@taalsteun.example")
    add(app, manager, 4, province="PV23")

    page = client.get(ADDRESS)

    assert "Dit rapport gaat over 4 netwerken" in page.words
    assert "Dit zijn minder dan vijf netwerken" in page.words
    assert "PV26" not in page.text


def test_networks_that_were_archived_do_not_count(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, 6)
    with app.app_context(), writing() as session:
        for each in session.query(Network).limit(2):
            each.archived_at_utc = clock.now()

    assert "Dit rapport gaat over 4 netwerken" in client.get(ADDRESS).words


def test_the_middle_is_that_of_the_published_averages(app: Flask, client: PageClient, adviser: Account) -> None:
    with app.app_context(), writing() as session:
        for place, tenths in enumerate((28, 30, 33, 36, 40)):
            of = session.get_one(Account, adviser.id)
            network = networks.add_network(
                session, adviser=of, name=f"Net {place}", province="PV26", coordinator="Hanna Bos"
            )
            add_standing(session, network, of_averages(tenths))

    own, on = (client.get(f"{ADDRESS}?voor={whom}") for whom in ("", "doorgeven"))

    rows = table(own, "Het midden en de middelste helft per onderwerp")
    assert {tuple(row[1:4]) for row in rows} == {("3,3", "3,0 tot 3,6", "5")}
    assert "3,0 tot 3,6" not in on.text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("whom", ["", "doorgeven"])
def test_the_pdf_is_fit_for_everybody(
    app: Flask, client: PageClient, adviser: Account, tmp_path: Path, whom: str, language: str
) -> None:
    add(app, adviser, 6)
    with app.app_context(), writing() as session:
        session.get_one(Account, adviser.id).language = language

    sent = client.get(f"{ADDRESS}/rapport.pdf?voor={whom}")

    check(sent.body, tmp_path)
    with pikepdf.open(BytesIO(sent.body)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == language
        assert "pdfuaid" in str(document.open_metadata())
    assert all(spoken(sent.body))
    kicker = {
        "nl": ("voor wie elk rapport mag lezen", "om door te geven"),
        "en": ("for who may read each report", "to pass on"),
    }
    assert kicker[language][bool(whom)] in text_of(sent.body)


def test_files_have_names_of_the_house_and_are_noted(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, 5)

    sent = {name: client.get(f"{ADDRESS}/{name}?gebied=PV26") for name in ("rapport.pdf", "dias.pptx", "werkblad.xlsx")}

    day = clock.dutch_day(clock.now()).isoformat()
    for name, page in sent.items():
        form, _, ending = name.partition(".")
        file = f"netwerken-samen-utrecht-{day}-{form}-eigen-nl.{ending}"
        assert page.headers["Content-Disposition"] == f'attachment; filename="{file}"'
    noted = [details for action, details in audit_rows(app) if action == "dashboards.exported"]
    assert [each["form"] for each in noted] == ["region+pdf", "region+slides", "region+workbook"]
    assert {tuple(each["filters"]) for each in noted} == {("gebied",)}


def test_slides_and_workbook_open_and_say_the_same(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, 6)

    deck = Presentation(BytesIO(client.get(f"{ADDRESS}/dias.pptx").body))
    told = told_in(client.get(f"{ADDRESS}/werkblad.xlsx").body)

    titles = [slide.shapes.title.text for slide in deck.slides if slide.shapes.title]
    assert "Hoe staan de onderwerpen ervoor?" in titles
    assert "In hoeveel netwerken een onderwerp welk woord heeft" in told


def test_the_same_day_gives_the_same_pdf(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, 5)

    first, second = (client.get(f"{ADDRESS}/rapport.pdf").body for _ in range(2))

    assert first == second


@pytest.mark.parametrize("number", [2, 30])
def test_it_takes_as_many_queries_for_many_networks(
    app: Flask, client: PageClient, adviser: Account, number: int
) -> None:
    add(app, adviser, number)
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(ADDRESS)

    assert len([each for each in asked if each.lower().startswith("select")]) <= 12, "\n".join(asked)


@pytest.mark.parametrize("number", [1, 6])
def test_what_is_given_on_says_which_networks_there_are_and_no_more(
    app: Flask, client: PageClient, adviser: Account, number: int
) -> None:
    add(app, adviser, number)

    page = client.get(f"{ADDRESS}?voor=doorgeven")

    assert "Hoe het met deze netwerken gaat, staat hier niet in" in page.words
    assert {len(row) for row in table(page, "De netwerken, elk met de laatste ronde")} == {2}
    assert [each.get("id") for each in page.all("section") if each.get("id")] == [
        "response", "overall", "talk", "method",
    ]  # fmt: skip
