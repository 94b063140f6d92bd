"""Mails with lost links that do not go at once: tried again as the same mail, or dropped; never doubled, never lost."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, update
from sqlalchemy.orm import Session

from survey import clock
from survey.config import Config
from survey.database import writing
from survey.mail.failures import MailDelayed, MailRefused
from survey.models import Account, Contact, LinkRequest
from survey.services import lost_links
from survey.services.lost_links import KEPT
from survey.work import jobs
from survey.work.orders import LOST_LINK, Order
from tests.attacks.closed_round import logged
from tests.factories import OpenRound
from tests.lost_links import KNOWN, ask, requests

CONTACTS = Contact.__table__


class Failing:
    """Takes the place of the delivery, fails as often as it is told to, and remembers what it was given."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.given: list[EmailMessage] = []

    def __call__(self, message: EmailMessage, config: Config) -> None:
        self.given.append(message)
        if self.failures:
            raise self.failures.pop(0)


def test_a_second_try_is_the_same_mail(
    app: Flask, opened: OpenRound, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver = Failing(MailDelayed("later"), MailDelayed("later"))
    monkeypatch.setattr(jobs, "deliver", deliver)
    request_id = ask(app)

    with app.app_context():
        for _ in range(2):
            with pytest.raises(MailDelayed):
                jobs.answer_lost_link(str(request_id))
            (kept,) = requests(connection)
            assert kept["message_id"] == str(deliver.given[-1]["Message-ID"])
        jobs.answer_lost_link(str(request_id))
        jobs.answer_lost_link(str(request_id))

    assert len({str(mail["Message-ID"]) for mail in deliver.given}) == 1
    assert len(deliver.given) == 3
    assert requests(connection) == []


def test_the_message_id_is_stored_before_the_mail_goes(
    app: Flask, opened: OpenRound, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: list[Any] = []
    monkeypatch.setattr(jobs, "deliver", lambda message, config: stored.append(requests(connection)[0]["message_id"]))

    with app.app_context():
        jobs.answer_lost_link(str(ask(app)))

    assert stored[0].endswith("@spiegel.example>")


def test_what_is_refused_for_good_is_dropped_and_no_log_names_anybody(
    app: Flask, opened: OpenRound, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "deliver", Failing(MailRefused("the recipient was not taken (550)")))

    with logged() as log, app.app_context():
        jobs.answer_lost_link(str(ask(app)))

    assert requests(connection) == []
    assert "cannot be delivered: the recipient was not taken (550)." in log.getvalue()
    assert "library" not in log.getvalue()


def test_an_address_that_no_mail_can_go_to_is_dropped_too(
    app: Flask, opened: OpenRound, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver = Failing()
    monkeypatch.setattr(jobs, "deliver", deliver)
    connection.execute(
        update(CONTACTS)
        .where(CONTACTS.c.address == KNOWN)
        .values(address="p(0)@library.example", address_key="p(0)@x.example")
    )

    with app.app_context():
        jobs.answer_lost_link(str(ask(app, "p(0)@x.example")))

    assert deliver.given == []
    assert requests(connection) == []


def test_nobody_is_mailed_while_a_transaction_writes(
    app: Flask, opened: OpenRound, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way: list[str] = []
    seen: list[list[str]] = []

    @contextmanager
    def noted_writing() -> Generator[Session]:
        under_way.append("a transaction")
        with writing() as session:
            yield session
        under_way.clear()

    monkeypatch.setattr(jobs, "writing", noted_writing)
    monkeypatch.setattr(jobs, "deliver", lambda message, config: seen.append([*under_way]))

    with app.app_context():
        jobs.answer_lost_link(str(ask(app)))

    assert seen == [[]]


def test_an_adviser_who_cannot_be_mailed_keeps_nobody_from_their_link(
    app: Flask, opened: OpenRound, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver = Failing()
    monkeypatch.setattr(jobs, "deliver", deliver)
    connection.execute(update(Account).values(address="joris(1)@taalsteun.example"))

    with app.app_context():
        jobs.answer_lost_link(str(ask(app)))

    (mail,) = deliver.given
    assert (mail["To"], mail["Reply-To"]) == (KNOWN, None)


def test_what_nobody_waits_for_any_more_is_not_picked_up(
    app: Flask, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Order] = []
    monkeypatch.setattr(jobs, "hand_over", lambda order, config: told.append(order))
    old, new = ask(app), ask(app)
    connection.execute(update(LinkRequest).where(LinkRequest.id == old).values(asked_at_utc=clock.now() - KEPT))

    with app.app_context():
        jobs.pick_up("worker")

    assert told == [Order(LOST_LINK, new)]
    assert [row["id"] for row in requests(connection)] == [new]


def test_requests_of_yesterday_are_forgotten(app: Flask, connection: Connection) -> None:
    ask(app)
    with app.app_context(), writing() as session:
        lost_links.forget_old(session, at=clock.now() + KEPT - timedelta(minutes=1))
        assert len(requests(connection)) == 1
        lost_links.forget_old(session, at=clock.now() + KEPT + timedelta(minutes=1))

    assert requests(connection) == []
