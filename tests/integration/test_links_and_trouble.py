"""A mailed link is used up with what it is for, or not at all: trouble halfway leaves it as good as it was."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading
from survey.models import AccountSession
from survey.services import account_links, own_account, second_factor, sessions
from survey.services.account_links import PATHS, Purpose
from tests.accounts import IDA, OTHER_PASSWORD, PASSWORD, account_of, add_account, connect_app, press
from tests.crowd import at_once
from tests.factories import KEY
from tests.pages import HOST, PageClient
from tests.soft_device import SoftDevice, options

NEW: dict[str, str] = {"password": OTHER_PASSWORD, "again": OTHER_PASSWORD}


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of link, what is typed behind it, and where in the second half it can go wrong."""

    purpose: Purpose
    typed: dict[str, str]
    module: Any
    function: str
    status: int = 303
    is_new: bool = False


CASES = (
    Case("invitation", NEW, own_account, "join", is_new=True),
    Case("reset", NEW, own_account, "join"),
    Case("address", {}, own_account, "change_address", status=200),
    Case("sign_in", {}, sessions, "add"),
)


def link_of(app: Flask, case: Case) -> str:
    account = add_account(app, password=None if case.is_new else PASSWORD)
    token = account_links.make(account, case.purpose, key=KEY, at=clock.now(), new_address="ida@nieuw.example")
    return f"{PATHS[case.purpose]}{token}"


def fail_once(monkeypatch: pytest.MonkeyPatch, module: Any, function: str) -> None:
    """Have a function break off the first time, and work from then on."""
    real = getattr(module, function)

    def broken(*args: Any, **options: Any) -> None:
        monkeypatch.setattr(module, function, real)
        raise RuntimeError("the machine stopped here")

    monkeypatch.setattr(module, function, broken)


@pytest.mark.parametrize("case", CASES, ids=[case.purpose for case in CASES])
def test_a_link_works_again_after_trouble(
    app: Flask, client: PageClient, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    link = link_of(app, case)
    form = client.get(link).form(action=link)
    fail_once(monkeypatch, case.module, case.function)

    client.post(link, {**form.fields, **case.typed}, 500)
    press(client, link, case.typed, case.status)

    client.get(link, 404)


def test_an_invitation_works_again_after_trouble_with_a_passkey(
    app: Flask, client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = link_of(app, CASES[0])
    page, device = client.get(link), SoftDevice(HOST)
    made = {"name": "telefoon", "credential": device.make(options(page, "create"))}
    form = {"action": f"{link}/passkey"}
    fail_once(monkeypatch, second_factor, "note_change")

    client.submit(page, made, 500, form=form)
    again = client.get(link)
    client.submit(again, {**made, "credential": device.make(options(again, "create"))}, 200, form=form)

    client.get(link, 404)


def test_a_passkey_that_is_not_right_leaves_the_link(app: Flask, client: PageClient) -> None:
    link = link_of(app, CASES[0])
    page = client.get(link)

    client.submit(page, {"name": "telefoon", "credential": "{}"}, 422, form={"action": f"{link}/passkey"})

    press(client, link, NEW)


def test_an_address_that_somebody_else_has_now_leaves_the_link_for_when_it_is_free(
    app: Flask, client: PageClient
) -> None:
    account = add_account(app)
    token = account_links.make(account, "address", key=KEY, at=clock.now(), new_address="ida@nieuw.example")
    add_account(app, address="ida@nieuw.example")

    press(client, f"/account/adres/{token}", status=409)

    client.get(f"/account/adres/{token}")
    assert account_of(app, account.id).address == IDA


def test_a_link_that_signs_in_is_used_up_before_the_second_step(app: Flask, client: PageClient) -> None:
    """Else it would give the first of two things as often as somebody likes."""
    account = add_account(app)
    connect_app(app, account)
    link = f"/inloggen/link/{account_links.make(account, 'sign_in', key=KEY, at=clock.now())}"

    assert press(client, link).location == "/inloggen/stap-2"

    client.get(link, 404)


@pytest.mark.parametrize("way", ["password", "passkey"])
def test_an_invitation_taken_up_by_four_at_once_lets_one_in(committed_app: Flask, way: str) -> None:
    link = link_of(committed_app, CASES[0])
    sends: list[Callable[[], int]] = []
    for client in [PageClient(committed_app) for _ in range(4)]:
        page, path = client.get(link), link if way == "password" else f"{link}/passkey"
        made = {"name": "x", "credential": SoftDevice(HOST).make(options(page, "create"))}
        fields = {**page.form(action=path).fields, **(NEW if way == "password" else made)}
        sends.append(partial(_status, client, path, fields))

    statuses = sorted(at_once(sends))

    assert statuses == [200 if way == "passkey" else 303, 404, 404, 404]
    with committed_app.app_context(), reading() as session:
        assert len(session.scalars(select(AccountSession)).all()) == 1


def _status(client: PageClient, path: str, fields: dict[str, str]) -> int:
    return client.http.post(path, data=fields, base_url=HOST).status_code
