"""Administrators invite people, and change what their accounts may do."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading, writing
from survey.models import (
    Account,
    AccountMail,
    AccountSession,
    AuditEvent,
    Network,
    NetworkCoordinator,
    SupportOrganisation,
)
from survey.services import staffing
from survey.services.audit import COMMAND_LINE
from tests.pages import Page, PageClient
from tests.two_organisations import World, add_passkey, enter, make_world

NEW = "/beheer/accounts/nieuw"


@pytest.fixture
def world(app: Flask, connection: Connection) -> World:
    return make_world(app)


@pytest.fixture
def administrator(client: PageClient, world: World) -> PageClient:
    enter(client, world, "administrator")
    return client


def rows(app: Flask, table: Any) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(table)))


def account(app: Flask, account_id: UUID) -> Account:
    with app.app_context(), reading() as session:
        return session.get_one(Account, account_id)


def page_of(account_id: UUID) -> str:
    return f"/beheer/accounts/{account_id}"


def invite(client: PageClient, status: int = 303, **fields: str) -> Page:
    given = {"name": "Ada Vos", "address": "ada@midden.example", **fields}
    return client.submit(client.get(NEW), given, status, form={"class": "flow"})


def place(client: PageClient, account_id: UUID, status: int = 303, **fields: str) -> Page:
    return client.submit(client.get(page_of(account_id)), fields, status, form={"id": "place"})


def act(client: PageClient, account_id: UUID, what: str) -> Page:
    token = client.get(page_of(account_id)).form(id="place").fields["csrf_token"]
    return client.post(f"{page_of(account_id)}/{what}", {"csrf_token": token})


def noted(app: Flask, of: UUID) -> list[str]:
    """Return what was done to an account; of what was done at once, by name."""
    theirs = [event for event in rows(app, AuditEvent) if event.object_id == of]
    return [event.action for event in sorted(theirs, key=lambda event: (event.at_utc, event.action))]


def test_somebody_is_invited(app: Flask, administrator: PageClient, world: World) -> None:
    done = invite(administrator, role="adviser", organisation=str(world.noord.id), address=" ADA@noord.example ")

    page = administrator.follow(done)
    assert "De uitnodiging gaat naar ada@noord.example" in page.words
    assert "nog niet; uitgenodigd op" in page.words
    (made,) = [each for each in rows(app, Account) if each.name == "Ada Vos"]
    assert (made.address, made.role, made.support_organisation_id) == ("ada@noord.example", "adviser", world.noord.id)
    assert [mail.to_address for mail in rows(app, AccountMail)] == ["ada@noord.example"]
    assert noted(app, made.id) == ["account.added", "account.invited"]


def test_the_organisation_that_was_come_from_is_chosen_already(administrator: PageClient, world: World) -> None:
    page = administrator.get(f"{NEW}?organisatie={world.noord.id}")

    assert page.form(class_="flow").fields["organisation"] == str(world.noord.id)
    administrator.get(f"{NEW}?organisatie=%00<script>")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Vul dit in"),
        ("name", "Ada\nBcc: x@y.example", "onzichtbaar teken"),
        ("name", "x" * 201, "Er passen er 200"),
        ("address", "", "Vul dit in"),
        ("address", "ada", "Dit is geen e-mailadres"),
        ("address", "a@b.example, c@d.example", "Dit is geen e-mailadres"),
        ("address", "adviseur@noord.example", "Er is al een account met dit e-mailadres"),
        ("address", "Adviseur@NOORD.example", "Er is al een account met dit e-mailadres"),
        ("role", "god", None),
        ("organisation", "00000000-0000-0000-0000-000000000000", None),
        ("language", "xx", None),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_invited(
    app: Flask, administrator: PageClient, field: str, value: str, sentence: str | None
) -> None:
    before = len(rows(app, Account))

    page = invite(administrator, 422, **{field: value})

    said = " ".join(page.one("p", id=f"{field}-e").itertext())
    assert (sentence or "Fout:") in said
    assert len(rows(app, Account)) == before
    assert rows(app, AccountMail) == []


def test_who_did_not_come_yet_is_invited_again(app: Flask, administrator: PageClient, world: World) -> None:
    invite(administrator)
    (made,) = [each for each in rows(app, Account) if each.name == "Ada Vos"]

    act(administrator, made.id, "uitnodigen")
    assert len(rows(app, AccountMail)) == 2
    page = administrator.follow(act(administrator, world.noord.accounts["adviser"], "uitnodigen"))
    assert "Dit kan nu niet met dit account" in page.words
    assert len(rows(app, AccountMail)) == 2


def test_the_page_tells_how_an_account_is_used_and_no_secret(
    app: Flask, administrator: PageClient, world: World
) -> None:
    ours = world.midden.accounts["adviser"]
    with app.app_context(), writing() as session:
        found = session.get_one(Account, ours)
        found.password, found.tf_primary_method, found.tf_totp_secret = "$argon2$GEHEIM", "authenticator", "GEHEIM"
        add_passkey(session, world.noord.accounts["adviser"])

    page = administrator.get(page_of(ours))

    assert "wachtwoord, code van een app, 1 passkey" in page.words
    assert "Nu ingelogd in 1 browser" in page.words
    assert "2 netwerken: Taalnetwerk Bergen, Taalnetwerk Waterland" in page.words
    assert "GEHEIM" not in page.text
    assert "192.0.2" not in page.text
    assert "alleen een link per e-mail" in administrator.get(page_of(world.midden.accounts["coordinator"])).words


def test_a_role_changes_at_once(app: Flask, administrator: PageClient, world: World) -> None:
    place(administrator, world.noord.accounts["adviser"], role="administrator")

    visitor = PageClient(app)
    enter(visitor, world, "adviser elsewhere")
    visitor.get(NEW)
    assert noted(app, world.noord.accounts["adviser"]) == ["account.role_changed"]


def test_an_adviser_of_networks_cannot_become_coordinator_or_move(
    app: Flask, administrator: PageClient, world: World
) -> None:
    ours = world.midden.accounts["adviser"]
    for fields in ({"role": "coordinator"}, {"organisation": str(world.noord.id)}):
        page = place(administrator, ours, 422, **fields)
        assert "begeleidt nog netwerken: Taalnetwerk Bergen, Taalnetwerk Waterland." in page.words
        assert "Draag die eerst over" in page.words
    assert (account(app, ours).role, account(app, ours).support_organisation_id) == ("adviser", world.midden.id)


def test_a_coordinator_who_moves_is_taken_off_the_old_networks(
    app: Flask, administrator: PageClient, world: World
) -> None:
    ours = world.midden.accounts["coordinator"]

    place(administrator, ours, organisation=str(world.noord.id))

    assert account(app, ours).support_organisation_id == world.noord.id
    assert ours not in {link.account_id for link in rows(app, NetworkCoordinator)}
    moved = [event for event in rows(app, AuditEvent) if event.action == "account.moved"]
    assert {event.support_organisation_id for event in moved} == {world.midden.id, world.noord.id}


def test_of_two_who_change_an_account_the_second_is_asked(app: Flask, administrator: PageClient, world: World) -> None:
    ours = world.noord.accounts["coordinator"]
    old = administrator.get(page_of(ours))
    place(administrator, ours, role="adviser")

    page = administrator.submit(old, {"role": "administrator"}, 422, form={"id": "place"})

    assert "Iemand anders heeft dit account intussen veranderd" in page.words
    assert account(app, ours).role == "adviser"


def test_a_closed_account_is_signed_out_and_comes_back_when_reopened(
    app: Flask, administrator: PageClient, world: World
) -> None:
    theirs = world.noord.accounts["adviser"]
    visitor = PageClient(app)
    enter(visitor, world, "adviser elsewhere")

    close(administrator, theirs, 303, anyway="y")
    visitor.get("/netwerken", 303)
    assert "Dit account is gesloten" in administrator.get(page_of(theirs)).words
    act(administrator, theirs, "heropenen")

    assert account(app, theirs).active
    assert noted(app, theirs) == ["account.closed", "account.reopened"]


def test_sessions_are_ended(app: Flask, administrator: PageClient, world: World) -> None:
    theirs = world.noord.accounts["adviser"]

    act(administrator, theirs, "sessies")

    assert theirs not in {each.account_id for each in rows(app, AccountSession)}
    assert noted(app, theirs) == ["account.sessions_ended"]


def test_a_second_step_is_reset(app: Flask, administrator: PageClient, world: World) -> None:
    ours = world.midden.accounts["adviser"]
    assert "Haal de tweede stap weg" in administrator.get(page_of(ours)).words

    act(administrator, ours, "tweede-stap")

    assert "Haal de tweede stap weg" not in administrator.get(page_of(ours)).words
    assert noted(app, ours)[-1:] == ["account.second_factor_reset"]


def close_the_other(app: Flask, world: World) -> None:
    with app.app_context(), writing() as session:
        other = world.noord.accounts["administrator"]
        staffing.close(session, account_id=other, by=COMMAND_LINE, at=clock.now())


def test_the_last_administrator_stays(app: Flask, administrator: PageClient, world: World) -> None:
    own = world.midden.accounts["administrator"]
    close_the_other(app, world)

    assert "Dit is de laatste beheerder" in place(administrator, own, 422, role="adviser").words
    assert "Dit is de laatste beheerder" in administrator.follow(act(administrator, own, "sluiten")).words

    assert account(app, own).active
    assert account(app, own).role == "administrator"


def test_one_of_two_administrators_can_leave(app: Flask, administrator: PageClient, world: World) -> None:
    own = world.midden.accounts["administrator"]

    act(administrator, own, "sluiten")

    assert not account(app, own).active
    administrator.get(NEW, 303)


def test_an_administrator_of_an_archived_organisation_counts_for_nothing(
    app: Flask, administrator: PageClient, world: World
) -> None:
    with app.app_context(), writing() as session:
        session.get_one(SupportOrganisation, world.noord.id).archived_at_utc = clock.now()

    page = place(administrator, world.midden.accounts["administrator"], 422, role="adviser")

    assert "Dit is de laatste beheerder" in page.words


def test_an_archived_organisation_is_not_offered(app: Flask, administrator: PageClient, world: World) -> None:
    with app.app_context(), writing() as session:
        session.get_one(SupportOrganisation, world.noord.id).archived_at_utc = clock.now()

    page = invite(administrator, 422, organisation=str(world.noord.id))

    assert "Taalsteun Noord" not in page.words
    assert "gearchiveerd" in administrator.get(page_of(world.noord.accounts["adviser"])).words


def add_networks(app: Flask, adviser: UUID, support: UUID, *names: str) -> None:
    with app.app_context(), writing() as session:
        for name in names:
            session.add(
                Network(id=uuid4(), support_organisation_id=support, adviser_id=adviser, name=name, province="PV26")
            )


def close(client: PageClient, account_id: UUID, status: int, **fields: str) -> Page:
    sent = {"action": f"{page_of(account_id)}/sluiten"}
    return client.submit(client.get(page_of(account_id)), fields, status, form=sent)


def test_the_account_of_an_adviser_with_networks_is_not_closed_and_which_they_are_is_said(
    app: Flask, administrator: PageClient, world: World
) -> None:
    ours, networks = world.midden.accounts["adviser"], world.midden.networks
    visitor = PageClient(app)
    enter(visitor, world, "adviser")

    page = close(administrator, ours, 422)

    assert str(page.one("title").text).startswith("Fout:")
    said = " ".join(page.one("p", id="anyway-e").itertext())
    assert "begeleidt nog netwerken: Taalnetwerk Bergen, Taalnetwerk Waterland." in said
    assert page.one("details", open="").get("class") == "ask"
    assert {f"/netwerken/{each}/overdragen" for each in networks} <= set(page.links())
    assert (account(app, ours).active, noted(app, ours)) == (True, [])
    visitor.get("/netwerken")


def test_who_says_so_closes_it_at_once_and_the_networks_keep_the_name(
    app: Flask, administrator: PageClient, world: World
) -> None:
    ours = world.midden.accounts["adviser"]
    visitor = PageClient(app)
    enter(visitor, world, "adviser")

    page = administrator.follow(close(administrator, ours, 303, anyway="y"))

    assert "Het account is gesloten." in page.words
    assert not account(app, ours).active
    assert {each.adviser_id for each in rows(app, Network)} >= {ours}
    visitor.get("/netwerken", 303)
    assert noted(app, ours) == ["account.closed"]


def test_of_many_networks_five_are_named(app: Flask, administrator: PageClient, world: World) -> None:
    ours = world.midden.accounts["adviser"]
    add_networks(app, ours, world.midden.id, *(f"Net {number}" for number in range(6)))

    said = " ".join(close(administrator, ours, 422).one("p", id="anyway-e").itertext())

    assert "Net 0, Net 1, Net 2, Net 3, Net 4 en nog 3." in said
    assert "Net 5" not in said


def test_networks_of_another_organisation_are_named_without_a_link_that_leads_nowhere(
    app: Flask, administrator: PageClient, world: World
) -> None:
    page = close(administrator, world.noord.accounts["adviser"], 422)

    assert "Taalnetwerk Eems, Taalnetwerk Wad" in page.words
    assert [each for each in page.links() if each.endswith("/overdragen")] == []
    assert "Een beheerder van Taalsteun Noord kan" in page.words


def test_an_account_without_networks_is_asked_nothing_more(app: Flask, administrator: PageClient, world: World) -> None:
    ours = world.midden.accounts["coordinator"]

    assert administrator.get(page_of(ours)).all("input", id="anyway") == []
    close(administrator, ours, 303)

    assert not account(app, ours).active


def test_closing_a_closed_account_again_changes_nothing(app: Flask, administrator: PageClient, world: World) -> None:
    ours = world.midden.accounts["adviser"]
    close(administrator, ours, 303, anyway="y")

    act(administrator, ours, "sluiten")

    assert noted(app, ours) == ["account.closed"]


def test_who_is_no_administrator_any_more_is_led_to_a_page_that_is_there(
    app: Flask, administrator: PageClient, world: World
) -> None:
    own = world.midden.accounts["administrator"]

    page = administrator.follow(place(administrator, own, role="adviser"))

    assert page.address == "/netwerken"
    assert "Je bent nu geen beheerder meer." in page.words
    assert account(app, own).role == "adviser"
