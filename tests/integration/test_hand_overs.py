"""A network is handed over: one offers, the other agrees, and then it moves as a whole."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import reading, writing
from survey.models import Account, AuditEvent, HandOver, Network, NetworkCoordinator, SupportOrganisation
from survey.services import staffing
from survey.services.audit import COMMAND_LINE
from survey.services.hand_overs import list_offers
from tests.commands import refusal, run_in
from tests.pages import Page, PageClient
from tests.two_organisations import World, add_account, enter, make_world

NOORD = "adviseur@noord.example"
COLLEAGUE = "collega@midden.example"


@pytest.fixture
def world(app: Flask, connection: Connection) -> World:
    made = make_world(app)
    with app.app_context(), writing() as session:
        session.execute(update(HandOver).values(answer="withdrawn", answered_at_utc=clock.now()))
    return made


Be = Callable[[str], PageClient]


@pytest.fixture
def be(client: PageClient, world: World) -> Be:
    """Be a visitor from now on."""

    def become(visitor: str) -> PageClient:
        enter(client, world, visitor)
        return client

    return become


def page_of(world: World, place: int = 0) -> str:
    return f"/netwerken/{world.midden.networks[place]}/overdragen"


def offer(be: Be, world: World, address: str, *, by: str = "adviser", status: int = 303) -> Page:
    client = be(by)
    return client.submit(client.get(page_of(world)), {"address": address}, status, form={"class": "flow"})


def first(app: Flask) -> HandOver:
    """Return the one offer that waits."""
    with app.app_context(), reading() as session:
        return session.scalars(select(HandOver).where(HandOver.answered_at_utc.is_(None))).one()


def rows(app: Flask, table: Any) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(table)))


def network(app: Flask, world: World) -> Network:
    with app.app_context(), reading() as session:
        return session.get_one(Network, world.midden.networks[0])


def answer(be: Be, offer_id: UUID, how: str, *, by: str = "adviser elsewhere", status: int = 303) -> Page:
    client = be(by)
    page = client.get(f"/overdrachten/{offer_id}")
    return client.submit(page, {}, status, form={"action": f"/overdrachten/{offer_id}/{how}"})


def noted(app: Flask, action: str) -> set[UUID | None]:
    """Return in which support organisations something was noted."""
    return {event.support_organisation_id for event in rows(app, AuditEvent) if event.action == action}


def test_an_adviser_elsewhere_takes_a_network_over(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)
    found = first(app)

    client = be("adviser elsewhere")
    done = answer(be, found.id, "aannemen")

    assert "Je begeleidt nu Taalnetwerk Waterland" in client.follow(done).words
    moved = network(app, world)
    assert moved.support_organisation_id == world.noord.id
    assert moved.adviser_id == world.noord.accounts["adviser"]
    be("adviser").get(page_of(world), 404)
    assert noted(app, "network.handed_over") == {world.midden.id, world.noord.id}


def test_partners_of_an_open_round_see_the_new_adviser(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)
    answer(be, first(app).id, "aannemen")

    page = be("nobody").get(world.midden.round.link)

    assert "adviser adviseur@noord.example, adviseur bij Taalsteun Noord" in page.words
    assert "midden.example" not in page.words


def test_coordinators_of_the_old_organisation_lose_their_access_and_that_is_said_before(
    app: Flask, world: World, be: Be
) -> None:
    assert "De coördinator met een account kan er dan niet meer bij" in be("adviser").get(page_of(world)).words
    offer(be, world, NOORD)
    page = be("adviser elsewhere").get(f"/overdrachten/{first(app).id}")
    assert "Coördinatoren met een account bij de andere kunnen er niet meer bij" in page.words

    answer(be, first(app).id, "aannemen")

    links = rows(app, NetworkCoordinator)
    assert world.midden.networks[0] not in {link.network_id for link in links}
    assert len(links) == 3


def test_within_an_organisation_coordinators_stay(app: Flask, world: World, be: Be) -> None:
    offer(be, world, "beheerder@midden.example")
    assert "beheerder@midden.example" in be("adviser").get(page_of(world)).words
    answer(be, first(app).id, "aannemen", by="administrator")

    assert network(app, world).adviser_id == world.midden.accounts["administrator"]
    assert len(rows(app, NetworkCoordinator)) == 4
    assert noted(app, "network.handed_over") == {world.midden.id}


def test_before_accepting_no_name_of_a_contact_or_organisation_is_seen(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)

    page = be("adviser elsewhere").get(f"/overdrachten/{first(app).id}")

    for said in ("Taalnetwerk Waterland", "Utrecht", "2 organisaties, 2 contactpersonen", "ronde 1 loopt tot en met"):
        assert said in page.words
    assert "Contact library" not in page.text
    assert "library Taalnetwerk" not in page.text
    assert "library@" not in page.text


@pytest.mark.parametrize("address", [NOORD, "niemand@nergens.example", "een@noord.example"])
def test_whether_there_is_such_an_adviser_elsewhere_cannot_be_told(
    app: Flask, world: World, be: Be, address: str
) -> None:
    said = be("adviser").follow(offer(be, world, address)).words.replace(address, "ADDRESS")

    assert "Als er een adviseur is met het adres ADDRESS, dan ziet die het aanbod" in said
    assert "aangeboden aan een adres buiten je ondersteuningsorganisatie" in said
    assert "noord" not in said
    again = be("adviser").get(page_of(world))
    assert address not in again.words
    assert [form.get("action", "")[-10:] for form in again.all("form")] == ["/uitloggen", "/intrekken"]


def test_an_offer_stands_above_the_others_own_list(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)

    assert "biedt je een netwerk aan: Taalnetwerk Waterland" in be("adviser elsewhere").get("/netwerken").words
    assert "biedt je een netwerk aan" not in be("adviser").get("/netwerken").words
    with app.app_context(), reading() as session:
        (theirs,) = list_offers(session, account_id=world.noord.accounts["adviser"])
        assert list_offers(session, account_id=world.midden.accounts["adviser"]) == []

    assert (theirs.network_name, theirs.organisations, theirs.contacts) == ("Taalnetwerk Waterland", 2, 2)
    assert theirs.giver == "adviser adviseur@midden.example"


def test_a_refused_network_stays(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)
    found = first(app)
    answer(be, found.id, "weigeren")

    assert network(app, world).support_organisation_id == world.midden.id
    be("adviser elsewhere").get(f"/overdrachten/{found.id}", 404)
    assert "Bied dit netwerk aan" in be("adviser").get(page_of(world)).words
    assert noted(app, "network.offer_refused") == {world.midden.id, world.noord.id}


def test_closing_an_account_by_command_ends_its_offers(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)

    refused = refusal(app, "account", "close", NOORD)
    assert "still looks after networks: Taalnetwerk Eems, Taalnetwerk Wad." in refused
    assert None in {row.answer for row in rows(app, HandOver)}
    run_in(app, "account", "close", NOORD, "--anyway")

    assert {row.answer for row in rows(app, HandOver)} == {"withdrawn"}


def test_a_withdrawn_offer_is_gone(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)
    found = first(app)
    seen = be("adviser elsewhere").get(f"/overdrachten/{found.id}")
    client = be("adviser")
    client.submit(client.get(page_of(world)), {}, form={"action": f"{page_of(world)}/intrekken"})

    client = be("adviser elsewhere")
    client.post(f"/overdrachten/{found.id}/aannemen", seen.form(action="/uitloggen").fields, 404)

    assert network(app, world).support_organisation_id == world.midden.id


def test_one_offer_at_a_time(app: Flask, world: World, be: Be) -> None:
    client = be("adviser")
    form = client.get(page_of(world)).form(class_="flow").fields
    offer(be, world, NOORD)

    client = be("adviser")
    page = client.follow(client.post(page_of(world), {**form, "address": "ander@noord.example"}))

    assert "al aan iemand aangeboden" in page.words
    assert len([row for row in rows(app, HandOver) if row.answered_at_utc is None]) == 1


def test_a_name_that_the_other_organisation_has_is_refused_in_a_sentence(app: Flask, world: World, be: Be) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Network, world.noord.networks[0]).name = "taalnetwerk WATERLAND"
    offer(be, world, NOORD)
    found = first(app)
    client = be("adviser elsewhere")
    page = client.get(f"/overdrachten/{found.id}")
    assert "heeft al een netwerk met deze naam" in page.words
    assert "Neem dit netwerk over" not in page.words

    token = page.form(action=f"/overdrachten/{found.id}/weigeren").fields
    after = client.follow(client.post(f"/overdrachten/{found.id}/aannemen", token))

    assert "heeft al een netwerk met deze naam" in after.words
    assert network(app, world).support_organisation_id == world.midden.id
    assert first(app).id == found.id


@pytest.mark.parametrize("address", ["geen adres", "a@b", "adviseur@noord.example\r\nBcc: x@y.example", "x" * 300])
def test_what_is_no_address_is_told(app: Flask, world: World, be: Be, address: str) -> None:
    page = offer(be, world, address, status=422)

    assert page.title.startswith("Fout:")
    assert "Dit is geen e-mailadres" in page.words
    assert len(rows(app, HandOver)) == 1


def test_who_looks_after_it_cannot_be_offered_it(app: Flask, world: World, be: Be) -> None:
    for address in ("adviseur@midden.example", "ADVISEUR@midden.example"):
        assert "het adres van een andere adviseur" in offer(be, world, address, status=422).words


def test_a_colleague_cannot_give_away_what_somebody_else_looks_after(app: Flask, world: World, be: Be) -> None:
    with app.app_context(), writing() as session:
        network = session.get_one(Network, world.midden.networks[0])
        network.adviser_id = world.midden.accounts["administrator"]
    client = be("adviser")
    page = client.get(page_of(world))
    assert "Alleen de adviseur van dit netwerk" in page.words

    token = page.form(action="/uitloggen").fields
    refused = client.follow(client.post(page_of(world), {**token, "address": NOORD}))
    assert refused.words.count("Alleen de adviseur van dit netwerk") == 2
    assert client.post(f"{page_of(world)}/intrekken", token).status == 303
    assert [row for row in rows(app, HandOver) if row.answered_at_utc is None] == []


def test_an_administrator_takes_over_from_an_account_that_is_closed(app: Flask, world: World, be: Be) -> None:
    page = offer(be, world, "beheerder@midden.example", by="administrator", status=422)
    assert "het adres van een andere adviseur" in page.words
    with app.app_context(), writing() as session:
        staffing.close(
            session, account_id=world.midden.accounts["adviser"], anyway=True, by=COMMAND_LINE, at=clock.now()
        )

    offer(be, world, "beheerder@midden.example", by="administrator")
    answer(be, first(app).id, "aannemen", by="administrator")

    assert network(app, world).adviser_id == world.midden.accounts["administrator"]


@pytest.mark.parametrize("closed", ["adviser", "adviser elsewhere"])
def test_an_offer_from_or_to_a_closed_account_ends(app: Flask, world: World, be: Be, closed: str) -> None:
    offer(be, world, NOORD)
    found = first(app)
    one = world.midden if closed == "adviser" else world.noord
    with app.app_context(), writing() as session:
        staffing.close(session, account_id=one.accounts["adviser"], anyway=True, by=COMMAND_LINE, at=clock.now())

    with app.app_context(), reading() as session:
        assert list_offers(session, account_id=world.noord.accounts["adviser"]) == []
        assert session.get_one(HandOver, found.id).answer == "withdrawn"


@pytest.mark.parametrize("role", ["coordinator", "moved"])
def test_an_offer_holds_only_while_both_still_may(app: Flask, world: World, be: Be, role: str) -> None:
    """Also when rights were changed past the pages: the offer is looked at again when it is accepted."""
    offer(be, world, NOORD)
    found = first(app)
    with app.app_context(), writing() as session:
        if role == "coordinator":
            session.get_one(Account, world.noord.accounts["adviser"]).role = "coordinator"
        else:
            session.get_one(Network, world.midden.networks[0]).adviser_id = world.midden.accounts["administrator"]

    be("adviser elsewhere").get(f"/overdrachten/{found.id}", 404)
    be("administrator elsewhere").get(f"/overdrachten/{found.id}", 404)


def test_what_is_noted_names_nobody(app: Flask, world: World, be: Be) -> None:
    offer(be, world, NOORD)
    answer(be, first(app).id, "aannemen")

    events = [event for event in rows(app, AuditEvent) if event.object_kind == "network"]
    assert {event.action for event in events} == {"network.offered", "network.handed_over"}
    assert [event.details for event in events if event.details] == [{"coordinators_unlinked": 1}] * 2
    assert all(event.network_id == world.midden.networks[0] for event in events)


def test_a_new_colleague_can_be_offered_it(app: Flask, world: World, be: Be) -> None:
    with app.app_context(), writing() as session:
        add_account(session, session.get_one(SupportOrganisation, world.midden.id), "adviser", COLLEAGUE)

    page = be("adviser").follow(offer(be, world, COLLEAGUE))

    assert f"aangeboden aan adviser {COLLEAGUE}" in page.words
