"""Advisers let people coordinate a network: new ones by invitation, known ones at once."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.database import reading, writing
from survey.models import Account, AccountMail, AuditEvent, NetworkCoordinator
from tests.pages import Page, PageClient
from tests.two_organisations import World, enter, make_world


@pytest.fixture
def world(app: Flask, connection: Connection) -> World:
    return make_world(app)


@pytest.fixture
def adviser(client: PageClient, world: World) -> PageClient:
    enter(client, world, "adviser")
    return client


def page_of(world: World) -> str:
    return f"/netwerken/{world.midden.networks[0]}/coordinatoren"


def add(client: PageClient, world: World, address: str, status: int = 303, **fields: str) -> Page:
    given = {"name": "Noor Smit", "address": address, **fields}
    return client.submit(client.get(page_of(world)), given, status, form={"id": "invite"})


def rows(app: Flask, table: Any) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(table)))


def coordinators(app: Flask, world: World) -> set[UUID]:
    links = rows(app, NetworkCoordinator)
    return {link.account_id for link in links if link.network_id == world.midden.networks[0]}


def noted(app: Flask) -> list[str]:
    return sorted(event.action for event in rows(app, AuditEvent) if event.object_kind == "account")


def test_somebody_new_is_invited_as_coordinator(app: Flask, adviser: PageClient, world: World) -> None:
    page = adviser.follow(add(adviser, world, "Noor@Bieb.example", role="administrator"))

    assert "De uitnodiging gaat naar noor@bieb.example" in page.words
    assert "uitgenodigd, nog niet ingelogd" in page.words
    (made,) = [each for each in rows(app, Account) if each.address == "noor@bieb.example"]
    assert (made.role, made.support_organisation_id) == ("coordinator", world.midden.id)
    assert made.id in coordinators(app, world)
    assert len(rows(app, AccountMail)) == 1
    assert noted(app) == ["account.added", "account.invited", "coordinator.added"]


def test_a_coordinator_of_another_network_can_do_this_one_too_at_once(
    app: Flask, adviser: PageClient, world: World
) -> None:
    page = adviser.follow(add(adviser, world, "twee@midden.example"))

    assert "twee@midden.example kan nu met dit netwerk werken" in page.words
    assert world.midden.accounts["coordinator of another network"] in coordinators(app, world)
    assert rows(app, AccountMail) == []


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("een@midden.example", "kan al met dit netwerk werken"),
        ("adviseur@midden.example", "kan al met dit netwerk werken"),
        ("een@noord.example", "Dit adres kan hier niet"),
        ("adviseur@noord.example", "Dit adres kan hier niet"),
        ("noor", "Dit is geen e-mailadres"),
        ("", "Vul dit in"),
        ("noor@bieb.example\r\nBcc: x@y.example", "Dit is geen e-mailadres"),
    ],
)
def test_who_cannot_be_coordinator_here_is_told(
    app: Flask, adviser: PageClient, world: World, address: str, sentence: str
) -> None:
    before = coordinators(app, world)

    page = add(adviser, world, address, 422)

    assert page.title.startswith("Fout:")
    assert sentence in page.words
    assert coordinators(app, world) == before
    assert rows(app, AccountMail) == []
    assert noted(app) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Vul dit in"),
        ("   ", "Vul dit in"),
        ("x" * 201, "Er passen er 200"),
        ("Noor\nBcc: x@evil.example", "onzichtbaar teken"),
    ],
)
def test_a_name_is_needed(app: Flask, adviser: PageClient, world: World, name: str, sentence: str) -> None:
    assert sentence in add(adviser, world, "noor@bieb.example", 422, name=name).words
    assert rows(app, AccountMail) == []


def test_a_closed_account_is_not_linked(app: Flask, adviser: PageClient, world: World) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Account, world.midden.accounts["coordinator of another network"]).active = False

    assert "Dit adres kan hier niet" in add(adviser, world, "twee@midden.example", 422).words


def test_a_coordinator_is_taken_off_and_the_account_stays(app: Flask, adviser: PageClient, world: World) -> None:
    ours = world.midden.accounts["coordinator"]
    visitor = PageClient(app)
    enter(visitor, world, "coordinator")
    assert "Taalnetwerk Waterland" in visitor.get("/netwerken").words
    page = adviser.get(page_of(world))

    adviser.submit(page, {}, form={"action": f"{page_of(world)}/{ours}/weghalen"})

    assert coordinators(app, world) == set()
    assert "Taalnetwerk Waterland" not in visitor.get("/netwerken").words
    assert noted(app) == ["coordinator.removed"]


def test_who_did_not_come_yet_is_invited_again(app: Flask, adviser: PageClient, world: World) -> None:
    page = adviser.follow(add(adviser, world, "noor@bieb.example"))
    (made,) = [each for each in rows(app, Account) if each.address == "noor@bieb.example"]

    adviser.submit(page, {}, form={"action": f"{page_of(world)}/{made.id}/uitnodigen"})

    assert len(rows(app, AccountMail)) == 2


def test_who_came_is_not_invited_again(app: Flask, adviser: PageClient, world: World) -> None:
    token = adviser.get(page_of(world)).form(id="invite").fields["csrf_token"]
    address = f"{page_of(world)}/{world.midden.accounts['coordinator']}/uitnodigen"

    assert "Dit kan nu niet" in adviser.follow(adviser.post(address, {"csrf_token": token})).words
    assert rows(app, AccountMail) == []
