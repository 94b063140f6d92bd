"""Lists that are too long to count: how much is said of them, and that their pages are right as far as they go."""

import re
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import Connection, func, select

from survey import clock
from survey.database import reading, writing
from survey.models import Contact
from survey.services import audit
from survey.services.audit import Actor, What
from tests.factories import add_adviser, add_network, make_round, sign_in
from tests.pages import Page, PageClient

#: Each list with what sorts it, and a search that finds some.
LISTS = {
    "/netwerken": (("naam", "contactpersonen", "ronde"), "zuid"),
    "/organisaties": (("naam", "soort", "netwerk"), "municipality"),
    "/contactpersonen": (("naam", "organisatie", "netwerk"), "library"),
    "/beheer/accounts": (("naam", "rol", "organisatie"), "els"),
    "/beheer/logboek": (("wanneer",), "ada"),
}
SIZE, SHOWN = 3, 4


@pytest.fixture
def administrator(app: Flask, connection: Connection, client: PageClient) -> PageClient:
    with app.app_context(), writing() as session:
        add_network(session, members={"library": 3, "welfare": 2}, name="Noord")
        add_network(session, members={"library": 2, "work": 1, "municipality": 2}, name="Zuid")
    for number in range(4):
        make_round(app, name=f"Netwerk {number}")
    account = sign_in(app, client, role="administrator", address="ada@taalsteun.example")
    with app.app_context(), writing() as session:
        for number in range(6):
            other = add_adviser(session, address=f"els{number}@taalsteun.example")
            by = Actor((account if number % 2 else other).id, other.support_organisation_id, "192.0.2.0/24")
            what, at = What("account.changed", "account", other.id), clock.now() - timedelta(hours=number // 2)
            audit.note(session, what, by=by, at=at)
    return client


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey.listing.showing.PAGE_SIZE", SIZE)


@pytest.fixture
def short_of_breath(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is counted past three rows."""
    count_to(monkeypatch, 3)


def count_to(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr("survey.queries.lists.finding.COUNTED", number)
    monkeypatch.setattr("survey.queries.lists.finding.SHOWN", SHOWN)


def rows(page: Page) -> list[str]:
    return [" ".join("".join(row.itertext()).split()) for row in page.all("tr")[1:]]


def said(page: Page) -> str:
    return " ".join("".join(page.one("p", role="status").itertext()).split())


def through(client: PageClient, address: str) -> list[str]:
    """Return the rows of all pages, one after the other."""
    first = client.get(address)
    pages = int(found[1]) if (found := re.search(r"pagina 1 van (\d+)", said(first))) else 1
    others = (client.get(f"{address}&bladzijde={number}") for number in range(2, pages + 1))
    return [row for page in (first, *others) for row in rows(page)]


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("direction", ["op", "af"])
def test_pages_of_what_is_not_counted_hold_the_first_rows_in_the_same_order(
    administrator: PageClient, monkeypatch: pytest.MonkeyPatch, path: str, direction: str
) -> None:
    orders, search = LISTS[path]
    asked = [f"{path}?wie=&archief=&sorteer={order}&richting={direction}&zoek=" for order in orders]
    every = {address: through(administrator, address) for address in (*asked, asked[-1] + search)}
    assert len(every[asked[0]]) > SHOWN

    for number in (SHOWN - 1, SHOWN + 1):  # so that what was looked at is too little to show, or enough
        count_to(monkeypatch, number)
        assert {address: through(administrator, address) for address in every} == {
            address: rows[:SHOWN] for address, rows in every.items()
        }


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("search", ["library 002", "welfare"])
def test_a_search_that_finds_few_shows_them_all(
    administrator: PageClient, monkeypatch: pytest.MonkeyPatch, search: str
) -> None:
    address = f"/contactpersonen?zoek={search}&sorteer=organisatie"
    every = through(administrator, address)

    count_to(monkeypatch, 3)
    assert 0 < len(every) <= SHOWN
    assert through(administrator, address) == every
    assert said(administrator.get(address)).startswith(f"{len(every)} van meer dan 3 contactpersonen")


@pytest.mark.usefixtures("small_pages", "short_of_breath")
def test_it_is_said_that_there_is_more(administrator: PageClient) -> None:
    page = administrator.get("/contactpersonen")

    assert said(page) == "meer dan 4 van meer dan 3 contactpersonen, pagina 1 van 2"
    assert "Je kunt hier door de eerste 4 bladeren." in page.words


@pytest.mark.usefixtures("small_pages", "short_of_breath")
def test_what_a_search_finds_is_counted_when_it_is_not_too_much(administrator: PageClient) -> None:
    page = administrator.get("/organisaties?zoek=qqqq")
    assert said(page) == "0 van meer dan 3 organisaties"
    assert "Je kunt hier door" not in page.words
    assert "Niets gevonden" in page.words


@pytest.mark.usefixtures("small_pages", "short_of_breath")
def test_past_the_end_is_the_last_page_that_can_be_looked_at(administrator: PageClient) -> None:
    page = administrator.get("/contactpersonen?bladzijde=99")

    assert "pagina 2 van 2" in said(page)
    assert len(rows(page)) == SHOWN - SIZE
    assert rows(page) == rows(administrator.get("/contactpersonen?bladzijde=2"))


@pytest.mark.usefixtures("short_of_breath")
def test_the_workbook_holds_everything_all_the_same(app: Flask, administrator: PageClient) -> None:
    with app.app_context(), reading() as session:
        everybody = session.scalar(select(func.count()).select_from(Contact)) or 0
    book = openpyxl.load_workbook(BytesIO(administrator.get("/contactpersonen.xlsx").body))

    assert everybody > SHOWN
    assert book.worksheets[0].max_row == everybody + 1


@pytest.mark.usefixtures("small_pages", "short_of_breath")
def test_only_what_somebody_reaches_is_long(app: Flask, client: PageClient, connection: Connection) -> None:
    """Beside three networks of one's own, what others have takes no part in the counting."""
    with app.app_context(), writing() as session:
        for name in ("Noord", "Zuid", "Oost"):
            add_network(session, members={"library": 1}, name=name)
        sign_in(app, client, support="Bureau Élan", address="elan@elan.example")
    assert client.get("/contactpersonen").all("p", role="status") == []
    sign_in(app, client)

    assert said(client.get("/contactpersonen")) == "3 contactpersonen"
