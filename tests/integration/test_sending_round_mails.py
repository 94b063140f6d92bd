"""The mails of a round over a mail server that disappoints in every way: never two, never none, on both engines."""

import logging
import socket
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Thread
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from survey import clock
from survey.config import Config
from survey.database import reading, writing
from survey.mail import smtp
from survey.mail.settings import MailServer
from survey.models import Reminding
from survey.models.campaign import MailPurpose
from survey.queries import round_mails as queries
from survey.queries import rounds
from survey.services import round_mail
from survey.services.round_mail import BATCH, IN_HAND, PAUSES
from survey.work import jobs, mails
from survey.work.orders import CLOSE_ROUND, ROUND_MAILS, Order
from tests.mail_server import HERE, TAKEN, Inbox, free_port, receiving, server_at
from tests.round_mails import invitations, mail_all, make_due, put_out, rows, send, states
from tests.round_times import dutch, setting_clock

MakeApp = Callable[..., Flask]
FOUR = [f"p{person}@library.example" for person in range(4)]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def mailing(make_app: MakeApp, engine_name: str, inbox: Inbox) -> Iterator[Flask]:
    """An instance with a mail server, on both engines."""
    with receiving(inbox) as server:
        yield make_app(engine_name, mail_server=server)


@pytest.fixture
def quick(make_app: MakeApp, inbox: Inbox) -> Iterator[Flask]:
    """The same on one engine, for what has nothing to do with the database."""
    with receiving(inbox) as server:
        yield make_app("sqlite", mail_server=server)


def kept_ids(app: Flask) -> list[str]:
    return sorted(row.message_id for row in rows(app))


def test_a_batch_goes_over_one_connection_and_once(mailing: Flask, inbox: Inbox) -> None:
    _, batches = put_out(mailing, 4)

    send(mailing, batches * 2)

    assert sorted(inbox.recipients) == FOUR
    assert sorted(inbox.ids) == kept_ids(mailing)
    assert inbox.visits == 1
    assert states(mailing) == {"sent": 4}
    assert {row.taken_by for row in rows(mailing)} == {None}


def test_an_address_that_does_not_exist_is_kept_at_its_invitation_and_the_others_get_their_mail(
    mailing: Flask, inbox: Inbox
) -> None:
    inbox.to_recipient = [TAKEN, "550 5.1.1 p1@library.example is unknown", TAKEN]
    _, batches = put_out(mailing, 4)

    send(mailing, batches)

    assert len(inbox.mails) == 3
    assert states(mailing) == {"sent": 3, "refused": 1}
    (wrong,) = [each for each in invitations(mailing) if each.bounced_at_utc]
    assert wrong.bounce_code == 550
    assert [row.reply_code for row in rows(mailing) if row.state == "refused"] == [550]
    make_due(mailing)
    send(mailing, batches)
    assert len(inbox.mails) == 3


def test_an_address_that_takes_mail_after_all_is_no_wrong_one(quick: Flask, inbox: Inbox) -> None:
    inbox.to_recipient = ["550 5.1.1 unknown", TAKEN]
    round_id, batches = put_out(quick, 1)
    send(quick, batches)
    assert invitations(quick)[0].bounced_at_utc

    with quick.app_context(), writing() as session:
        (again,) = invitations(quick)
        about = round_mail.About(round_id, "invitation", 2)
        sender = quick.extensions["netwerkspiegel"].mail_from
        batches = round_mail.put_out(session, about, invitation_ids=[again.id], sender=sender, at=clock.now())
    send(quick, batches)

    assert (invitations(quick)[0].bounced_at_utc, invitations(quick)[0].bounce_code) == (None, None)
    assert len(inbox.mails) == 1


def test_what_came_back_while_a_worker_had_it_in_hand_stays_so(quick: Flask) -> None:
    put_out(quick, 1)
    (row,) = rows(quick)
    assert take(quick, row.id, "one", clock.now())
    with quick.app_context(), writing() as session:
        round_mail.came_back(session, session.merge(row), at=clock.now(), code=550)

    with quick.app_context(), writing() as session:
        round_mail.settle(session, mail_id=row.id, outcome="sent", at=clock.now())

    assert states(quick) == {"refused": 1}
    assert invitations(quick)[0].bounce_code == 550


def test_when_it_is_us_who_may_not_mail_no_address_is_called_wrong(quick: Flask, inbox: Inbox) -> None:
    inbox.to_recipient = ["554 5.7.1 relay access denied"]
    _, batches = put_out(quick, 4)

    send(quick, batches)
    inbox.to_recipient = [TAKEN]
    assert states(quick) == {"waiting": 4}
    assert not any(each.bounced_at_utc for each in invitations(quick))
    make_due(quick)
    send(quick, batches)

    assert sorted(inbox.recipients) == FOUR


def test_greylisted_it_waits_a_minute_and_the_same_mail_goes(mailing: Flask, inbox: Inbox) -> None:
    inbox.to_recipient = ["451 4.7.1 greylisted", TAKEN]
    _, batches = put_out(mailing, 4)
    before = clock.now()

    send(mailing, batches)

    (late,) = [row for row in rows(mailing) if row.state == "waiting"]
    assert (late.tries, late.reply_code) == (1, 451)
    assert timedelta() <= late.due_at_utc - (before + PAUSES[0]) < timedelta(minutes=1)
    send(mailing, batches)
    assert len(inbox.mails) == 3, "It went before its moment."
    make_due(mailing)
    send(mailing, batches)
    assert sorted(inbox.ids) == kept_ids(mailing)


def test_a_server_that_hangs_up_after_it_has_the_mail_gets_the_same_one_again(mailing: Flask, inbox: Inbox) -> None:
    inbox.hangs_up = True
    _, batches = put_out(mailing, 4)

    send(mailing, batches)
    assert states(mailing) == {"waiting": 4}
    assert len(inbox.hung_up_on) == 2, "After two in a row the others need not be tried."
    assert {row.tries for row in rows(mailing)} == {1}
    inbox.hangs_up = False
    make_due(mailing)
    send(mailing, batches)

    assert sorted(inbox.ids) == kept_ids(mailing)
    assert set(inbox.hung_up_on) < set(inbox.ids), "A mail store that has it keeps one."


def test_a_server_that_falls_silent_over_one_mail_holds_up_no_other(
    quick: Flask, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp, "PATIENCE_FOR_A_MAIL", 0.3)
    inbox.thinks = [2.0, 0.0]
    _, batches = put_out(quick, 4)

    send(quick, batches)

    assert states(quick) == {"sent": 3, "waiting": 1}
    make_due(quick)
    send(quick, batches)
    assert set(inbox.ids) == set(kept_ids(quick))


def test_a_server_that_never_says_a_word_keeps_nobody(quick: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "PATIENCE", 0.2)
    _, batches = put_out(quick, 4)
    with socket.create_server((HERE, 0)) as silent:
        use(quick, monkeypatch, server_at(silent.getsockname()[1]))
        began = clock.now()
        send(quick, batches)

    assert clock.now() - began < timedelta(seconds=5), "One try is enough to know it of all."
    assert states(quick) == {"waiting": 4}
    assert {row.tries for row in rows(quick)} == {1}


@pytest.mark.parametrize("greeting", ["421 4.3.2 too busy", "554 5.3.2 not today"])
def test_a_server_that_turns_everybody_away_at_the_door_gets_the_mails_later(
    quick: Flask, inbox: Inbox, monkeypatch: pytest.MonkeyPatch, greeting: str
) -> None:
    sound = quick.extensions["netwerkspiegel"].mail_server
    _, batches = put_out(quick, 4)
    with greeted_by(greeting) as door:
        use(quick, monkeypatch, door)
        send(quick, batches)
    assert {row.reply_code for row in rows(quick)} == {int(greeting[:3])}
    assert states(quick) == {"waiting": 4}
    assert not any(each.bounced_at_utc for each in invitations(quick))

    use(quick, monkeypatch, sound)
    make_due(quick)
    send(quick, batches)
    assert sorted(inbox.recipients) == FOUR


def test_a_login_that_is_refused_calls_no_address_wrong(
    quick: Flask, inbox: Inbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sound = quick.extensions["netwerkspiegel"].mail_server
    _, batches = put_out(quick, 4)
    use(quick, monkeypatch, replace(sound, **dict.fromkeys(("user", "password"), "geheim")))

    with caplog.at_level(logging.WARNING):
        send(quick, batches)

    assert states(quick) == {"waiting": 4}
    assert "geheim" not in caplog.text
    assert "library.example" not in caplog.text
    assert "3 more mails of a round have to wait for the mail server." in caplog.text


def test_tried_often_enough_it_is_given_up(quick: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    _, batches = put_out(quick, 1)
    use(quick, monkeypatch, server_at(free_port()))

    for tried in range(len(PAUSES)):
        assert rows(quick)[0].tries == tried
        make_due(quick)
        send(quick, batches)
    assert states(quick) == {"waiting": 1}
    make_due(quick)
    send(quick, batches)

    assert states(quick) == {"given_up": 1}
    assert invitations(quick)[0].bounced_at_utc is None, "Nobody said that the address is wrong."


def test_pauses_grow_and_last_over_a_long_weekend() -> None:
    assert list(PAUSES) == sorted(PAUSES)
    assert sum(PAUSES, timedelta()) > timedelta(days=3)


def test_a_mail_that_cannot_be_made_holds_up_no_other(
    quick: Flask, inbox: Inbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _, batches = put_out(quick, 4)
    compose, broken = mails.compose, iter([True])

    def sometimes(*arguments: Any, **options: Any) -> object:
        if next(broken, False):
            raise ZeroDivisionError
        return compose(*arguments, **options)

    monkeypatch.setattr(mails, "compose", sometimes)
    send(quick, batches)

    assert states(quick) == {"sent": 3, "waiting": 1}
    assert len(inbox.mails) == 3
    assert "could not be made" in caplog.text


def test_a_mail_that_nobody_has_to_have_any_more_is_not_sent_and_not_counted(mailing: Flask, inbox: Inbox) -> None:
    _, batches = put_out(mailing, 4)
    with mailing.app_context(), writing() as session:
        one = session.merge(invitations(mailing)[0])
        one.withdrawn_at_utc = clock.now()

    send(mailing, batches)

    assert len(inbox.mails) == 3
    assert states(mailing) == {"sent": 3}


def test_of_a_reminder_only_the_number_of_failures_is_left(
    mailing: Flask, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting_clock(monkeypatch)(dutch(2))
    round_id, _ = put_out(mailing, 4)
    with mailing.app_context(), writing() as session:
        session.add(Reminding(round_id=round_id, number=2, at_utc=clock.now(), told=4))
    batches = mail_all(mailing, round_id, "reminder", number=2)
    inbox.to_recipient = [TAKEN, "550 5.1.1 unknown", TAKEN]

    send(mailing, batches)

    assert [row for row in rows(mailing) if row.purpose == "reminder"] == []
    assert not any(each.bounced_at_utc or each.bounce_code for each in invitations(mailing))
    with mailing.app_context(), reading() as session:
        assert session.query(Reminding.failed).scalar() == 1


@pytest.mark.parametrize("purpose", ["released", "too_few", "cancelled"])
def test_only_an_invitation_that_is_refused_says_something_of_its_address(
    quick: Flask, inbox: Inbox, purpose: MailPurpose
) -> None:
    round_id, _ = put_out(quick, 2)
    batches = mail_all(quick, round_id, purpose)
    inbox.to_recipient = ["550 5.1.1 unknown"]

    send(quick, batches)

    assert states(quick) == {"refused": 2, "waiting": 2}
    assert not any(each.bounced_at_utc for each in invitations(quick))


def test_two_workers_never_take_the_same_mail_and_one_takes_over_from_a_dead_one(mailing: Flask) -> None:
    put_out(mailing, 1)
    (row,) = rows(mailing)
    at = clock.now()

    assert take(mailing, row.id, "one", at)
    assert not take(mailing, row.id, "two", at + IN_HAND - timedelta(seconds=1))
    assert not take(mailing, row.id, "one", at), "Two threads of a worker would send it twice."
    assert take(mailing, row.id, "two", at + IN_HAND + timedelta(seconds=1))


def test_a_worker_that_starts_again_goes_on_at_once(mailing: Flask) -> None:
    put_out(mailing, 2)
    first, second = rows(mailing)
    at = clock.now()
    assert take(mailing, first.id, "one", at)
    assert take(mailing, second.id, "two", at)

    with mailing.app_context():
        jobs.let_go("one")

    assert take(mailing, first.id, "three", at)
    assert not take(mailing, second.id, "three", at)


def take(app: Flask, mail_id: UUID, worker: str, at: datetime) -> bool:
    with app.app_context(), writing() as session:
        return round_mail.take(session, mail_id=mail_id, worker=worker, at=at) is not None


def test_no_more_go_in_a_minute_than_were_agreed(mailing: Flask, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    _, batches = put_out(mailing, BATCH + 4)
    pace(mailing, monkeypatch, 7)
    minute = clock.now().replace(second=0, microsecond=0) + timedelta(minutes=1)
    for seconds, sent in ((50, 7), (55, 7), (60, 14), (119, 14), (121, 21), (180, 24), (240, 24)):
        monkeypatch.setattr(clock, "now", lambda seconds=seconds: minute + timedelta(seconds=seconds))
        send(mailing, batches, "one")
        send(mailing, batches, "two")
        assert len(inbox.mails) == sent

    assert states(mailing) == {"sent": BATCH + 4}
    assert {row.tries for row in rows(mailing)} == {0}, "To wait for one's turn is no failure."


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What is handed over to the worker."""
    orders: list[Order] = []

    def hand_over(order: Order, config: Config) -> None:
        orders.append(order)

    monkeypatch.setattr(jobs, "hand_over", hand_over)
    return orders


Find = Callable[[Flask, datetime], list[str]]


@pytest.fixture
def find(told: list[Order], monkeypatch: pytest.MonkeyPatch) -> Find:
    """Look what there is to do at a moment, and return the ids of the work."""

    def find_at(app: Flask, at: datetime) -> list[str]:
        monkeypatch.setattr(clock, "now", lambda: at)
        told.clear()
        with app.app_context():
            jobs.pick_up("one")
        return [order.workflow_id for order in told if order.workflow == ROUND_MAILS]

    return find_at


def test_the_worker_finds_what_waits_as_much_as_may_go_in_a_minute(
    mailing: Flask, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_out(mailing, 3 * BATCH)
    now = clock.now()
    assert find(mailing, now) == [], "Who put them out told a worker already."
    later = now + timedelta(minutes=2)
    everything = find(mailing, later)
    assert len(everything) == 3
    assert len({*everything, *find(mailing, later + timedelta(minutes=1))}) == 6, "Begun and lost is not done."

    pace(mailing, monkeypatch, BATCH + 1)
    assert len(find(mailing, later)) == 2

    pace(mailing, monkeypatch, 0)
    assert take(mailing, rows(mailing)[0].id, "one", later)
    assert len(find(mailing, later)) == 2, "A batch that is in hand is left alone."
    assert len(find(mailing, later + IN_HAND + timedelta(minutes=1))) == 3


def test_a_mail_that_has_to_wait_is_found_as_soon_as_it_is_due(quick: Flask, inbox: Inbox, find: Find) -> None:
    inbox.to_mail = ["451 later", TAKEN]
    _, batches = put_out(quick, 1)
    send(quick, batches)
    due = rows(quick)[0].due_at_utc

    assert find(quick, due - timedelta(seconds=1)) == []
    assert len(find(quick, due)) == 1


def test_a_round_whose_closing_was_begun_and_lost_is_closed_by_another_worker(
    quick: Flask, find: Find, told: list[Order]
) -> None:
    round_id, _ = put_out(quick, 1)
    now = clock.now()
    with quick.app_context(), writing() as session:
        rounds.lock_round(session, round_id=round_id).closing_asked_at_utc = now
    ids: list[str] = []
    for quarter in range(2):
        find(quick, now + quarter * timedelta(minutes=15))
        ids += [order.workflow_id for order in told if order.workflow == CLOSE_ROUND]

    assert len(set(ids)) == len(ids) == 2


def test_two_times_the_same_round_find_the_right_mail(quick: Flask) -> None:
    put_out(quick, 1)
    (row,) = rows(quick)
    with quick.app_context(), reading() as session:
        assert queries.find_sent(session, message_id=row.message_id, purpose="invitation") is not None
        assert queries.find_sent(session, message_id=row.message_id, purpose="reminder") is None


def use(app: Flask, monkeypatch: pytest.MonkeyPatch, server: MailServer) -> None:
    """Hand mail in at another server from now on."""
    monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(app.extensions["netwerkspiegel"], mail_server=server))


def pace(app: Flask, monkeypatch: pytest.MonkeyPatch, per_minute: int) -> None:
    ours = replace(app.extensions["netwerkspiegel"], mails_per_minute=per_minute)
    monkeypatch.setitem(app.extensions, "netwerkspiegel", ours)


@contextmanager
def greeted_by(greeting: str) -> Generator[MailServer]:
    """A server that says one thing to whoever comes, and hangs up."""
    with socket.create_server((HERE, 0)) as door:
        thread = Thread(target=_greet, args=(door, greeting))
        thread.start()
        yield server_at(door.getsockname()[1])
        door.shutdown(socket.SHUT_RDWR)
        thread.join()


def _greet(door: socket.socket, greeting: str) -> None:
    with suppress(OSError):
        while True:
            visitor, _ = door.accept()
            with visitor:
                visitor.sendall(f"{greeting}\r\n".encode())
