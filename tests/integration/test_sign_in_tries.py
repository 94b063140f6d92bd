"""Guessing is slow, by account and by place; and somebody else's guessing locks nobody out."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import writing
from survey.models import AccountSession, Throttle
from survey.services import known_browsers
from survey.services.sign_in_limits import CODE, LINK, PASSWORD, Attempt, Limits, may_try
from tests.accounts import IDA, add_account, connect_app, mails, press, type_password
from tests.accounts import PASSWORD as RIGHT
from tests.factories import KEY
from tests.pages import PageClient

TOO_OFTEN = "Dit is te vaak geprobeerd"
NOW = clock.now()


def tries(number: int, attempt: Attempt, limits: Limits = PASSWORD, *, minutes: int = 0) -> int:
    """Try so often, and return how often that was allowed."""
    at = NOW + timedelta(minutes=minutes)
    with writing() as session:
        return sum(may_try(session, limits, attempt, key=KEY, at=at) for _ in range(number))


def test_an_account_can_be_tried_from_one_place_so_often(connection: Connection) -> None:
    assert tries(100, Attempt(IDA, "here", None)) == PASSWORD.here
    assert tries(100, Attempt("other@x.example", "here", None)) == PASSWORD.here


def test_after_an_hour_there_is_room_again(connection: Connection) -> None:
    tries(100, Attempt(IDA, "here", None))

    assert tries(1, Attempt(IDA, "here", None), minutes=59) == 0
    assert tries(1, Attempt(IDA, "here", None), minutes=61) == 1


def test_a_place_can_try_so_often_in_all(connection: Connection) -> None:
    allowed = sum(tries(2, Attempt(f"p{number}@x.example", "here", None)) for number in range(150))

    assert allowed == PASSWORD.near


def test_an_account_can_be_tried_so_often_from_everywhere(connection: Connection) -> None:
    allowed = sum(tries(2, Attempt(IDA, f"place {number}", None)) for number in range(100))

    assert allowed == PASSWORD.everywhere


def test_who_is_refused_near_by_uses_up_nothing_of_the_account(connection: Connection) -> None:
    tries(1_000, Attempt(IDA, "evil", None))

    assert tries(5, Attempt(IDA, "here", None)) == 5


def test_a_known_browser_counts_by_itself(connection: Connection) -> None:
    for number in range(20):
        tries(50, Attempt(IDA, f"place {number}", None))

    assert tries(1, Attempt(IDA, "place 1", None)) == 0
    assert tries(1_000, Attempt(IDA, "place 1", "mine")) == PASSWORD.known
    assert tries(1, Attempt(IDA, "place 1", "my other one")) == 1


def test_nothing_readable_is_kept_of_tries(connection: Connection) -> None:
    tries(1, Attempt(IDA, "192.0.2.0/24", None))

    kept = repr(connection.execute(select(Throttle.__table__)).all())
    assert "taalsteun" not in kept
    assert "192.0.2" not in kept


def test_a_thousand_guesses_from_elsewhere_do_not_lock_the_owner_out(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    """The heart of it: the browser that the owner used before still gets in, from the same place even."""
    add_account(app)
    type_password(client)
    client.submit(client.get("/netwerken"), {}, form={"action": "/uitloggen"})
    for number in range(1_000):
        tries(1, Attempt(IDA, f"10.{number % 250}.{number // 250}.0/24", None))
    tries(1_000, Attempt(IDA, "127.0.0.0/24", None))

    stranger = PageClient(app)
    refused = type_password(stranger, status=429)
    assert TOO_OFTEN in refused.words
    assert "In een browser waarin je eerder inlogde, lukt het vaak meteen." in refused.words

    assert type_password(client).location == "/binnen"


def test_the_right_password_does_not_help_either_after_too_many(app: Flask, connection: Connection) -> None:
    add_account(app)
    tries(1_000, Attempt(IDA, "127.0.0.0/24", None))

    assert TOO_OFTEN in type_password(PageClient(app), password=RIGHT, status=429).words
    assert connection.execute(select(AccountSession.__table__)).all() == []


def test_too_many_is_the_same_for_an_address_that_nobody_has(app: Flask, connection: Connection) -> None:
    add_account(app)
    pages: list[str] = []
    for address in (IDA, "nobody@x.example"):
        tries(1_000, Attempt(address, "127.0.0.0/24", None))
        pages.append(type_password(PageClient(app), address=address, status=429).words.replace(address, ""))

    assert pages[0] == pages[1]


def test_codes_are_counted_too_and_a_new_password_page_gives_no_new_tries(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    phone, _ = connect_app(app, add_account(app))
    for _ in range(CODE.here):
        with writing() as session:
            may_try(session, CODE, Attempt(IDA, "127.0.0.0/24", None), key=KEY, at=clock.now())
    type_password(client)

    page = press(client, "/inloggen/stap-2", {"code": phone.now()}, 429)

    assert TOO_OFTEN in page.words


@pytest.mark.parametrize("path", ["/inloggen/link", "/inloggen/vergeten"])
def test_a_mailbox_is_not_filled(app: Flask, client: PageClient, connection: Connection, path: str) -> None:
    add_account(app)
    form = client.get(path).form(action=f"{path}?taal=nl")
    for _ in range(LINK.here):
        client.post(form.action, {**form.fields, "address": IDA})

    page = client.post(form.action, {**form.fields, "address": IDA}, 429)

    assert "Gebruik de nieuwste." in page.words
    assert len(mails(app)) == LINK.here


def test_a_browser_is_remembered_where_it_signs_in_and_nowhere_else(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    account = add_account(app)

    page = type_password(client)

    (cookie,) = [each for each in client.http._cookies.values() if each.key == "bekend"]  # type: ignore[attr-defined]
    assert (cookie.path, cookie.http_only, cookie.secure, cookie.same_site) == ("/inloggen", True, True, "Lax")
    assert cookie.max_age == 90 * 24 * 3600
    assert IDA not in cookie.value
    assert account.id.hex not in cookie.value
    assert page.status == 303


def test_a_known_browser_is_known_for_one_address_and_ninety_days() -> None:
    day = NOW.date()
    kept = known_browsers.give_name(KEY, address=IDA, on=day)

    assert known_browsers.known_name(KEY, kept, address=IDA, on=day + timedelta(days=89)) is not None
    assert known_browsers.known_name(KEY, kept, address=IDA, on=day + timedelta(days=90)) is None
    assert known_browsers.known_name(KEY, kept, address="other@x.example", on=day) is None
    assert known_browsers.known_name(bytes(32), kept, address=IDA, on=day) is None


@pytest.mark.parametrize("kept", ["", ".", "..", "a.b.c", "x.2026-01-01.0", "é", "\udce9.a.b"])
def test_a_made_up_name_is_not_known(kept: str) -> None:
    assert known_browsers.known_name(KEY, kept, address=IDA, on=NOW.date()) is None


def test_a_made_up_cookie_changes_nothing(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    client.http.set_cookie("bekend", "x.2026-01-01.y", domain="spiegel.example", path="/inloggen")

    type_password(client)
