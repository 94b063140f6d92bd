"""Pressing "open": by whom, on which day, twice, at the same moment, and what stands in the way."""

from collections.abc import Callable
from datetime import timedelta
from threading import Semaphore

import pytest
from flask import Flask
from sqlalchemy import func, select

import survey.database
from survey import clock
from survey.advise.rounds import opening as views
from survey.database import reading, writing
from survey.errors import Refused
from survey.models import AuditEvent, Network, PlannedRound
from survey.queries.networks import list_contacts
from survey.services.openable import standing_of
from survey.services.opening import note_refusal, open_planned, press_open
from survey.work.orders import Order, opening_order
from tests.crowd import at_once
from tests.factories import add_network, close_round, in_days, key_of, make_round, sign_in
from tests.networks import audited, make_network
from tests.pages import PageClient
from tests.planning import address, handed_over, plan, planned, send

Orders = list[Order]


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> Orders:
    """What is handed to the worker."""
    return handed_over(monkeypatch, views)


def press(client: PageClient, made: PlannedRound) -> None:
    send(client, address(made.network_id, "openen"), {"version": str(made.version)})


def said(client: PageClient, made: PlannedRound) -> str:
    return client.get(f"/netwerken/{made.network_id}/ronde").words


def test_an_adviser_opens_and_only_the_worker_is_told(app: Flask, client: PageClient, orders: Orders) -> None:
    network = make_network(app)
    account = sign_in(app, client)
    made = plan(app, client, network.id)

    press(client, made)

    asked = planned(app, network.id)
    assert asked.asked_by_id == account.id
    assert asked.asked_at_utc is not None
    assert orders == [opening_order(made.id, asked.asked_at_utc)]
    assert audited(app)[-1] == "round.opening_asked"
    page = said(client, made)
    assert "De ronde wordt geopend" in page
    assert "Toch niet openen" in page


def test_pressed_twice_it_is_asked_once(app: Flask, client: PageClient, orders: Orders) -> None:
    network = make_network(app)
    sign_in(app, client)
    made = plan(app, client, network.id)

    press(client, made)
    press(client, made)

    assert len(set(orders)) == 1
    assert audited(app).count("round.opening_asked") == 1


def test_a_coordinator_sees_no_button_and_cannot(app: Flask, client: PageClient, orders: Orders) -> None:
    network = make_network(app)
    sign_in(app, client, role="coordinator")
    made = plan(app, client, network.id)

    assert not [form for form in client.get(f"/netwerken/{network.id}/ronde").all("form", action=None)
                if (form.get("action") or "").endswith("/openen")]  # fmt: skip
    send(client, address(network.id, "openen"), {"version": str(made.version)}, 404)
    assert planned(app, network.id).asked_at_utc is None
    assert orders == []


def test_on_a_later_day_it_waits_and_can_be_stopped(app: Flask, client: PageClient, orders: Orders) -> None:
    network = make_network(app)
    sign_in(app, client)
    made = plan(app, client, network.id, opens_on=in_days(5).isoformat())

    press(client, made)
    assert orders == []
    assert "gaat vanzelf open op" in said(client, made)
    send(client, address(network.id, "niet-openen"))

    assert planned(app, network.id).asked_at_utc is None
    assert audited(app)[-2:] == ["round.opening_asked", "round.opening_stopped"]
    send(client, address(network.id, "niet-openen"))
    assert "wacht niet meer op openen" in client.get(f"/netwerken/{network.id}/ronde").text


def test_what_somebody_changed_meanwhile_does_not_open_unseen(app: Flask, client: PageClient, orders: Orders) -> None:
    network = make_network(app)
    sign_in(app, client)
    made = plan(app, client, network.id)
    plan(app, client, network.id, version=str(made.version), closes_on=in_days(10).isoformat())

    press(client, made)

    assert planned(app, network.id).asked_at_utc is None
    assert "heeft het plan intussen veranderd" in said(client, made)
    assert orders == []


def test_without_a_plan_there_is_nothing_to_open(app: Flask, client: PageClient, orders: Orders) -> None:
    network = make_network(app)
    sign_in(app, client)

    send(client, address(network.id, "openen"), {"version": "1"})

    assert "Er is niets meer te openen" in client.get(f"/netwerken/{network.id}/ronde").words
    assert orders == []


def test_what_stands_in_the_way_is_said_before_and_when_pressed(app: Flask, client: PageClient, orders: Orders) -> None:
    opened = make_round(app)
    close_round(app, opened.id)
    sign_in(app, client)
    made = plan(app, client, opened.network_id)

    page = client.get(f"/netwerken/{opened.network_id}/ronde")
    assert "Zo kan deze ronde niet open." in page.words
    assert "90 dagen later" in page.words
    assert "openen" not in {(form.get("action") or "").rsplit("/", 1)[-1] for form in page.all("form", action=None)}
    press(client, made)
    assert planned(app, opened.network_id).asked_at_utc is None
    assert orders == []


def test_a_round_can_be_planned_for_the_day_on_which_it_may(app: Flask, client: PageClient, orders: Orders) -> None:
    opened = make_round(app)
    close_round(app, opened.id)
    sign_in(app, client)
    days = {"opens_on": in_days(90).isoformat(), "closes_on": in_days(110).isoformat()}

    press(client, plan(app, client, opened.network_id, **days))

    assert planned(app, opened.network_id).asked_at_utc is not None


def test_why_the_worker_could_not_open_is_said_with_days_in_words(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    made = plan(app, client, network.id, closes_on=in_days(1).isoformat())
    press(client, made)
    with app.app_context():
        later = clock.now() + timedelta(days=5)
        with pytest.raises(Refused) as refusal, writing() as session:
            open_planned(
                session, plan_id=made.id, key=key_of(app), sender=app.extensions["netwerkspiegel"].mail_from, at=later
            )
        with writing() as session:
            note_refusal(session, plan_id=made.id, refusal=refusal.value)

    day = in_days(1)
    page = said(client, made)
    assert "De ronde kon niet geopend worden. De laatste dag" in page
    assert f"{day.day} " in page
    assert str(day.year) in page
    assert day.isoformat() not in page


@pytest.mark.parametrize("processes", ["one process", "a process each"])
def test_two_advisers_at_once_open_it_once(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch, processes: str
) -> None:
    app = committed_app
    if processes == "a process each":
        monkeypatch.setattr(survey.database, "_one_writer", Semaphore(1000))
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": 2})
        made = PlannedRound(network_id=network.id, questionnaire_id="taalnetwerkspiegel", closes_on=in_days(9))
        session.add(made)
        session.flush()

    def attempt() -> Callable[[], bool]:
        def act() -> bool:
            with app.app_context(), writing() as session:
                found = session.scalars(select(Network).where(Network.id == network.id).with_for_update()).one()
                standing = standing_of(session, network=found)
                who, now = found.adviser_id, clock.now()
                return press_open(session, standing=standing, seen="1", account_id=who, at=now)

        return act

    assert sorted(at_once([attempt() for _ in range(4)])) == [False, False, False, True]
    with app.app_context(), reading() as session:
        assert session.scalar(select(func.count()).select_from(AuditEvent)) == 0
        assert len(list_contacts(session, network_id=network.id)) == 2
