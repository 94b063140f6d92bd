"""The page "Vergelijken": who sees which networks, what can be chosen, and what it costs in queries."""

from datetime import date
from io import BytesIO
from uuid import UUID
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import event, select

from survey.database import writing
from survey.extensions import db
from survey.models import Account, Network, RoundStanding
from tests.dashboards import add_standing, add_stood, closed_on
from tests.factories import sign_in
from tests.networks import audit_rows
from tests.pages import Page, PageClient
from tests.unit.reports.networks import given

ADDRESS = "/vergelijken"


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def add(app: Flask, adviser: Account, *names: str, like: str = "small", province: str = "PV26") -> None:
    with app.app_context(), writing() as session:
        for name in names:
            add_stood(session, session.get_one(Account, adviser.id), name, like, province=province)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def headings(page: Page) -> list[str]:
    return [text_of(head) for head in page.all("th", scope="rowgroup")]


def test_networks_stand_by_name_with_their_printed_averages(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam", "Bergen")

    page = client.get(ADDRESS)

    assert [text_of(name) for name in page.all("bdi")] == ["Bergen", "Waterdam"]
    cells = [cell.get("data-says") or "" for cell in page.all("td") if cell.get("data-says")]
    assert len(cells) == 2 * 8
    assert "marge" in cells[0]


def test_an_adviser_without_reports_is_told_what_to_do(client: PageClient, adviser: Account) -> None:
    page = client.get(ADDRESS)

    assert "Er is nog niets te vergelijken" in page.words
    assert "/netwerken" in page.links()


def test_a_choice_that_fits_nothing_says_so_and_leads_back(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")

    page = client.get(f"{ADDRESS}?grootte=groot")

    assert "Geen netwerk past bij deze keuzes" in page.words
    assert f"{ADDRESS}?wie=" in page.links()


@pytest.mark.parametrize(
    "query",
    [
        "provincie=PV99",
        "jaar=1999",
        "jaar=x",
        "groepeer=score",
        "vragenlijst=a:b:c",
        "wie=mijn&wie=&provincie=PV26&provincie=PV27",
    ],
)
def test_a_hand_edited_choice_is_left_aside_and_told_of(
    app: Flask, client: PageClient, adviser: Account, query: str
) -> None:
    add(app, adviser, "Waterdam")

    page = client.get(f"{ADDRESS}?{query}")

    assert "Die keuze laten we weg" in page.words
    assert "Waterdam" in page.words


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("bladzijde=1", None),
        ("bladzijde=2", "Pagina"),
        ("bladzijde=999999999999", "Pagina"),
        ("bladzijde=-1", "Pagina"),
        ("bladzijde=0", "Pagina"),
        ("bladzijde=x", "Pagina"),
        ("onderwerp=zomaar", "Onderwerp"),
    ],
)
def test_a_page_or_topic_that_is_none_is_told_and_no_mistake(
    app: Flask, client: PageClient, adviser: Account, query: str, named: str | None
) -> None:
    add(app, adviser, "Waterdam")

    words = client.get(f"{ADDRESS}?{query}").words

    assert "Waterdam" in words
    assert (f"kiezen, bij: {named}. Die keuze" in words) == (named is not None)


def test_a_topic_is_drawn_with_its_table(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam", "Bergen")

    page = client.get(f"{ADDRESS}?onderwerp=roles")

    assert page.one("div", id="compared").get("role") == "img"
    assert [text_of(head) for head in page.one("figure").iter() if head.get("scope") == "row"] == ["Bergen", "Waterdam"]


def test_networks_stand_under_headings(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")
    add(app, adviser, "Grootstad", like="large", province="PV20")

    page = client.get(f"{ADDRESS}?groepeer=grootte")
    by_province = client.get(f"{ADDRESS}?groepeer=provincie")

    assert headings(page) == ["tot en met 14", "31 of meer"]
    assert headings(by_province) == ["Groningen", "Utrecht"]


def test_another_organisations_networks_are_not_there(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")
    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")

    assert "Waterdam" not in client.get(ADDRESS).words


def test_phases_are_offered_in_their_order(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam", "Bergen", "Alkmaar")
    with app.app_context(), writing() as session:
        for standing, phase in zip(session.scalars(select(RoundStanding)), ("carry-out", "plan", "meet"), strict=True):
            standing.phase = phase

    offered = client.get(ADDRESS).one("select", name="fase")

    assert [option.get("value") for option in offered.iter("option")] == ["", "meet", "plan", "carry-out"]


@pytest.mark.parametrize("number", [2, 30])
def test_it_takes_as_many_queries_for_many_networks(
    app: Flask, client: PageClient, adviser: Account, number: int
) -> None:
    add(app, adviser, *(f"Netwerk {place}" for place in range(number)))
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    client.get(f"{ADDRESS}?onderwerp=roles&groepeer=provincie")

    assert len([each for each in asked if each.lower().startswith("select")]) <= 12, "\n".join(asked)


def keys(page: Page) -> list[str]:
    return [box.get("value", "") for box in page.all("input", type="checkbox")]


def test_ticked_networks_lie_side_by_side(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam", "Bergen", "Alkmaar")
    first, second, _third = keys(client.get(ADDRESS))

    page = client.get(f"{ADDRESS}/naast-elkaar?netwerk={first}&netwerk={second}")

    assert [text_of(name) for name in page.all("bdi")] == ["Alkmaar", "Bergen"]
    assert len(page.all("figure")) == 8


def test_the_year_is_kept_on_the_way_to_side_by_side_and_every_choice_on_the_way_back(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    year = given("large")[0].results.closed_on.year
    with app.app_context(), writing() as session:
        for name in ("Waterdam", "Bergen"):
            network = add_stood(session, session.get_one(Account, adviser.id), name)
            add_standing(session, network, closed_on(given("small")[0], date(2031, 5, 1)), number=2)
    shown = client.get(f"{ADDRESS}?provincie=PV26&jaar={year}")
    (button,) = shown.all("button", formaction=f"{ADDRESS}/naast-elkaar")
    assert {button.get("form"), *(box.get("form") for box in shown.all("input", type="checkbox"))} == {"asking"}
    asked = "&".join(f"{name}={value}" for name, value in shown.form(id="asking").fields.items())
    chosen = "&".join(f"netwerk={key}" for key in keys(shown))

    page = client.get(f"{ADDRESS}/naast-elkaar?{asked}&{chosen}")

    assert [text_of(name) for name in page.all("bdi")] == ["Bergen", "Waterdam"]
    assert "2031" not in page.words
    assert f"2 netwerken, naar hun laatste ronde van {year}" in page.words
    assert f"{ADDRESS}?provincie=PV26&jaar={year}&{chosen}" in page.links()
    assert "2 netwerken" in client.get(f"{ADDRESS}/naast-elkaar?{chosen}").words
    assert "1 mei 2031" in client.get(f"{ADDRESS}/naast-elkaar?{chosen}").words


def ticked(page: Page) -> list[str]:
    return [box.get("value", "") for box in page.all("input", type="checkbox") if "checked" in box.attrib]


def test_what_was_ticked_stays_ticked_when_the_choice_changes(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Alkmaar", "Bergen", province="PV27")
    add(app, adviser, "Waterdam", "Zeist")
    alkmaar, bergen, waterdam, _zeist = keys(client.get(ADDRESS))
    chosen = f"netwerk={alkmaar}&netwerk={waterdam}"

    again = client.get(f"{ADDRESS}?{chosen}")
    utrecht = client.get(f"{ADDRESS}?provincie=PV26&{chosen}")

    assert ticked(again) == [alkmaar, waterdam]
    assert "Ook aangevinkt" not in again.words
    assert ticked(utrecht) == [waterdam, alkmaar]
    assert "Ook aangevinkt Alkmaar" in utrecht.words
    assert bergen not in keys(utrecht)
    back = client.get(f"{ADDRESS}/naast-elkaar?provincie=PV26&{chosen}")
    (href,) = (link for link in back.links() if link.startswith(f"{ADDRESS}?") and chosen in link)
    assert ticked(client.get(href)) == [waterdam, alkmaar]


def test_ticks_stay_where_nothing_fits(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Alkmaar", province="PV27")
    add(app, adviser, "Bergen", like="large")
    alkmaar, bergen = keys(client.get(ADDRESS))
    nothing = client.get(f"{ADDRESS}?provincie=PV27&grootte=groot&netwerk={alkmaar}&netwerk={bergen}")

    assert "Geen netwerk past bij deze keuzes" in nothing.words
    assert ticked(nothing) == [alkmaar, bergen]


@pytest.mark.parametrize("query", ["?netwerk=x", f"?netwerk={UUID(int=1)}"])
def test_ticks_that_cannot_be_are_told_of(app: Flask, client: PageClient, adviser: Account, query: str) -> None:
    add(app, adviser, "Waterdam", "Bergen")

    page = client.get(f"{ADDRESS}{query}")

    assert "Het adres vraagt iets wat je hier niet kunt kiezen, bij: Aangevinkte netwerken." in page.words
    assert not ticked(page)


@pytest.mark.parametrize("query", ["", "?netwerk=x", f"?netwerk={UUID(int=1)}"])
def test_without_networks_it_says_how_to_choose_them(client: PageClient, adviser: Account, query: str) -> None:
    page = client.get(f"{ADDRESS}/naast-elkaar{query}")

    assert "Kies twee tot zes netwerken" in page.words
    assert ("Sommige netwerken die je koos staan hier niet." in page.words) is bool(query)


def test_more_than_six_are_not_laid_side_by_side(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, *(f"Netwerk {place}" for place in range(7)))
    every = "&".join(f"netwerk={key}" for key in keys(client.get(ADDRESS)))

    page = client.get(f"{ADDRESS}/naast-elkaar?{every}")

    assert "Er passen hoogstens zes netwerken naast elkaar." in page.words
    assert len(page.all("bdi")) == 6


def test_a_network_of_somebody_else_is_not_laid_beside(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")
    (key,) = (each["id"] for each in networks_of(app))
    sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")

    page = client.get(f"{ADDRESS}/naast-elkaar?netwerk={key}")

    assert "Waterdam" not in page.words
    assert "Sommige netwerken die je koos staan hier niet." in page.words


def test_a_network_of_somebody_else_is_not_named_as_ticked(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam")
    (key,) = (each["id"] for each in networks_of(app))
    other = sign_in(app, client, role="adviser", support="Taalsteun Noord", address="ida@noord.example")
    add(app, other, "Bergen")

    page = client.get(f"{ADDRESS}?netwerk={key}")

    assert "Waterdam" not in page.words
    assert "bij: Aangevinkte netwerken." in page.words


def networks_of(app: Flask) -> list[dict[str, str]]:
    with app.app_context(), writing() as session:
        return [{"id": str(id)} for id in session.scalars(select(Network.id))]


def test_the_workbook_holds_what_fits_and_says_what_was_chosen(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    add(app, adviser, "Waterdam")
    add(app, adviser, "Groningen", province="PV20")

    book = load_workbook(BytesIO(client.get(f"{ADDRESS}.xlsx?provincie=PV20").body))

    first, second = book.worksheets
    told = " ".join(str(cell.value) for row in first.iter_rows() for cell in row if cell.value)
    assert "Provincie: Groningen" in told
    names = {row[0].value for row in second.iter_rows(min_row=4) if row[0].value}
    assert "Groningen" in names
    assert "Waterdam" not in names
    assert ("dashboards.exported", {"form": "compared", "filters": ["provincie"]}) in audit_rows(app)


def test_a_workbook_of_no_network_says_so_and_explains_no_mark(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    add(app, adviser, "Waterdam")

    book = load_workbook(BytesIO(client.get(f"{ADDRESS}.xlsx?grootte=groot").body))

    told = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert "Geen netwerk past bij deze keuzes" in told
    assert "Zo lees je de cijfers" not in told


def test_a_choice_goes_along_to_the_other_pages_that_know_it(app: Flask, client: PageClient, adviser: Account) -> None:
    add(app, adviser, "Waterdam", "Bergen")

    page = client.get(f"{ADDRESS}?wie=&provincie=PV26&groepeer=grootte&onderwerp=roles")
    tabs = page.one("nav", class_="boards").iter("a")

    assert [link.get("href") for link in tabs] == [
        "/overzicht?wie=",
        "/vergelijken?wie=&provincie=PV26&groepeer=grootte",
        "/ontwikkeling?wie=&provincie=PV26&groepeer=grootte",
        "/bibliotheek-en-welzijn?wie=&provincie=PV26&groepeer=grootte",
        "/inzet-rollen-bereik?wie=&provincie=PV26&groepeer=grootte",
        "/kaart?wie=",
        "/regio",
    ]
