"""A round from plan to report by the worker, over a real mail server."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask

from survey import clock
from survey.database import reading, writing
from survey.models import PlannedRound, Round
from survey.queries import planned, published, rounds
from survey.services.opening import ask_to_open
from survey.work.client import hand_over
from survey.work.orders import CLOSE_ROUND, Order, opening_order
from tests.factories import add_network, key_of, open_next_round
from tests.mail_server import Inbox, receiving, words_of
from tests.worker import until, worker

MakeApp = Callable[..., Flask]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def mailing(make_app: MakeApp, engine_name: str, inbox: Inbox) -> Iterator[Flask]:
    """An instance with a mail server, on both engines."""
    with receiving(inbox) as server:
        yield make_app(engine_name, mail_server=server)


def test_a_round_opens_invites_closes_and_tells(mailing: Flask, inbox: Inbox) -> None:
    network_id = ask_for_a_round(mailing)
    with worker(mailing) as running:
        until(lambda: len(inbox.mails) == 3)
        assert sorted(inbox.recipients) == ["p0@library.example", "p0@welfare.example", "p1@library.example"]
        assert len(set(inbox.ids)) == 3
        assert "/v/" in words_of(inbox.mails[0])
        with mailing.app_context(), writing() as session:
            opened = rounds.newest_round(session, network_id=network_id)
            assert opened is not None
            opened.closing_asked_at_utc = clock.now()
            opened_id = opened.id
        with mailing.app_context():
            hand_over(Order(CLOSE_ROUND, opened_id), mailing.extensions["netwerkspiegel"])
        until(lambda: len(inbox.mails) == 6)
    assert "te weinig antwoorden" in words_of(inbox.mails[-1])
    with mailing.app_context(), reading() as session:
        closed = rounds.newest_round(session, network_id=network_id)
        assert closed is not None
        assert closed.released_at_utc is not None
    assert running.said == ""


def test_a_round_closes_when_its_last_day_is_over_and_not_before(mailing: Flask) -> None:
    over = make_round_of(mailing, "Voorbij", opened_days_ago=22)
    last_day = make_round_of(mailing, "Vandaag", opened_days_ago=21)

    with worker(mailing) as running:
        until(lambda: is_published(mailing, over))

    with mailing.app_context(), reading() as session:
        assert session.get_one(Round, last_day).closed_at_utc is None
        assert planned.list_to_close(session, today=clock.dutch_day(clock.now())) == []
    assert running.said == ""


def make_round_of(app: Flask, name: str, *, opened_days_ago: int) -> UUID:
    """Open a round that lasts three weeks."""
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": 2}, name=name)
        at = clock.now() - timedelta(days=opened_days_ago)
        return open_next_round(session, network=network, key=key_of(app), at=at).id


def is_published(app: Flask, round_id: UUID) -> bool:
    with app.app_context(), reading() as session:
        return published.has_results(session, round_id=round_id)


def ask_for_a_round(app: Flask) -> UUID:
    """Plan a round of three people and press "open"; return the network."""
    with app.app_context():
        with writing() as session:
            network = add_network(session, members={"library": 2, "welfare": 1})
            plan = PlannedRound(
                network_id=network.id,
                questionnaire_id="taalnetwerkspiegel",
                closes_on=clock.dutch_day(clock.now()) + timedelta(days=14),
                releases_at_once=True,
            )
            session.add(plan)
            session.flush()
            ask_to_open(session, plan=plan, account_id=network.adviser_id, at=clock.now())
            assert plan.asked_at_utc is not None
            order, network_id = opening_order(plan.id, plan.asked_at_utc), network.id
        hand_over(order, app.extensions["netwerkspiegel"])
    return network_id
