"""How the system is doing: as a command that a monitor can run, and as a page for administrators."""

import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask
from sqlalchemy import Connection, select, text

from survey import clock, documents
from survey.database import writing
from survey.mail.settings import MailServer
from survey.models import AccountMail, LinkRequest, WorkerSign
from survey.services import system
from survey.work import jobs
from tests.factories import sign_in
from tests.pages import Page, PageClient

GB = 1_000_000_000


@pytest.fixture(autouse=True)
def roomy(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], None]:
    """A disk of which a test says how full it is; first it is roomy."""

    def put(free: int, total: int) -> None:
        usage = SimpleNamespace(free=free, total=total, used=total - free)
        monkeypatch.setattr("shutil.disk_usage", lambda path: usage)

    put(50 * GB, 100 * GB)
    return put


@pytest.fixture
def at_work(app: Flask, connection: Connection) -> None:
    """A worker that was heard of a minute ago."""
    seen(app, "worker", minutes=1)


def seen(app: Flask, name: str, *, minutes: int) -> None:
    with app.app_context(), writing() as session:
        session.add(WorkerSign(name=name, seen_at_utc=clock.now() - timedelta(minutes=minutes)))


def waiting(app: Flask, *, minutes: int) -> None:
    """Let a mail to an account and a lost link wait."""
    at = clock.now() - timedelta(minutes=minutes)
    with app.app_context(), writing() as session:
        session.add(AccountMail(to_address="a@b.example", sealed_text=b"x", asked_at_utc=at, message_id="<x@y>"))
        session.add(LinkRequest(address_key="a@b.example", language="nl", asked_at_utc=at))


def status(app: Flask, code: int = 0) -> list[str]:
    result = app.test_cli_runner().invoke(args=["system", "status"])
    assert result.exit_code == code, result.output
    return result.output.splitlines()


def wrong(lines: list[str]) -> list[str]:
    return [line.removeprefix("Wrong: ") for line in lines if line.startswith("Wrong: ")]


def page(app: Flask, client: PageClient) -> Page:
    sign_in(app, client, role="administrator")
    return client.get("/beheer/systeem")


def alerts(found: Page) -> list[str]:
    return [" ".join(" ".join(each.itertext()).split()) for each in found.all("li", class_="trouble")]


def test_when_all_is_well_the_command_says_so_by_its_exit_code(app: Flask, at_work: None) -> None:
    lines = status(app)

    assert wrong(lines) == []
    assert lines[0] == "version   0.1.0"
    assert "tables up to date" in lines[1]
    assert lines[2].startswith("worker    worker, heard of at ")
    assert "kept as files in" in lines[3]
    assert lines[3].endswith("waiting: 0 to accounts, 0 lost links")
    assert lines[4] == "disk      50 GB free of 100 GB"


def test_when_all_is_well_the_page_says_so(app: Flask, client: PageClient, at_work: None) -> None:
    found = page(app, client)

    assert alerts(found) == []
    assert "Alles werkt." in found.words
    assert "1 minuut geleden" in found.words


@pytest.mark.parametrize("heard_of", [[], [11], [600, 11]])
def test_a_worker_that_is_silent_is_told(
    app: Flask, client: PageClient, connection: Connection, heard_of: list[int]
) -> None:
    for number, minutes in enumerate(heard_of):
        seen(app, f"worker-{number}", minutes=minutes)

    assert wrong(status(app, 1)) == [system.WORKER_SILENT]
    assert ["make worker" in alert for alert in alerts(page(app, client))] == [True]


def test_fonts_that_are_not_there_are_told(
    app: Flask, client: PageClient, at_work: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "FONTS", Path("/nowhere"))

    assert wrong(status(app, 1)) == [system.FONTS_MISSING]
    assert ["lettertypen" in alert for alert in alerts(page(app, client))] == [True]


def test_fonts_that_are_not_there_are_told_at_the_start(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("netwerkspiegel")
    monkeypatch.setattr(logger, "propagate", True)
    documents.init_app(app)
    assert caplog.text == ""

    monkeypatch.setattr(documents, "FONTS", Path("/nowhere"))
    documents.init_app(app)

    assert "No PDF and no cards can be made." in caplog.text
    assert "Run 'npm ci' to put the fonts there." in caplog.text


def test_one_worker_at_work_is_enough(app: Flask, connection: Connection) -> None:
    seen(app, "old", minutes=60 * 24)
    seen(app, "new", minutes=9)

    assert wrong(status(app)) == []


@pytest.mark.parametrize(
    ("free", "total", "is_told"),
    [(11, 100, False), (9, 100, True), (2, 10, False), (1, 10, False), (1, 1, False), (0, 4, True)],
)
def test_a_disk_that_is_almost_full_is_told(
    app: Flask,
    client: PageClient,
    at_work: None,
    roomy: Callable[[int, int], None],
    free: int,
    total: int,
    is_told: bool,
) -> None:
    roomy(free * GB, total * GB)

    assert wrong(status(app, int(is_told))) == [system.DISK_FULL] * is_told
    assert len(alerts(page(app, client))) == int(is_told)


def test_mail_that_waits_is_counted_and_told_after_an_hour(app: Flask, client: PageClient, at_work: None) -> None:
    waiting(app, minutes=50)
    assert status(app)[3].endswith("waiting: 1 to accounts, 1 lost links")

    waiting(app, minutes=61)
    lines = status(app, 1)
    assert lines[3].endswith("waiting: 2 to accounts, 2 lost links")
    assert wrong(lines) == [system.MAIL_WAITS]
    assert len(alerts(page(app, client))) == 1


def test_no_address_that_waits_is_shown(app: Flask, client: PageClient, at_work: None) -> None:
    waiting(app, minutes=61)

    assert "b.example" not in page(app, client).text
    assert "b.example" not in "".join(status(app, 1))


def test_tables_of_another_version_are_told_and_not_looked_into(
    app: Flask, connection: Connection, at_work: None
) -> None:
    connection.execute(text("update alembic_version set version_num = '001'"))
    connection.execute(text("drop table worker_sign"))

    lines = status(app, 1)

    assert wrong(lines) == [system.TABLES_OLD]
    assert f"tables at 001, needed is {system.schema_version.newest()}" in lines[1]


def test_a_mail_server_is_named_and_its_password_is_not(
    make_app: Callable[..., Flask], roomy: Callable[[int, int], None]
) -> None:
    server = MailServer("mail.example", 587, always_encrypted=True, user="u", password="hunter2")  # noqa: S106 -- invented
    lines = status(make_app("sqlite", mail_server=server), 1)

    assert "by mail.example;" in lines[2]
    assert "hunter2" not in "".join(lines)


def test_the_workers_tick_is_its_sign_and_old_signs_go(app: Flask, connection: Connection) -> None:
    seen(app, "gone", minutes=60 * 24 * 8)
    with app.app_context():
        jobs.pick_up("worker")
        jobs.pick_up("worker")

    rows = connection.execute(select(WorkerSign.name, WorkerSign.seen_at_utc)).all()
    assert [name for name, _ in rows] == ["worker"]
    assert clock.now() - rows[0].seen_at_utc < timedelta(minutes=1)


def test_the_health_check_tells_no_more_than_before(client: PageClient, at_work: None) -> None:
    assert set(client.http.get("/healthz").get_json()) == {"version", "database", "migration"}


def test_only_administrators_see_the_page(app: Flask, client: PageClient, connection: Connection) -> None:
    sign_in(app, client, role="adviser")

    client.get("/beheer/systeem", 404)
