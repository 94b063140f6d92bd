"""The worker sends what accounts are mailed, once, sealed until then; on both engines."""

import logging
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from unittest.mock import Mock

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.account import here
from survey.config import Config
from survey.database import reading, writing
from survey.mail.failures import MailDelayed, MailRefused
from survey.models import AccountMail, AccountSession
from survey.queries.account_mails import list_waiting
from survey.services import account_mail, sessions
from survey.services.account_mail import Letter, Post
from survey.work import jobs
from survey.work.orders import Order
from tests.accounts import IDA, add_account
from tests.factories import KEY
from tests.mail_server import read_mail, words_of
from tests.pages import HOST, PageClient

MAILS = AccountMail.__table__
CHANGES = ["password", "address", "second_factor_reset", "second_factor"]


@pytest.fixture(autouse=True)
def config(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """Keep the mails of each test by themselves."""
    own = replace(app.extensions["netwerkspiegel"], data_dir=tmp_path)
    monkeypatch.setitem(app.extensions, "netwerkspiegel", own)
    return own


def leave(app: Flask, letter: Letter, to: str = IDA) -> None:
    with app.app_context(), writing() as session:
        post = Post(KEY, app.extensions["netwerkspiegel"].mail_from)
        account_mail.ask(session, to=to, letter=letter, post=post, at=clock.now())


def send_all(app: Flask, config: Config) -> list[EmailMessage]:
    """Do what the worker does, and return the mails that this made."""
    with app.app_context():
        with reading() as session:
            waiting = list_waiting(session)
        for mail_id in waiting:
            jobs.send_account_mail(str(mail_id))
    return [read_mail(path.read_bytes()) for path in sorted(config.data_dir.glob("mail/*"))]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_mailed_link_opens_the_page(
    app: Flask, client: PageClient, connection: Connection, config: Config, language: str
) -> None:
    account = add_account(app, password=None, language=language)
    leave(app, Letter("account_invitation", account.id.hex, "invitation"))

    (mail,) = send_all(app, config)

    assert mail["To"] == IDA
    assert mail["Content-Language"] == language
    (link,) = [word for word in words_of(mail).split() if word.startswith(f"{HOST}/account/uitnodiging/")]
    client.get(link.removeprefix(HOST))
    assert connection.execute(select(MAILS)).all() == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_change_has_its_own_words(app: Flask, connection: Connection, config: Config, language: str) -> None:
    account = add_account(app, language=language)
    for what in CHANGES:
        leave(app, Letter("account_changed", account.id.hex, values={"what": what}))

    sentences = {words_of(mail).split("Ida Bakker,")[1].split(".")[0].strip() for mail in send_all(app, config)}

    assert len(sentences) == len(CHANGES)
    assert "" not in sentences


def test_an_address_that_nobody_has_gets_nothing_and_the_row_goes(
    app: Flask, connection: Connection, config: Config
) -> None:
    leave(app, Letter("account_sign_in", purpose="sign_in"), to="nobody@x.example")

    assert send_all(app, config) == []
    assert connection.execute(select(MAILS)).all() == []


def test_a_mail_that_is_not_taken_now_is_the_same_mail_later(
    app: Flask, connection: Connection, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = add_account(app)
    leave(app, Letter("account_sign_in", account.id.hex, "sign_in"))
    tried: list[str] = []

    def delayed(message: EmailMessage, _: Config) -> None:
        tried.append(str(message["Message-ID"]))
        raise MailDelayed("busy")

    monkeypatch.setattr(jobs, "deliver", delayed)
    for _ in range(2):
        with pytest.raises(MailDelayed):
            send_all(app, config)

    assert len(tried) == 2
    assert len(set(tried)) == 1
    assert len(connection.execute(select(MAILS)).all()) == 1


def test_a_mail_that_will_never_be_taken_goes_and_names_nobody_in_the_log(
    app: Flask,
    connection: Connection,
    config: Config,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    account = add_account(app)
    leave(app, Letter("account_sign_in", account.id.hex, "sign_in"))

    def refused(*_: object) -> None:
        raise MailRefused("no such mailbox")

    monkeypatch.setattr(jobs, "deliver", refused)
    monkeypatch.setattr(logging.getLogger("netwerkspiegel"), "propagate", True)

    send_all(app, config)

    assert "A mail to an account cannot be delivered: no such mailbox." in caplog.text
    assert "taalsteun" not in caplog.text
    assert connection.execute(select(MAILS)).all() == []


def test_the_worker_is_told_after_the_answer_and_looks_by_itself(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_account(app)
    told: list[Order] = []

    def tell(order: Order, config: Config) -> None:
        told.append(order)

    monkeypatch.setattr(here, "hand_over", tell)
    monkeypatch.setattr(jobs, "hand_over", tell)

    form = client.get("/inloggen/vergeten").form(action="/inloggen/vergeten?taal=nl")
    client.post(form.action, {**form.fields, "address": IDA})
    (order,) = told
    with app.app_context():
        jobs.pick_up("worker")

    assert told == [order, order]
    assert order.workflow_id == f"account-mail-{order.row_id}"


def test_a_mail_that_a_new_key_cannot_open_does_not_stop_the_worker(app: Flask, connection: Connection) -> None:
    with writing() as session:
        asked = clock.now() - timedelta(days=2)
        session.add(AccountMail(to_address=IDA, sealed_text=b"of another key", asked_at_utc=asked, message_id="<1>"))
    with app.app_context():
        jobs.pick_up("worker")

    assert connection.execute(select(MAILS)).all() == []


def test_sessions_that_are_over_are_forgotten(
    app: Flask, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:

    account = add_account(app)
    with app.app_context():
        for hours in (11, 13):
            signs = sessions.Signs("here", "", "password")
            with writing() as session:
                sessions.add(session, account_id=account.id, at=clock.now() - timedelta(hours=hours), signs=signs)
        monkeypatch.setattr(jobs, "forget_done", Mock())
        monkeypatch.setattr(jobs, "forget_everywhere", Mock(return_value=True))
        jobs.forget()

    assert len(connection.execute(select(AccountSession.__table__)).all()) == 1
