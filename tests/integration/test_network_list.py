"""The list of networks: what is found, in which order, on which page, and what is said of rounds."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from survey import clock
from survey.database import writing
from survey.models import Account, AuditEvent, Invitation, Municipality, Network, NetworkMunicipality
from survey.services import networks
from survey.tokens import hash_token
from tests.factories import OpenRound, add_adviser, answer, close_round, make_round, sign_in, statements
from tests.pages import Page, PageClient

NAMES = ["Élan", "Emmen", "zwolle", "IJsselstein", "'s-Gravenhage", "100% taal", "a_b", "c\\d"]
SORTED = ["100% taal", "a_b", "c\\d", "Élan", "Emmen", "IJsselstein", "'s-Gravenhage", "zwolle"]


def add(session: Session, adviser: Account, name: str, **more: Any) -> Network:
    network = networks.add_network(session, adviser=adviser, name=name, province=more.pop("province", "Utrecht"))
    for field, value in more.items():
        setattr(network, field, value)
    return network


@pytest.fixture
def eight(app: Flask, connection: Connection) -> None:
    with app.app_context(), writing() as session:
        adviser = add_adviser(session)
        for name in NAMES:
            add(session, adviser, name)


@pytest.fixture
def sixty(app: Flask, connection: Connection) -> None:
    """Sixty networks, all of one name but for a number that sorts it not; two pages."""
    with app.app_context(), writing() as session:
        adviser = add_adviser(session)
        for number in range(60):
            add(session, adviser, f"Netwerk{chr(0x2BC) * number}")


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> PageClient:
    sign_in(app, client)
    return client


def names(page: Page) -> list[str]:
    return ["".join(cell.itertext()).strip() for cell in page.all("th", scope="row")]


def found(page: Page) -> str:
    return " ".join("".join(page.one("p", role="status").itertext()).split())


def test_names_are_sorted_as_people_expect_on_both_engines(eight: None, adviser: PageClient) -> None:
    assert names(adviser.get("/netwerken")) == SORTED
    assert names(adviser.get("/netwerken?richting=af")) == SORTED[::-1]


@pytest.mark.parametrize(
    ("search", "there"),
    [
        ("elan", ["Élan"]),
        ("ÉLAN", ["Élan"]),
        ("%", ["100% taal"]),
        ("_", ["a_b"]),
        ("\\", ["c\\d"]),
        ("taal 100", ["100% taal"]),
        ("taal 101", []),
        ("s-grav", ["'s-Gravenhage"]),
        ("'", SORTED),
        ("\x00", SORTED),
        ("' OR 1=1 --", []),
        ("e" * 5000, []),
        ("\ud800".encode("utf-8", "surrogatepass"), []),
    ],
)  # fmt: skip
def test_every_letter_that_is_searched_for_is_just_a_letter(
    eight: None, adviser: PageClient, search: str | bytes, there: list[str]
) -> None:
    page = adviser.get("/netwerken", query_string={"zoek": search})

    assert names(page) == there
    assert ("Niets gevonden" in page.text) == (not there)


def test_what_was_found_is_counted(eight: None, adviser: PageClient) -> None:
    assert found(adviser.get("/netwerken")) == "8 netwerken"
    assert found(adviser.get("/netwerken?zoek=el")) == "2 van de 8 netwerken"


@pytest.mark.parametrize(
    "asked",
    [
        "bladzijde=999999999999999999999", "bladzijde=-1", "bladzijde=0", "bladzijde=x", "bladzijde=%00",
        "bladzijde=1.5", "bladzijde=%E2%91%A0", "sorteer=wachtwoord", "sorteer=", "richting=scheef", "provincie=XX",
        "ronde=misschien", "wie=niemand", "archief=%00", "zoek=&zoek=x", "onbekend=1", "sorteer=gemeenten",
    ],
)  # fmt: skip
def test_what_the_list_does_not_know_falls_away(eight: None, adviser: PageClient, asked: str) -> None:
    assert names(adviser.get(f"/netwerken?{asked}")) == SORTED


@pytest.mark.parametrize("direction", ["op", "af"])
def test_no_network_is_lost_or_doubled_between_pages(sixty: None, adviser: PageClient, direction: str) -> None:
    first, second = (adviser.get(f"/netwerken?richting={direction}&bladzijde={page}") for page in (1, 2))

    assert len(names(first)) == 50
    assert len({*names(first), *names(second)}) == len(names(first) + names(second)) == 60
    assert found(second) == "60 netwerken, pagina 2 van 2"


def test_past_the_end_is_the_last_page(sixty: None, adviser: PageClient) -> None:
    assert len(names(adviser.get("/netwerken?bladzijde=1000000000000"))) == 10


@pytest.mark.parametrize("column", ["naam", "provincie", "adviseur", "organisaties", "contactpersonen", "ronde"])
def test_every_column_sorts_both_ways(eight: None, adviser: PageClient, column: str) -> None:
    up, down = (adviser.get(f"/netwerken?sorteer={column}&richting={way}") for way in ("op", "af"))

    assert sorted(names(up)) == sorted(names(down)) == sorted(NAMES)
    assert names(up) == names(down)[::-1]
    assert len(up.all("th", aria_sort="ascending")) == len(down.all("th", aria_sort="descending")) == 1


def test_the_head_of_a_column_sorts_and_keeps_what_was_asked(eight: None, adviser: PageClient) -> None:
    page = adviser.get("/netwerken?zoek=e&provincie=PV26")
    head = next(link for link in page.links() if "sorteer=organisaties" in link)

    assert head == "/netwerken?zoek=e&provincie=PV26&sorteer=organisaties"
    assert names(adviser.get(head)) == names(page)


def test_what_was_asked_stands_in_the_form(eight: None, adviser: PageClient) -> None:
    page = adviser.get("/netwerken?zoek=e&provincie=PV26&sorteer=provincie&richting=af&wie=")

    assert page.form(role="search").fields == {
        "zoek": "e", "wie": "", "ronde": "", "provincie": "PV26", "archief": "nee", "sorteer": "provincie",
        "richting": "af",
    }  # fmt: skip


def test_an_adviser_begins_with_the_own_networks(app: Flask, eight: None, client: PageClient) -> None:
    other = sign_in(app, client, address="other@taalsteun.example")
    assert len(names(client.get("/netwerken"))) == len(NAMES)  # who has none sees all
    with app.app_context(), writing() as session:
        add(session, other, "Van mij")

    assert names(client.get("/netwerken")) == ["Van mij"]
    assert found(client.get("/netwerken")) == "1 van de 9 netwerken"
    assert len(names(client.get("/netwerken?wie="))) == 9


def test_what_is_in_the_archive_is_seen_by_who_asks_for_it(app: Flask, eight: None, adviser: PageClient) -> None:
    with app.app_context(), writing() as session:
        add(session, add_adviser(session), "Vroeger", archived_at_utc=clock.now())

    assert "Vroeger" not in names(adviser.get("/netwerken"))
    assert names(adviser.get("/netwerken?archief=ja")) == ["Vroeger in het archief"]
    assert len(names(adviser.get("/netwerken?archief="))) == 9


def test_a_network_is_found_by_its_municipality(app: Flask, eight: None, adviser: PageClient) -> None:
    with app.app_context(), writing() as session:
        place = Municipality(code="GM9999", name="Súdwest", year=2026)
        network = session.scalars(select(Network).where(Network.name == "Emmen")).one()
        session.add(place)
        session.flush()
        session.add(NetworkMunicipality(network_id=network.id, municipality_id=place.id))

    page = adviser.get("/netwerken?zoek=sudwest")
    assert names(page) == ["Emmen"]
    assert "Súdwest" in page.words


def test_an_open_round_is_told_in_totals_per_full_hour(app: Flask, adviser: PageClient, opened: OpenRound) -> None:
    answer(app, opened.tokens[0], statements(3))  # this hour: not told yet

    page = adviser.get("/netwerken?ronde=open")
    assert "0 van de 3 antwoorden" in page.words
    assert "open tot en met" in page.words
    with app.app_context(), writing() as session:
        gone = select(Invitation.id).where(Invitation.token_hash == hash_token(opened.tokens[1]))
        session.execute(update(Invitation).where(Invitation.id.in_(gone)).values(withdrawn_at_utc=clock.now()))
    assert "0 van de 2 antwoorden" in adviser.get("/netwerken?ronde=open").words, "As on the page of the round."


@pytest.mark.parametrize(("role", "is_read"), [("coordinator", True), ("adviser", True), ("administrator", False)])
def test_an_administrator_is_not_led_to_a_report_by_that_role(
    app: Flask, client: PageClient, opened: OpenRound, role: Any, is_read: bool
) -> None:
    with app.app_context():
        close_round(app, opened.id)
    sign_in(app, client, role=role, address=f"{role}@taalsteun.example")

    assert (f"/rondes/{opened.id}/rapport" in client.get("/netwerken").links()) == is_read


@pytest.mark.parametrize("state", ["open", "gesloten", "geen"])
def test_networks_are_found_by_the_state_of_their_round(
    app: Flask, client: PageClient, opened: OpenRound, state: str
) -> None:
    closed = make_round(app, name="Dicht")
    close_round(app, closed.id)
    with app.app_context(), writing() as session:
        add(session, add_adviser(session), "Nieuw")
    sign_in(app, client)

    there = {"open": "Taalnetwerk Waterdam", "gesloten": "Dicht", "geen": "Nieuw"}
    assert names(client.get(f"/netwerken?ronde={state}")) == [there[state]]


def test_somebody_elses_networks_are_in_no_list(app: Flask, eight: None, client: PageClient) -> None:
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example")

    for asked in ("", "?wie=", "?zoek=elan", "?archief=", "?bladzijde=2"):
        assert names(client.get(f"/netwerken{asked}")) == []
    assert read(client, "/netwerken.xlsx") == []


def read(client: PageClient, address: str) -> list[tuple[Any, ...]]:
    sheet = openpyxl.load_workbook(BytesIO(client.get(address).body)).worksheets[0]
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_the_workbook_holds_every_row_that_was_found(sixty: None, adviser: PageClient) -> None:
    assert len(read(adviser, "/netwerken.xlsx?bladzijde=2")) == 60
    assert len(read(adviser, "/netwerken.xlsx?provincie=PV20")) == 0


def test_what_begins_like_a_formula_stays_text(app: Flask, adviser: PageClient) -> None:
    formulas = ["=1+1", "+31", "-2", "@SUM(A1)", "https://elders.example"]
    with app.app_context(), writing() as session:
        for name in formulas:
            add(session, add_adviser(session), name)
    sheet = openpyxl.load_workbook(BytesIO(adviser.get("/netwerken.xlsx").body)).worksheets[0]

    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert sorted(cell.value for cell in cells) == sorted(formulas)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_the_workbook_is_ready_to_work_with(app: Flask, adviser: PageClient, opened: OpenRound) -> None:
    book = openpyxl.load_workbook(BytesIO(adviser.get("/netwerken.xlsx").body))
    sheet = book.worksheets[0]
    row = dict(zip([cell.value for cell in sheet[1]], [cell.value for cell in sheet[2]], strict=True))

    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:K2")
    assert (row["Netwerk"], row["Contactpersonen"], row["Uitgenodigd"], row["Ingestuurd"]) == (
        "Taalnetwerk Waterdam", 3, 3, 0,
    )  # fmt: skip
    assert row["Open tot en met"].date() == clock.dutch_day(clock.now() - timedelta(days=1)) + timedelta(days=21)
    assert (book.properties.creator, book.properties.lastModifiedBy) in ((None, None), ("", ""))


def test_an_export_is_written_down_without_what_was_searched(app: Flask, eight: None, adviser: PageClient) -> None:
    adviser.get("/netwerken.xlsx?zoek=elan&provincie=PV26")

    with app.app_context(), writing() as session:
        event = session.scalars(select(AuditEvent).where(AuditEvent.action == "networks.exported")).one()
        assert event.details == {"rows": 1, "filters": ["archief", "provincie", "wie", "zoek"]}
        assert event.actor_id is not None
