"""Two people decide about one network at the same moment: exactly one of them does."""

from collections.abc import Callable
from threading import Semaphore
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, update

import survey.database
from survey import clock
from survey.access import SESSION_LASTS
from survey.database import reading, writing
from survey.models import AuditEvent, HandOver, Network
from survey.queries.people import Person, find_person
from survey.services import hand_overs, staffing
from survey.services.audit import COMMAND_LINE
from tests.crowd import at_once
from tests.two_organisations import World, make_world


@pytest.fixture(autouse=True, params=["one process", "a process each"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let threads queue for SQLite's one writer as in one process, or meet in the database as processes do."""
    if request.param == "a process each":
        monkeypatch.setattr(survey.database, "_one_writer", Semaphore(1000))


@pytest.fixture
def world(committed_app: Flask) -> World:
    made = make_world(committed_app)
    with committed_app.app_context(), writing() as session:
        session.execute(update(HandOver).values(answer="withdrawn", answered_at_utc=clock.now()))
    return made


def person(app: Flask, world: World, visitor: str) -> Person:
    with app.app_context(), reading() as session:
        found = find_person(session, session_id=world.sessions[visitor], begun_after=clock.now() - SESSION_LASTS)
    assert found is not None
    return found


def attempt(app: Flask, act: Callable[..., object], **what: object) -> Callable[[], bool]:
    """Return a try that says whether it was done."""

    def tried() -> bool:
        try:
            with app.app_context(), writing() as session:
                act(session, **what, by=COMMAND_LINE, at=clock.now())
        except (hand_overs.OfferGone, hand_overs.OfferedAlready, staffing.LastAdministrator):
            return False
        return True

    return tried


def offered(app: Flask, world: World) -> UUID:
    network_id, giver = world.midden.networks[0], person(app, world, "adviser")
    address = "adviseur@noord.example"
    assert attempt(app, hand_overs.offer, network_id=network_id, address=address, person=giver)()
    with app.app_context(), reading() as session:
        return session.scalars(select(HandOver.id).where(HandOver.answered_at_utc.is_(None))).one()


@pytest.mark.parametrize("round_", range(3))
def test_accepting_and_withdrawing_at_once(committed_app: Flask, world: World, round_: int) -> None:
    offer_id, network_id = offered(committed_app, world), world.midden.networks[0]
    giver, taker = person(committed_app, world, "adviser"), person(committed_app, world, "adviser elsewhere")

    accepted, withdrawn = at_once(
        [
            attempt(committed_app, hand_overs.accept, offer_id=offer_id, person=taker),
            attempt(committed_app, hand_overs.withdraw, network_id=network_id, person=giver),
        ]
    )

    assert accepted is not withdrawn
    with committed_app.app_context(), reading() as session:
        network = session.get_one(Network, network_id)
        assert network.support_organisation_id == (world.noord.id if accepted else world.midden.id)
        assert session.get_one(HandOver, offer_id).answer == ("accepted" if accepted else "withdrawn")
        actions = list(session.scalars(select(AuditEvent.action).where(AuditEvent.object_kind == "network")))
        assert ("network.handed_over" in actions) is accepted
        assert ("network.offer_withdrawn" in actions) is withdrawn


def test_accepting_twice_at_once_happens_once(committed_app: Flask, world: World) -> None:
    offer_id, taker = offered(committed_app, world), person(committed_app, world, "adviser elsewhere")

    tries = [attempt(committed_app, hand_overs.accept, offer_id=offer_id, person=taker)] * 4

    assert sorted(at_once(tries)) == [False, False, False, True]


def test_two_offers_of_one_network_at_once_become_one(committed_app: Flask, world: World) -> None:
    network_id, giver = world.midden.networks[0], person(committed_app, world, "adviser")
    what = {"network_id": network_id, "person": giver}

    made = at_once(
        [attempt(committed_app, hand_overs.offer, address=f"adviseur@{each}.example", **what) for each in "abcd"]
    )

    assert sorted(made) == [False, False, False, True]


def test_two_administrators_who_close_each_other_leave_one(committed_app: Flask, world: World) -> None:
    both = [one.accounts["administrator"] for one in (world.midden, world.noord)]

    closed = at_once([attempt(committed_app, staffing.close, account_id=each) for each in both])

    assert sorted(closed) == [False, True]
