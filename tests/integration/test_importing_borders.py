"""Import at its borders: whose file it is, an open round, a plan that was overtaken, a file that is too large."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import func, select, update

from survey import clock
from survey.database import reading, writing
from survey.importing.reading import read_file
from survey.models import Contact, Invitation, PartnerOrganisation, StagedImport
from survey.queries import importing as queries
from survey.services import networks
from survey.services.importing import carrying_out
from survey.services.importing.carrying_out import Overtaken
from tests.commands import Run
from tests.factories import OpenRound, add_network, sign_in
from tests.importing import action_of, decide, give, one_network, plan
from tests.pages import HOST, PageClient
from tests.spreadsheets import HEADINGS, workbook

ROW = ("Bieb", "bieb", "Noor de Boer", "noor@bieb.example")
FILE = workbook(HEADINGS, ROW)


@pytest.fixture
def network_id(app: Flask, client: PageClient) -> UUID:
    with app.app_context(), writing() as session:
        return add_network(session, members={"municipality": 1}).id


def count(app: Flask, table: Any) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_network_out_of_reach_does_not_exist(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example")

    client.get(one_network(network_id), 404)
    client.get(one_network(uuid4()), 404)


def test_a_coordinator_reaches_the_own_network_only(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    with app.app_context(), writing() as session:
        other = add_network(session, members={"library": 1}, name="Taalnetwerk Elders").id

    client.get(one_network(network_id))
    client.get(one_network(other), 404)


def test_a_file_of_somebody_else_does_not_exist(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    page = plan(client, one_network(network_id), FILE)
    token = page.form(action=action_of(page)).fields
    sign_in(app, client, address="ada.kok@taalsteun.example")

    assert "Deze import is er niet meer" in client.get(page.address, 404).words
    fresh = client.get("/netwerken").form(action="/uitloggen").fields["csrf_token"]
    client.post(page.address, token | {"csrf_token": fresh, "go": "confirm"}, 404)
    client.post(page.address, token | {"csrf_token": fresh, "go": "cancel"}, 404)
    assert (count(app, Contact), count(app, StagedImport)) == (1, 1)


def test_who_lost_the_right_meanwhile_imports_nothing(app: Flask, client: PageClient, network_id: UUID) -> None:
    account = sign_in(app, client)
    columns = ("Netwerk", "Provincie", *HEADINGS[:4])
    page = plan(client, "/importeren", workbook(columns, ("Taalnetwerk Zee", "Utrecht", *ROW)))
    own = plan(client, one_network(network_id), FILE)
    with app.app_context(), writing() as session:
        session.execute(update(type(account)).values(role="coordinator"))

    for each in (page, own):
        decide(client, each, status=404)
    assert count(app, Contact) == 1


def test_saying_yes_twice_does_it_once(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    page = plan(client, one_network(network_id), FILE)

    decide(client, page)
    again = decide(client, page, status=404)

    assert "De import is uitgevoerd of gestopt, of het uur is voorbij." in again.words
    assert count(app, Contact) == 2


def test_two_files_that_are_the_same_do_it_once(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    first, second = (plan(client, one_network(network_id), FILE) for _ in range(2))
    decide(client, first)

    again = decide(client, second, status=409)

    assert "Er is nog niets geïmporteerd" in again.words
    assert "Er valt niets te importeren" in again.words
    assert count(app, Contact) == 2


def test_a_plan_that_changed_meanwhile_is_shown_again_first(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    page = plan(client, one_network(network_id), FILE)
    with app.app_context(), writing() as session:
        network = session.get_one(type(add_network(session, members={}, name="Elders")), network_id)
        networks.add_organisation(session, network=network, name="Bieb", kind="library")

    again = decide(client, page, status=409)

    assert "Iemand heeft intussen iets veranderd." in again.words
    assert "1 contactpersoon erbij" in again.words
    assert "organisatie erbij" not in again.words
    assert count(app, Contact) == 1
    decide(client, again)
    assert count(app, Contact) == 2


def test_a_change_under_our_hands_writes_nothing(
    app: Flask, client: PageClient, network_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(app, client)
    page = plan(client, one_network(network_id), workbook(HEADINGS, ROW, ("Roc", "roc", "Tim", "tim@x.example")))
    written = carrying_out._write_organisations

    def overtaken(*arguments: Any) -> None:
        written(*arguments)
        raise Overtaken

    monkeypatch.setattr(carrying_out, "_write_organisations", overtaken)

    again = decide(client, page, status=409)

    assert "Er is nog niets geïmporteerd" in again.words
    assert (count(app, PartnerOrganisation), count(app, Contact)) == (1, 1)


def test_a_row_of_another_version_is_not_overwritten(app: Flask, client: PageClient, network_id: UUID) -> None:
    with app.app_context(), writing() as session:
        contact = session.scalars(select(Contact)).one()
        rows = [{"id": contact.id, "version": contact.version + 1, "name": "Iemand anders"}]

        assert queries.update_all(session, Contact, rows) == 0
        rows[0]["version"] = contact.version
        assert queries.update_all(session, Contact, rows) == 1


def test_a_file_waits_for_an_hour(app: Flask, client: PageClient, network_id: UUID, run: Run) -> None:
    sign_in(app, client)
    page = plan(client, one_network(network_id), FILE)
    run("database", "forget")
    client.get(page.address)
    with app.app_context(), writing() as session:
        session.execute(update(StagedImport).values(given_at_utc=clock.now() - timedelta(minutes=61)))

    decide(client, page, status=404)
    client.get(page.address, 404)
    run("database", "forget")
    assert (count(app, StagedImport), count(app, Contact)) == (0, 1)


def test_only_the_newest_files_wait(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)

    pages = [plan(client, one_network(network_id), FILE) for _ in range(6)]

    client.get(pages[0].address, 404)
    client.get(pages[1].address)
    assert count(app, StagedImport) == 5


def test_who_is_invited_keeps_address_and_organisation_while_the_round_is_open(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    sign_in(app, client)
    place = "library van Taalnetwerk Waterdam"
    rows = (
        (place, "", "library 000", "new@library.example"),
        ("Roc", "roc", "library 001", "p1@library.example", "taalcoach"),
        (place, "roc", "", ""),
    )

    page = plan(client, one_network(opened.network_id), workbook(HEADINGS, *rows))

    assert (
        "Rij 2 library van Taalnetwerk Waterdam library 000 Gebeurt niet: Het adres blijft zoals het is" in page.words
    )
    assert "Gebeurt niet: Deze persoon blijft bij “library van Taalnetwerk Waterdam”" in page.words
    assert "Gebeurt niet: Er is een ronde open. Het soort partner kan pas na de sluiting veranderen." in page.words
    decide(client, page)
    with app.app_context(), reading() as session:
        contacts = {contact.name: contact for contact in session.scalars(select(Contact))}
        kinds = {each.name: each.kind for each in session.scalars(select(PartnerOrganisation))}
    assert contacts["library 000"].address == "p0@library.example"
    assert contacts["library 001"].job == "taalcoach"
    assert kinds[place] == "library"


def test_who_comes_in_while_a_round_is_open_is_not_invited_and_that_is_said(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    sign_in(app, client)

    page = plan(client, one_network(opened.network_id), FILE)

    assert "Er is een ronde open in Taalnetwerk Waterdam" in page.words
    decide(client, page)
    assert (count(app, Contact), count(app, Invitation)) == (4, 3)


def test_an_archived_person_is_told(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    with app.app_context(), writing() as session:
        session.execute(update(Contact).values(archived_at_utc=clock.now()))

    page = plan(client, one_network(network_id), workbook(HEADINGS, ("Bieb", "bieb", "X", "p0@municipality.example")))

    assert "Deze persoon is gearchiveerd." in page.words
    assert "organisatie erbij" not in page.words


def large(size: int, token: str = "") -> dict[str, Any]:
    """Return a request with a file of so many bytes, written by hand: the test client would leave a file open."""
    parts = (f'name="csrf_token"\r\n\r\n{token}', f'name="file"; filename="partners.csv"\r\n\r\n{"x" * size}')
    body = "".join(f"--part\r\nContent-Disposition: form-data; {part}\r\n" for part in parts) + "--part--\r\n"
    return {"data": body.encode(), "content_type": "multipart/form-data; boundary=part"}


def test_a_file_that_is_too_large_is_said_to_be(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    token = client.get(one_network(network_id)).form(id="give").fields["csrf_token"]

    page = client.post(one_network(network_id), status=413, **large(11_000_000, token))

    assert "Dit bestand is groter dan 10 MB." in page.words
    fits = client.post(one_network(network_id), status=422, **large(9_000_000, token))
    assert "Vanaf rij 1 is dit geen tabel" in fits.words
    assert count(app, StagedImport) == 0


def test_a_stranger_cannot_send_more_than_to_any_page(client: PageClient, network_id: UUID) -> None:
    client.post(one_network(network_id), status=413, **large(2_000_000))


@pytest.mark.parametrize("field", ["", "plan", "csrf_token"])
def test_a_forged_yes_does_nothing(app: Flask, client: PageClient, network_id: UUID, field: str) -> None:
    sign_in(app, client)
    page = plan(client, one_network(network_id), FILE)
    fields = page.form(action=action_of(page)).fields | {"go": "confirm", field or "go": "x"}

    client.post(page.address, fields, {"": 303, "plan": 409, "csrf_token": 400}[field])

    assert count(app, Contact) == 1


def test_names_with_script_and_signs_are_shown_as_they_are(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    row = ("<script>alert(1)</script>", "bieb", "=HYPERLINK(1)\r\nBcc: x", "noor@x.example")
    text = "Organisatie;Soort;Naam;E-mail\n" + ";".join(f'"{cell}"' for cell in row)

    page = plan(client, one_network(network_id), text.encode(), name="<img src=x>.csv")

    assert "<script>alert(1)</script>" in page.words
    decide(client, page)
    with app.app_context(), reading() as session:
        assert session.scalars(select(Contact.name).where(Contact.address == "noor@x.example")).one() == (
            "=HYPERLINK(1) Bcc: x"
        )


def test_long_plans_are_shown_in_pages(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)
    rows = [("Bieb", "bieb", f"Noor {number}", f"noor{number}@x.example") for number in range(250)]

    page = plan(client, one_network(network_id), workbook(HEADINGS, *rows))

    assert "Pagina 1 van 3" in page.words
    last = client.get(f"{page.address}?groep=added&pagina=3")
    assert len(last.all("tr")) == 51
    assert "Rij 251" in last.words
    client.get(f"{page.address}?groep=added&pagina=99999999999999")
    client.get(f"{page.address}?groep=x&pagina=-1")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("more", ["", "&netwerken=ja"])
def test_the_template_is_read_by_the_import(app: Flask, client: PageClient, language: str, more: str) -> None:
    sign_in(app, client)

    content = client.http.get(f"/importeren/sjabloon.xlsx?taal={language}{more}", base_url=HOST).data

    book = load_workbook(BytesIO(content))
    assert book.sheetnames == {"nl": ["Partners", "Uitleg"], "en": ["Partners", "Explanation"]}[language]
    sheet = book.worksheets[0]
    assert len(sheet.data_validations.dataValidation) == (4 if more else 3)
    place = 4 if more else 1
    for column, text in ((place, "Bieb"), (place + 1, sheet.cell(2, place + 1).value), (place + 2, "Tim")):
        sheet.cell(3, column, text)
    target = BytesIO()
    book.save(target)
    found = read_file(target.getvalue())
    assert [row.number for row in found.rows] == [3]
    assert len(found.columns) == (10 if more else 7)
    assert found.rows[0].cells["name"] == "Tim"


def test_a_template_for_networks_is_an_advisers(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")

    content = client.http.get("/importeren/sjabloon.xlsx?netwerken=ja", base_url=HOST).data

    assert load_workbook(BytesIO(content)).worksheets[0]["A1"].value == "Organisatie"


def test_a_wrong_file_keeps_nothing(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client)

    give(client, one_network(network_id), b"PK\x03\x04", status=422)

    assert count(app, StagedImport) == 0
