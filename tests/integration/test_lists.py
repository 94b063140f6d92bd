"""The other lists: what each shows, to whom, and that its number of queries does not grow with its rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import Connection, event, select

from survey import clock
from survey.database import writing
from survey.models import AuditEvent, Contact, NetworkCoordinator
from survey.services import audit, networks
from survey.services.audit import COMMAND_LINE, WORKER, Actor, What
from tests.factories import add_adviser, add_network, make_round, sign_in
from tests.pages import Page, PageClient

LISTS = (
    "/netwerken",
    "/organisaties",
    "/contactpersonen",
    "/beheer/accounts",
    "/beheer/ondersteuningsorganisaties",
    "/beheer/logboek",
)
OUR_LISTS = LISTS[:3]
#: What no row of any list is found by.
NOWHERE = "zoek=qqqq"


@pytest.fixture
def two(app: Flask, connection: Connection) -> None:
    """Two networks of one support organisation, with five organisations and nine contacts; another one beside it."""
    with app.app_context(), writing() as session:
        add_network(session, members={"library": 3, "welfare": 2}, name="Noord")
        add_network(session, members={"library": 2, "work": 1, "municipality": 1}, name="Zuid")
        networks.add_support_organisation(session, name="Bureau Élan")


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> PageClient:
    sign_in(app, client)
    return client


@pytest.fixture
def administrator(app: Flask, client: PageClient) -> PageClient:
    sign_in(app, client, role="administrator", address="ada@taalsteun.example")
    return client


def rows(page: Page) -> list[list[str]]:
    return [
        [" ".join("".join(cell.itertext()).replace("\u00ad", "").split()) for cell in row if cell.tag in ("th", "td")]
        for row in page.all("tr")[1:]
    ]


def first(page: Page) -> list[str]:
    return [row[0] for row in rows(page)]


@contextmanager
def counted(connection: Connection) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(given: Any, cursor: Any, statement: str, *more: Any) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "SET LOCAL")):
            statements.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    yield statements
    event.remove(connection, "before_cursor_execute", note)


@pytest.mark.parametrize("address", LISTS)
def test_ten_queries_are_enough_whatever_is_asked(
    app: Flask, two: None, administrator: PageClient, connection: Connection, address: str
) -> None:
    for asked in ("", "?zoek=a", f"?{NOWHERE}", "?richting=af&bladzijde=9"):
        with counted(connection) as statements:
            administrator.get(f"{address}{asked}")
        assert 0 < len(statements) <= 10


@pytest.mark.parametrize("address", LISTS)
def test_more_rows_ask_no_more_queries(
    app: Flask, administrator: PageClient, connection: Connection, address: str
) -> None:
    def queries() -> int:
        with counted(connection) as statements:
            administrator.get(f"{address}?wie=")
        return len(statements)

    make_round(app, name="Eerste")
    few = queries()
    for number in range(12):
        make_round(app, name=f"Nummer {number}")

    assert queries() == few


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize(
    "asked",
    [
        "bladzijde=999999999999999999999", "bladzijde=-3", "sorteer=%00", "zoek=%00%ff%27%22", "zoek=" + "x" * 3000,
        "netwerk=x", "netwerk=00000000-0000-0000-0000-000000000000", "organisatie=%27", "soort=x", "rol=x", "wat=x",
        "van=0001-01-01", "tot=9999-12-31", "van=2026-02-30", "tot=x", "spreekt=xx", "namens=?", "staat=x",
    ],
)  # fmt: skip
def test_no_parameter_breaks_a_list(two: None, administrator: PageClient, address: str, asked: str) -> None:
    administrator.get(f"{address}?{asked}")
    administrator.get(f"{address}.xlsx?{asked}")


@pytest.mark.parametrize("asked", ["wat=some.thing", "organisatie=x", "van=2026-02-30", "tot=1899-01-01"])
def test_a_choice_that_a_list_does_not_know_is_told_and_leaves_nothing_out(
    administrator: PageClient, noted: Callable[..., None], asked: str
) -> None:
    noted("network.archived", days_ago=2)

    page = administrator.get(f"/beheer/logboek?{asked}")

    titles = {"wat": "Wat", "organisatie": "Ondersteuningsorganisatie", "van": "Vanaf", "tot": "Tot en met"}
    assert f"iets wat deze lijst niet kent, bij: {titles[asked.partition('=')[0]]}" in page.words
    assert "Die keuze telt niet mee." in page.words
    assert len(rows(page)) == 1
    assert asked not in "".join(page.links())


@pytest.mark.parametrize("address", LISTS)
def test_every_list_tells_what_it_does_not_know(
    noted: Callable[..., None], administrator: PageClient, address: str
) -> None:
    noted("network.archived")
    for asked in ("archief=x&provincie=y&soort=z", "rol=x&staat=y&organisatie=z"):
        page = administrator.get(f"{address}?{asked}")
        filters = [each.get("name") for each in page.all("select")]
        unknown = [part for part in asked.split("&") if part.partition("=")[0] in filters]
        assert ("deze lijst niet kent" in page.words) is bool(unknown)
        assert page.words.count("Die keuze telt niet mee") <= 1

    assert "deze lijst niet kent" not in administrator.get(f"{address}?archief=&wat=&rol=&zoek=a&taal=nl").words


@pytest.mark.parametrize("address", LISTS)
def test_nothing_found_says_what_to_do(two: None, administrator: PageClient, address: str) -> None:
    page = administrator.get(f"{address}?{NOWHERE}")

    assert "Niets gevonden" in page.words
    assert rows(page) == []
    assert address in page.links()  # the way back to everything


@pytest.mark.parametrize("address", LISTS)
def test_every_list_is_a_workbook_as_well(two: None, administrator: PageClient, address: str) -> None:
    sheet = read(administrator, address)

    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    in_the_log = address == "/beheer/logboek"  # which holds the export itself by now
    assert sheet.max_row + in_the_log == 1 + len(rows(administrator.get(address)))


def read(client: PageClient, address: str) -> Any:
    path, _, asked = address.partition("?")
    return openpyxl.load_workbook(BytesIO(client.get(f"{path}.xlsx?{asked}").body)).worksheets[0]


def test_an_organisation_stands_with_its_network_and_the_number_of_contacts(two: None, adviser: PageClient) -> None:
    found = rows(adviser.get("/organisaties?sorteer=netwerk"))

    assert found[0] == ["library van Noord", "bibliotheek", "Noord", "3"]
    assert [row[2] for row in found] == ["Noord"] * 2 + ["Zuid"] * 3


def test_organisations_are_found_by_kind_and_network(app: Flask, two: None, adviser: PageClient) -> None:
    assert first(adviser.get("/organisaties?soort=library")) == ["library van Noord", "library van Zuid"]
    with app.app_context(), writing() as session:
        zuid = networks.find_network(session, name="Zuid").id
    assert len(rows(adviser.get(f"/organisaties?netwerk={zuid}"))) == 3
    assert len(rows(adviser.get(f"/contactpersonen?netwerk={zuid}&soort=library"))) == 2


def test_kinds_are_sorted_by_their_dutch_names(two: None, adviser: PageClient) -> None:
    kinds = [row[1] for row in rows(adviser.get("/organisaties?sorteer=soort"))]

    assert kinds == sorted(kinds)
    assert kinds[0] == "bibliotheek"


def test_contacts_are_sorted_by_organisation_and_by_network(two: None, adviser: PageClient) -> None:
    by_organisation = rows(adviser.get("/contactpersonen?sorteer=organisatie"))
    by_network = rows(adviser.get("/contactpersonen?sorteer=netwerk&richting=af"))

    assert [row[2].split(" van ")[0] for row in by_organisation][:5] == ["library"] * 5
    assert [row[3] for row in by_network] == ["Zuid"] * 4 + ["Noord"] * 5


@pytest.mark.parametrize("role", ["coordinator", "adviser", "administrator"])
def test_nothing_of_answers_or_invitations_is_in_the_contacts(app: Flask, client: PageClient, role: Any) -> None:
    make_round(app)
    sign_in(app, client, role=role, address=f"{role}@taalsteun.example")
    words = ("uitgenodigd", "ingestuurd", "antwoord", "herinner", "link verstuurd")
    page = client.get("/contactpersonen")

    assert len(rows(page)) == 3
    assert not any(word in page.words.casefold() for word in words)
    heads = [str(cell.value).casefold() for cell in read(client, "/contactpersonen")[1]]
    assert not any(word in head for head in heads for word in words)


def test_who_was_erased_is_in_no_list(app: Flask, two: None, adviser: PageClient) -> None:
    with app.app_context(), writing() as session:
        for contact in session.scalars(select(Contact)):
            contact.name, contact.address, contact.address_key = "", None, None
            contact.erased_at_utc = clock.now()

    assert rows(adviser.get("/contactpersonen?archief=")) == []
    assert {row[3] for row in rows(adviser.get("/organisaties"))} == {"0"}


def test_a_contact_is_found_by_part_of_an_address(two: None, adviser: PageClient) -> None:
    assert len(rows(adviser.get("/contactpersonen?zoek=@WELFARE.example"))) == 2


def test_archived_contacts_are_seen_by_who_asks(app: Flask, two: None, adviser: PageClient) -> None:
    with app.app_context(), writing() as session:
        contact = session.scalars(select(Contact).where(Contact.name == "work 000")).one()
        contact.archived_at_utc, contact.names_profile, contact.language = clock.now(), True, "en"

    assert len(rows(adviser.get("/contactpersonen"))) == 8
    assert first(adviser.get("/contactpersonen?archief=ja")) == ["work 000 in het archief"]
    assert first(adviser.get("/contactpersonen?archief=&namens=ja&spreekt=en")) == ["work 000 in het archief"]


@pytest.mark.parametrize("address", OUR_LISTS)
def test_other_support_organisations_are_in_no_list(app: Flask, two: None, client: PageClient, address: str) -> None:
    sign_in(app, client, role="administrator", support="Taalsteun Noord", address="ida@noord.example")

    assert rows(client.get(f"{address}?archief=")) == []
    assert "Zuid" not in client.get(address).text
    assert read(client, f"{address}?archief=").max_row == 1


@pytest.mark.parametrize("address", OUR_LISTS)
def test_a_coordinator_sees_the_own_network_only(app: Flask, two: None, client: PageClient, address: str) -> None:
    mine = sign_in(app, client, role="coordinator", address="c@taalsteun.example")
    with app.app_context(), writing() as session:
        session.connection().exec_driver_sql("DELETE FROM network_coordinator")
        session.add(NetworkCoordinator(network_id=networks.find_network(session, name="Zuid").id, account_id=mine.id))

    page = client.get(address)
    assert all("Noord" not in row for row in rows(page))
    assert "Zuid" in page.words


def test_accounts_are_listed_with_role_and_state(app: Flask, two: None, administrator: PageClient) -> None:
    page = administrator.get("/beheer/accounts?sorteer=rol")

    assert [row[2] for row in rows(page)] == ["Adviseur", "Beheerder"]
    assert rows(page)[0][4] == "2"
    assert len(rows(administrator.get("/beheer/accounts?rol=administrator"))) == 1
    assert len(rows(administrator.get("/beheer/accounts?staat=gesloten"))) == 0
    assert len(rows(administrator.get("/beheer/accounts?staat=uitgenodigd"))) == 1


def test_support_organisations_are_counted(two: None, administrator: PageClient) -> None:
    assert rows(administrator.get("/beheer/ondersteuningsorganisaties")) == [
        ["Bureau Élan", "Bureau Élan", "0", "0", "24", "24"],
        ["Taalsteun Midden", "Taalsteun Midden", "2", "2", "24", "24"],
    ]


@pytest.fixture
def noted(app: Flask, two: None) -> Callable[..., None]:
    def note(action: str, *, days_ago: int = 0, gone: bool = False, **more: Any) -> None:
        with app.app_context(), writing() as session:
            adviser, network = add_adviser(session), networks.find_network(session, name="Zuid")
            who = uuid4() if gone else adviser.id
            what = What(action, "network", network.id, uuid4() if gone else network.id, **more)
            by = Actor(who, adviser.support_organisation_id, "192.0.2.0/24")
            audit.note(session, what, by=by, at=clock.now() - timedelta(days=days_ago))

    return note


def test_the_log_says_what_happened_in_words_newest_first(
    administrator: PageClient, noted: Callable[..., None]
) -> None:
    noted("network.archived", days_ago=2, details={"fields": ["name", "notes"], "rows": 3})
    noted("some.new_thing", days_ago=1, gone=True)

    newest, oldest = rows(administrator.get("/beheer/logboek"))
    assert newest[1:4] == ["een account dat weg is", "some.new_thing", "een netwerk dat weg is"]
    assert oldest[1:4] == ["Joris Veenstra", "zette een netwerk in het archief", "Zuid"]
    assert oldest[5:] == ["Taalsteun Midden", "192.0.2.0/24", "regels: 3; veranderd: naam, aantekeningen"]


def test_the_log_says_what_a_row_is_about_and_leads_to_the_proof_of_an_erasure(
    administrator: PageClient, app: Flask, two: None
) -> None:
    with app.app_context(), writing() as session:
        for days, action in ((1, "contact.erased"), (2, "support_organisation.added")):
            what = What(action, action.partition(".")[0], uuid4())
            audit.note(session, what, by=COMMAND_LINE, at=clock.now() - timedelta(days=days))
        what = What("person.erased", "person", uuid4(), details={"deleted": 1, "emptied": 0, "accounts": 0})
        proof = audit.note(session, what, by=WORKER, at=clock.now() - timedelta(days=3))

    page = administrator.get("/beheer/logboek")

    assert [row[2:8:2] for row in rows(page)] == [
        ["wiste een contactpersoon", "een contactpersoon", "met een opdracht op de server"],
        ["voegde een ondersteuningsorganisatie toe", "een ondersteuningsorganisatie", "met een opdracht op de server"],
        ["wiste een persoon overal", "een persoon", "door het platform zelf"],
    ]
    assert f"/beheer/personen/bewijs/{proof}" in page.links()
    administrator.get("/beheer/logboek.xlsx")


def test_everything_that_is_noted_can_be_chosen_in_the_log(
    administrator: PageClient, noted: Callable[..., None]
) -> None:
    noted("network.archived")
    offered = administrator.get("/beheer/logboek").one("select", id="f-wat").findall("option")

    words = [str(each.text) for each in offered][1:]
    assert len(words) > 50
    assert words == sorted(words)
    assert {"haalde een coördinator van een netwerk af", "stelde een wachtwoord in"} <= set(words)
    assert [each for each in words if "." in each] == []


def test_the_log_is_searched_by_who_what_network_and_day(administrator: PageClient, noted: Callable[..., None]) -> None:
    noted("network.archived", days_ago=5)
    noted("report.read", gone=True)
    day = clock.dutch_day(clock.now() - timedelta(days=5))

    def found(asked: str) -> int:
        return len(rows(administrator.get(f"/beheer/logboek?{asked}")))

    assert [found(f"zoek={word}") for word in ("joris", "zuid", "noord")] == [1, 1, 0]
    assert [found(f"wat={action}") for action in ("network.archived", "report.read", "contact.erased")] == [1, 1, 0]
    assert [found(f"van={day}&tot={day}"), found(f"van={day + timedelta(days=1)}"), found(f"tot={day}")] == [1, 1, 1]


def test_exporting_the_log_is_in_the_log(administrator: PageClient, app: Flask, two: None) -> None:
    administrator.get("/beheer/logboek.xlsx?van=2026-01-01")

    with app.app_context(), writing() as session:
        [row] = session.scalars(select(AuditEvent))
        assert (row.action, row.details) == ("audit.exported", {"rows": 0, "filters": ["van"]})


@pytest.mark.parametrize("role", ["coordinator", "adviser"])
@pytest.mark.parametrize("address", LISTS[3:])
def test_what_administrators_see_does_not_exist_for_others(
    app: Flask, client: PageClient, role: Any, address: str
) -> None:
    sign_in(app, client, role=role)

    client.get(address, 404)
    client.get(f"{address}.xlsx", 404)


@pytest.mark.parametrize("role", ["coordinator", "adviser"])
def test_who_begins_sees_three_steps(app: Flask, client: PageClient, role: Any) -> None:
    sign_in(app, client, role=role)

    page = client.get("/netwerken")
    assert len(page.one("section", class_="first-steps flow").findall("ol/li")) == 3
    assert ("Je krijgt het van je adviseur" in page.words) == (role == "coordinator")
    assert page.all("form", role="search") == []


def test_who_has_a_network_without_contacts_is_told_to_list_the_partners(app: Flask, client: PageClient) -> None:
    with app.app_context(), writing() as session:
        add_network(session, members={"library": 0}, name="Leeg")
    sign_in(app, client, role="coordinator", address="c@taalsteun.example")
    page = client.get("/netwerken")
    assert page.all("section", class_="first-steps flow")
    assert first(page) == ["Leeg"]
    client.get(next(link for link in page.links() if link.endswith("/importeren")))

    make_round(app)
    sign_in(app, client, role="coordinator", address="c@taalsteun.example")
    assert client.get("/netwerken").all("section", class_="first-steps flow") == []


def test_who_searches_is_not_told_to_begin(app: Flask, adviser: PageClient) -> None:
    page = adviser.get(f"/netwerken?{NOWHERE}")

    assert "Niets gevonden" in page.words
    assert page.all("section", class_="first-steps flow") == []


@pytest.mark.parametrize("address", LISTS[:5])
@pytest.mark.parametrize("direction", ["op", "af"])
def test_rows_of_one_name_are_sorted_by_what_they_are_known_by(
    two: None, administrator: PageClient, connection: Connection, address: str, direction: str
) -> None:
    with counted(connection) as statements:
        administrator.get(f"{address}?richting={direction}")

    cut = [each.rpartition("ORDER BY ")[2].split("LIMIT")[0].strip() for each in statements if "LIMIT" in each]
    sorted_by = [each.removesuffix(" ASC").removesuffix(" DESC") for each in cut if "sort_name" in each]
    assert sorted_by
    assert all(each.endswith(".id") for each in sorted_by)
