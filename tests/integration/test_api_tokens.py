"""Tokens for programs: made by an adviser, shown once, revoked by any adviser or administrator of the organisation."""

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.models import ApiToken, AuditEvent
from survey.tokens import hash_token
from tests.factories import OpenRound, sign_in
from tests.pages import PageClient
from tests.reading_programs import Program


def make(client: PageClient, name: str = "Jaarverslag", status: int = 200) -> str:
    page = client.submit(client.get("/koppelingen"), {"name": name}, status, form={"id": "make"})
    found = [code.text for code in page.all("code", class_="token")]
    return found[0] if found else ""


def test_a_token_is_shown_once_and_kept_as_a_hash(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    account = sign_in(app, client)
    token = make(client)
    kept = connection.execute(select(ApiToken.__table__)).one()
    assert kept.token_hash == hash_token(token)
    assert (kept.name, kept.made_by_id) == ("Jaarverslag", account.id)
    assert token not in client.get("/koppelingen").text
    assert Program(app, token, account.support_organisation_id).get("/networks").status_code == 200
    events = connection.execute(select(AuditEvent.__table__).where(AuditEvent.action == "api_token.made")).all()
    assert len(events) == 1
    assert "Jaarverslag" not in str(events)


def test_loaded_again_the_page_makes_no_second_token(app: Flask, client: PageClient, connection: Connection) -> None:
    sign_in(app, client)
    form = client.get("/koppelingen")
    client.submit(form, {"name": "Jaarverslag"}, 200, form={"id": "make"})
    again = client.follow(client.submit(form, {"name": "Jaarverslag"}, 303, form={"id": "make"}))
    assert "Deze sleutel was al gemaakt" in again.words
    assert not again.all("code", class_="token")
    client.submit(form, {"name": "Kaart"}, 200, form={"id": "make"})
    assert sorted(connection.scalars(select(ApiToken.__table__.c.name))) == ["Jaarverslag", "Kaart"]


@pytest.mark.parametrize("name", ["", " \u200b ", "x" * 101])
def test_a_token_without_a_sound_name_is_not_made(
    app: Flask, client: PageClient, connection: Connection, name: str
) -> None:
    sign_in(app, client)
    assert make(client, name, 422) == ""
    assert connection.execute(select(ApiToken.__table__)).all() == []


@pytest.mark.parametrize("page", ["/netwerken", "/rapporten", "/account"])
def test_the_files_for_research_are_found_from_the_pages_about_networks(
    app: Flask, client: PageClient, page: str
) -> None:
    sign_in(app, client)
    assert "/koppelingen" in client.get(page).links()
    assert "/onderzoek.sav" in client.get("/koppelingen").links()


def test_a_colleague_revokes_it(app: Flask, client: PageClient, connection: Connection) -> None:
    maker = sign_in(app, client)
    program = Program(app, make(client), maker.support_organisation_id)
    sign_in(app, client, address="collega@taalsteun.example")
    client.submit(client.get("/koppelingen"), {}, form={"class": "revoke"})
    assert program.get("/networks").status_code == 401
    assert "ingetrokken" in client.get("/koppelingen").text


def test_an_administrator_sees_and_revokes_and_makes_none(app: Flask, client: PageClient) -> None:
    sign_in(app, client)
    make(client)
    sign_in(app, client, role="administrator", address="beheer@taalsteun.example")
    page = client.get("/koppelingen")
    assert "Jaarverslag" in page.text
    assert not page.all("input", id="name")
    client.post("/koppelingen", {**page.form(class_="revoke").fields, "name": "Toch"}, 404)


def test_another_organisations_token_is_not_there(app: Flask, client: PageClient, connection: Connection) -> None:
    sign_in(app, client)
    make(client)
    token_id = connection.execute(select(ApiToken.__table__.c.id)).scalar_one()
    sign_in(app, client, support="Taalsteun Zuid", address="zuid@taalsteun.example")
    page = client.get("/koppelingen")
    client.post(f"/koppelingen/{token_id}/intrekken", page.form(id="make").fields, 404)
    assert "Jaarverslag" not in page.text
