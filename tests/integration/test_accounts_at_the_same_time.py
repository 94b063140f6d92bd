"""Two at the same moment, on a database that really commits; and nobody waits for a password that is checked."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

import survey.database
from survey import clock
from survey.database import reading
from survey.extensions import db
from survey.models import AccountSession
from survey.services import account_links, passwords
from tests.accounts import OTHER_PASSWORD, account_of, add_account, connect_app, type_password
from tests.crowd import at_once
from tests.factories import KEY
from tests.pages import HOST, PageClient

READ: list[str] = ["/inloggen", "/inloggen/link", "/inloggen/vergeten", "/inloggen/gemaild"]
OWN: list[str] = ["/account", "/account/gegevens", "/account/sessies", "/account/passkeys", "/account/tweede-stap"]


@contextmanager
def writer(app: Flask) -> Generator[None]:
    """Hold the one place where SQLite writes."""
    with app.app_context(), db.engine.connect() as connection, connection.begin() as transaction:
        yield
        transaction.rollback()


def post_at_once(clients: list[PageClient], path: str, fields: list[dict[str, str]]) -> list[int]:
    """Post from several browsers at the same moment; return what came back, sorted."""

    def send(client: PageClient, form: dict[str, str]) -> int:
        return client.http.post(path, data=form, base_url=HOST).status_code

    return sorted(at_once([partial(send, *pair) for pair in zip(clients, fields, strict=True)]))


def sessions(app: Flask) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(AccountSession.method)))


def test_a_link_opened_by_four_at_once_lets_one_in(committed_app: Flask) -> None:
    account = add_account(committed_app)
    path = f"/inloggen/link/{account_links.make(account, 'sign_in', key=KEY, at=clock.now())}"
    clients = [PageClient(committed_app) for _ in range(4)]
    fields = [client.get(path).form(action=path).fields for client in clients]

    assert post_at_once(clients, path, fields) == [303, 404, 404, 404]
    assert sessions(committed_app) == ["link"]


def test_a_recovery_code_used_by_four_at_once_lets_one_in(committed_app: Flask) -> None:
    account = add_account(committed_app)
    _, codes = connect_app(committed_app, account)
    path, clients, fields = "/inloggen/stap-2", [PageClient(committed_app) for _ in range(4)], list[dict[str, str]]()
    for client in clients:
        type_password(client)
        fields.append({**client.get(path).form(action=path).fields, "code": codes[0]})

    statuses = post_at_once(clients, path, fields)

    assert statuses[0] == 303
    assert set(statuses[1:]) <= {409, 422}
    assert sessions(committed_app) == ["password+recovery"]
    assert len(account_of(committed_app, account.id).mf_recovery_codes or []) == 9


def test_the_code_of_an_app_used_by_four_at_once_lets_one_in(committed_app: Flask) -> None:
    phone, _ = connect_app(committed_app, add_account(committed_app))
    path, clients, fields = "/inloggen/stap-2", [PageClient(committed_app) for _ in range(4)], list[dict[str, str]]()
    for client in clients:
        type_password(client)
        fields.append({**client.get(path).form(action=path).fields, "code": phone.now()})

    assert post_at_once(clients, path, fields)[0] == 303
    assert sessions(committed_app) == ["password+totp"]


@pytest.fixture
def hurried(make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch) -> Flask:
    """An application on SQLite, whose writers wait for each other a moment only."""
    monkeypatch.setattr(survey.database, "BUSY_TIMEOUT_MS", 50)
    return make_app("sqlite")


def test_reading_waits_for_no_writer(hurried: Flask) -> None:
    add_account(hurried)
    client = PageClient(hurried)
    type_password(client)

    with writer(hurried):
        for path in READ:
            PageClient(hurried).get(path)
        for path in OWN:
            client.get(path)


def test_no_page_fails_because_it_cannot_note_that_somebody_is_there(
    hurried: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_account(hurried)
    client = PageClient(hurried)
    type_password(client)
    moment = clock.now() + clock.timedelta(minutes=20)
    monkeypatch.setattr(clock, "now", lambda: moment)

    with writer(hurried):
        client.get("/account")


def test_nobody_waits_while_a_password_is_checked(hurried: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking takes long on purpose, and somebody else has to be able to write meanwhile."""
    add_account(hurried)
    real, wrote = passwords.is_right, list[bool]()

    def meanwhile(account: Any, password: str) -> bool:
        with writer(hurried):
            wrote.append(True)
        return real(account, password)

    monkeypatch.setattr(passwords, "is_right", meanwhile)

    type_password(PageClient(hurried))
    type_password(PageClient(hurried), password=OTHER_PASSWORD, status=422)

    assert wrote == [True, True]
