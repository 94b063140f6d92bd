"""The slow tier of the worker: killed again and again in the middle, its clock, and what goes wrong in it."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from survey import clock
from survey.extensions import db
from survey.mail.folder import mail_folder
from survey.work.client import forget_done, hand_over
from survey.work.orders import LOST_LINK, Order
from tests.factories import make_round
from tests.lost_links import KNOWN, ask
from tests.mail_server import HERE, Inbox, free_port, receiving, server_at
from tests.worker import (
    ROOT,
    WATCHED,
    WORK,
    environment_of,
    kept_mails,
    queue,
    request_by_web,
    tries,
    until,
    waiting,
    worker,
)

pytestmark = pytest.mark.audit

MakeApp = Callable[..., Flask]
PEOPLE = 30
KILLS = 6
ADDRESSES = [f"p{person}@library.example" for person in range(PEOPLE)]


def kill_again_and_again(app: Flask) -> None:
    """Have everybody ask while the worker is killed, at moments of no order; in the end let it finish."""
    chance = random.Random(2026)  # noqa: S311 -- nothing secret
    make_round(app, {"library": PEOPLE})
    for kill in range(KILLS):
        with worker(app) as running:
            request_by_web(app, *ADDRESSES[kill::KILLS])
            time.sleep(chance.uniform(0.1, 2.0))
            running.process.send_signal(signal.SIGKILL)
    with worker(app):
        until(lambda: not waiting(app), seconds=120)


def test_killed_in_the_middle_every_request_is_answered_once(committed_app: Flask) -> None:
    kill_again_and_again(committed_app)

    assert kept_mails(committed_app) == sorted(ADDRESSES)


def test_killed_in_the_middle_a_mail_server_gets_every_mail_and_no_second_one(make_app: MakeApp) -> None:
    """Between a server's "taken" and our noting it, a kill makes the same mail go twice; it is one by its id."""
    inbox = Inbox()
    with receiving(inbox) as server:
        kill_again_and_again(make_app("sqlite", mail_server=server))

    to_each = {(str(mail["To"]), str(mail["Message-ID"])) for mail in inbox.mails}
    assert Counter(to for to, _ in to_each) == dict.fromkeys(ADDRESSES, 1)
    assert len(inbox.mails) - len(to_each) <= KILLS


def test_a_mail_server_that_comes_back_gets_what_waited(make_app: MakeApp) -> None:
    port, inbox = free_port(), Inbox()
    app = make_app("sqlite", mail_server=server_at(port))
    make_round(app)

    with worker(app):
        request_by_web(app, KNOWN)
        time.sleep(3)
        assert waiting(app) == 1
        with receiving(inbox, port):
            until(lambda: not waiting(app), seconds=90)

    assert inbox.recipients == [KNOWN]


def test_the_worker_looks_every_minute_and_forgets_every_night(make_app: MakeApp) -> None:
    app = make_app("sqlite")
    make_round(app)

    with worker(app):
        found = {each["schedule_name"]: each for each in queue(app).list_schedules()}
        ask(app)  # and nobody tells the worker
        until(lambda: not waiting(app), seconds=80)

    assert kept_mails(app) == [KNOWN]
    assert found["pick-up"]["schedule"] == "* * * * *"
    assert (found["forget"]["schedule"], found["forget"]["cron_timezone"]) == ("15 3 * * *", "Europe/Amsterdam")


def test_the_nightly_forgetting_takes_old_mails_and_old_work_along(make_app: MakeApp) -> None:
    app = make_app("sqlite")
    make_round(app)
    folder = mail_folder(app.extensions["netwerkspiegel"])
    folder.mkdir()
    old = folder / f"{1:032x}.eml"
    old.touch()
    month_ago = (clock.now() - timedelta(days=31)).timestamp()
    os.utime(old, times=(month_ago, month_ago))

    config, order = app.extensions["netwerkspiegel"], Order(LOST_LINK, ask(app))

    with worker(app) as running:
        until(lambda: not waiting(app))
        queue(app).trigger_schedule("forget")
        until(lambda: not old.exists())
        assert tries(app, order) == {order.workflow_id}
        forget_done(config, before=clock.now() + timedelta(minutes=1))
        assert tries(app, order) == set()

    assert running.said == ""


def test_telling_twice_is_telling_once(make_app: MakeApp) -> None:
    inbox = Inbox(to_recipient=["450 later"])
    with receiving(inbox) as server:
        app = make_app("sqlite", mail_server=server)
        make_round(app)
        order = Order(LOST_LINK, ask(app))
        with worker(app):
            for _ in range(3):
                hand_over(order, app.extensions["netwerkspiegel"])
            until(lambda: len(tries(app, order)) == 2)
            assert tries(app, order) == {order.workflow_id, f"{order.workflow_id}-try-2"}


def test_what_goes_wrong_in_the_worker_is_told_and_tried_again(make_app: MakeApp) -> None:
    app = make_app("sqlite")
    make_round(app)
    order = Order(LOST_LINK, ask(app))
    with app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE account RENAME COLUMN address TO elsewhere")

    with worker(app) as running:
        until(lambda: f"{order.workflow_id}-try-2" in tries(app, order))

    assert "The worker could not do 'answer_lost_link'." in running.said
    assert "OperationalError" in running.said
    assert "library" not in running.said
    assert waiting(app) == 1


def test_a_second_worker_of_the_same_name_is_refused_and_one_of_another_name_is_not(make_app: MakeApp) -> None:
    app = make_app("sqlite")
    environment = environment_of(app.extensions["netwerkspiegel"])
    with worker(app):
        done = subprocess.run(
            [sys.executable, *WORK], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
        )
        with worker(app, arguments=["--name", "worker-2"]):
            pass

    assert done.returncode == 1
    assert done.stderr == "Error: A worker 'worker' is at work already. Give a second one another name: --name.\n"


def test_stopped_from_the_keyboard_it_ends_quietly(make_app: MakeApp) -> None:
    with worker(make_app("sqlite")) as running:
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=20) == 0

    assert running.said == ""


def test_a_connection_of_the_worker_would_be_seen(make_app: MakeApp) -> None:
    inbox = Inbox()
    with receiving(inbox) as server:
        app = make_app("sqlite", mail_server=server)
        make_round(app)
        ask(app)
        with worker(app, program=WATCHED) as running:
            until(lambda: not waiting(app))

    assert f"CONNECTS socket.connect ('{HERE}', " in running.said
