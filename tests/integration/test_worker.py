"""The worker as a process: it is told, or finds by itself, what there is to do, and does it once.

Starting one takes seconds; what need not be tried with every change is in the slow tier.
"""

import pickle
import re
import signal
import sqlite3
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from survey.extensions import db
from survey.work.orders import LOST_LINK, Order
from tests.factories import make_round
from tests.lost_links import KNOWN, UNKNOWN, ask
from tests.mail_server import Inbox, receiving, words_of
from tests.worker import WATCHED, kept_mails, queue, request_by_web, tries, until, waiting, worker

MakeApp = Callable[..., Flask]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def mailing(make_app: MakeApp, engine_name: str, inbox: Inbox) -> Iterator[Flask]:
    """An instance with a mail server, on both engines."""
    with receiving(inbox) as server:
        yield make_app(engine_name, mail_server=server)


def test_a_link_that_was_asked_for_arrives_once_and_nobody_else_gets_mail(mailing: Flask, inbox: Inbox) -> None:
    opened = make_round(mailing)

    with worker(mailing) as running:
        request_by_web(mailing, KNOWN, UNKNOWN)
        until(lambda: not waiting(mailing))

    assert inbox.recipients == [KNOWN]
    assert opened.link in words_of(inbox.mails[0])
    assert running.said == ""


def test_work_can_be_kept_in_postgresql(make_app: MakeApp, inbox: Inbox) -> None:
    with receiving(inbox) as server:
        url = make_app("postgresql").extensions["netwerkspiegel"].database_url
        app = make_app("postgresql", database_url=url, work_database_url=url, mail_server=server)
        make_round(app)
        with worker(app):
            request_by_web(app, KNOWN)
            until(lambda: not waiting(app))
        with app.app_context(), db.engine.connect() as connection:
            names = connection.scalars(text("SELECT name FROM dbos.workflow_status")).all()

    assert inbox.recipients == [KNOWN]
    assert LOST_LINK in names


def test_a_mail_that_has_to_wait_is_tried_again_as_the_same_mail(make_app: MakeApp, inbox: Inbox) -> None:
    inbox.to_mail = ["451 later", "250 OK"]
    with receiving(inbox) as server:
        app = make_app("sqlite", mail_server=server)
        make_round(app)
        order = Order(LOST_LINK, ask(app))
        second = f"{order.workflow_id}-try-2"
        with worker(app) as running:
            until(lambda: second in tries(app, order))
            assert waiting(app) == 1
            queue(app).set_workflow_delay(second, delay_seconds=0)
            until(lambda: not waiting(app))

    assert inbox.recipients == [KNOWN]
    assert inbox.ids[0] == inbox.refused[0]
    assert re.fullmatch(r"\S+ \S+ WARNING A mail has to wait: the mail was not taken \(451\)\.\n", running.said)


def test_by_itself_it_finds_what_lay_there_talks_to_nobody_and_stops(make_app: MakeApp) -> None:
    app = make_app("sqlite")
    opened = make_round(app)
    requests = [str(ask(app, address)) for address in (KNOWN, UNKNOWN)]

    with worker(app, program=WATCHED) as running:
        until(lambda: not waiting(app))
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(timeout=20) == 0

    assert kept_mails(app) == [KNOWN]
    assert running.said == ""
    folder: Path = app.extensions["netwerkspiegel"].data_dir
    assert sorted(inputs(folder / "work.db")) == sorted(requests)
    _holds_nothing_of(folder, "library", "p0@", "spiegel.example", opened.tokens[0], "Waterdam")


def inputs(file: Path) -> list[str]:
    """Return what every answer to a lost link was given."""
    statement = "SELECT inputs FROM workflow_input WHERE workflow_uuid LIKE 'lost-link-%'"
    connection = sqlite3.connect(file)
    given = [pickle.loads(b64decode(row[0])) for row in connection.execute(statement)]  # noqa: S301 -- our own
    connection.close()
    assert all(each["kwargs"] == {} and len(each["args"]) == 1 for each in given)
    return [each["args"][0] for each in given]


def _holds_nothing_of(folder: Path, *secrets: str) -> None:
    """Look at every byte of the list of work, also at what is packed in it."""
    files = sorted([*folder.glob("work.db*"), *folder.glob("*.lock")])
    held = b"".join(path.read_bytes() for path in files)
    plain = held + b"".join(map(_unpacked, re.findall(rb"[A-Za-z0-9+/=]{24,}", held)))
    assert [secret for secret in secrets if secret.encode() in plain] == []
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def _unpacked(piece: bytes) -> bytes:
    try:
        return b64decode(piece)
    except ValueError:
        return b""
