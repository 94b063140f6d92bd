"""Links that are mailed to an account: for one purpose, for a while, once; and nothing tells whose address is known."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import reading, writing
from survey.logs import scrub
from survey.models import Account, AccountMail, AccountSession
from survey.services import account_links, account_mail, accounts, audit
from survey.services.account_mail import Post
from tests.accounts import (
    IDA,
    OTHER_PASSWORD,
    PASSWORD,
    Mail,
    account_of,
    add_account,
    audited,
    connect_app,
    mails,
    press,
    type_password,
)
from tests.attacks.closed_round import logged
from tests.factories import KEY
from tests.lost_links import noted
from tests.pages import PageClient

SESSIONS = AccountSession.__table__
NOBODY = "niemand@taalsteun.example"
MAILS = AccountMail.__table__


def later(monkeypatch: pytest.MonkeyPatch, time: timedelta) -> None:
    moment = clock.now() + time
    monkeypatch.setattr(clock, "now", lambda: moment)


def asked(client: PageClient, app: Flask, path: str = "/inloggen/link", address: str = IDA) -> Mail:
    """Ask for a mail, and return it."""
    client.submit(client.get(path), {"address": address}, form={"action": f"{path}?taal=nl"})
    (mail,) = mails(app)
    return mail


def invited(app: Flask, account: Account) -> Mail:
    with app.app_context(), writing() as session:
        post = Post(KEY, app.extensions["netwerkspiegel"].mail_from)
        accounts.invite(session, session.get_one(Account, account.id), post=post, by=audit.COMMAND_LINE, at=clock.now())
    (mail,) = mails(app)
    return mail


def choose(client: PageClient, link: str, password: str = PASSWORD, again: str | None = None, status: int = 303) -> Any:
    return press(client, link, {"password": password, "again": password if again is None else again}, status)


def methods(connection: Connection) -> list[str]:
    return list(connection.execute(select(SESSIONS.c.method)).scalars())


def test_a_mailed_link_signs_in_by_its_button(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    mail = asked(client, app)

    page = press(client, mail.link)

    assert (mail.to, mail.subject) == (IDA, "Inloggen bij Netwerkspiegel")
    assert page.location == "/binnen"
    assert methods(connection) == ["link"]


def test_what_only_opens_the_link_neither_signs_in_nor_uses_it_up(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    add_account(app)
    link = asked(client, app).link
    scanner = PageClient(app)

    with noted(connection) as seen:
        for _ in range(3):
            assert scanner.get(link).headers["Cache-Control"] == "no-store"
            scanner.http.head(link)

    assert not any(word in statement for statement in seen for word in ("INSERT", "UPDATE", "DELETE"))
    assert methods(connection) == []
    press(client, link)


def test_a_link_works_once(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    link = asked(client, app).link
    other = PageClient(app)
    form = other.get(link).form(action=link)
    press(client, link)

    assert "Deze link werkt niet meer" in client.get(link, 404).words
    other.post(form.action, form.fields, 404)

    assert methods(connection) == ["link"]


def test_a_link_asks_for_the_second_step_too(app: Flask, client: PageClient, connection: Connection) -> None:
    phone, _ = connect_app(app, add_account(app))

    assert press(client, asked(client, app).link).location == "/inloggen/stap-2"
    press(client, "/inloggen/stap-2", {"code": phone.now()})

    assert methods(connection) == ["link+totp"]


@pytest.mark.parametrize(("path", "purpose"), [("/inloggen/link", "sign_in"), ("/inloggen/vergeten", "reset")])
def test_a_link_is_for_a_while(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch, path: str, purpose: Any
) -> None:
    add_account(app)
    link = asked(client, app, path).link
    lasts = account_links.LASTS[purpose]

    later(monkeypatch, lasts - timedelta(seconds=5))
    client.get(link)
    later(monkeypatch, timedelta(seconds=10))
    client.get(link, 404)


@pytest.mark.parametrize("change", ["password", "address", "active", "fs_uniquifier"])
def test_a_link_ends_when_the_account_changes(
    app: Flask, client: PageClient, connection: Connection, change: str
) -> None:
    add_account(app)
    link = asked(client, app).link
    new: Any = {
        "password": {"password": "x"},
        "address": {"address": "x@x.example"},
        "active": {"active": False, "closed_at_utc": clock.now()},
        "fs_uniquifier": {"fs_uniquifier": "x" * 32},
    }

    connection.execute(update(Account).values(new[change]))

    client.get(link, 404)


def test_a_link_for_one_purpose_opens_nothing_else(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app, password=None)
    token = {purpose: account_links.make(account, purpose, key=KEY, at=clock.now()) for purpose in account_links.PATHS}

    for purpose, path in account_links.PATHS.items():
        for other in account_links.PATHS:
            client.get(path + token[other], 200 if other == purpose else 404)


@pytest.mark.parametrize("token", ["x", "A" * 300, "gAAAAA", "é", "%00", "A" * 2_000, "gAAAAABl.-_~"])
@pytest.mark.parametrize("path", account_links.PATHS.values())
def test_nonsense_is_told_calmly(client: PageClient, path: str, token: str) -> None:
    assert "Deze link werkt niet meer" in client.get(path + token, 404).words


def test_a_link_made_with_another_key_is_nonsense(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app)
    token = account_links.make(account, "sign_in", key=bytes(32), at=clock.now())

    client.get(f"/inloggen/link/{token}", 404)


@pytest.mark.parametrize("path", ["/inloggen/link", "/inloggen/vergeten"])
def test_asking_tells_nothing_about_an_address(app: Flask, connection: Connection, path: str) -> None:
    add_account(app)
    seen: list[Any] = []
    for address in (IDA, NOBODY):
        client = PageClient(app)
        form = client.get(path).form(action=f"{path}?taal=nl")
        with noted(connection) as statements:
            page = client.post(form.action, {**form.fields, "address": address})
        shown = client.follow(page)
        seen.append((page.status, page.location, page.body, shown.words, statements))

    assert seen[0] == seen[1]
    assert not any("FROM account " in statement for statement in seen[0][-1])
    assert len(connection.execute(select(MAILS)).all()) == 2
    assert [mail.to for mail in mails(app)] == [IDA]


def test_a_closed_account_gets_no_mail(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    connection.execute(update(Account).values(active=False, closed_at_utc=clock.now()))
    client.submit(client.get("/inloggen/link"), {"address": IDA}, form={"action": "/inloggen/link?taal=nl"})

    assert mails(app) == []


@pytest.mark.parametrize("path", ["/inloggen/link", "/inloggen/vergeten"])
@pytest.mark.parametrize(
    "typed", ["", "ida", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example", "<a@b.example>", "a" * 300]
)
def test_what_is_no_address_is_told(
    app: Flask, client: PageClient, connection: Connection, path: str, typed: str
) -> None:
    page = client.submit(client.get(path), {"address": typed}, 422, form={"action": f"{path}?taal=nl"})

    assert page.title.startswith("Fout:")
    assert connection.execute(select(MAILS)).all() == []


def test_a_mail_that_waits_is_not_to_be_read_in_the_database(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    account = add_account(app, password=None)
    with app.app_context(), writing() as session:
        post = Post(KEY, app.extensions["netwerkspiegel"].mail_from)
        accounts.invite(session, session.get_one(Account, account.id), post=post, by=audit.COMMAND_LINE, at=clock.now())

    (row,) = connection.execute(select(MAILS.c.sealed_text)).all()

    assert not any(word in bytes(row[0]) for word in (b"invitation", account.id.hex.encode(), b"account"))


def test_a_forgotten_password_is_replaced_and_every_session_ends(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    add_account(app)
    other = PageClient(app)
    type_password(other)
    link = asked(client, app, "/inloggen/vergeten").link

    page = choose(client, link, OTHER_PASSWORD)

    assert page.location == "/binnen"
    other.get("/account", 303)
    client.get(link, 404)
    assert [mail.subject for mail in mails(app)] == ["Er is iets veranderd aan je account bij Netwerkspiegel"]
    type_password(PageClient(app), status=422)
    type_password(PageClient(app), password=OTHER_PASSWORD)
    assert "account.password_set" in audited(connection)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("kort", "minstens 12 tekens"),
        ("x" * 201, "hoogstens 200 tekens"),
        ("password1234", "makkelijk te raden"),
        ("Welkom01Welkom01", "makkelijk te raden"),
        ("qwertyuiop12", "makkelijk te raden"),
        ("idabakker2026", "makkelijk te raden"),
        ("taalsteunmidden", "makkelijk te raden"),
        ("netwerkspiegel1", "makkelijk te raden"),
        ("ida.bakker@taalsteun.example", "makkelijk te raden"),
    ],
)
def test_a_weak_password_is_refused_and_the_link_stays(
    app: Flask, client: PageClient, connection: Connection, password: str, said: str
) -> None:
    add_account(app)
    link = asked(client, app, "/inloggen/vergeten").link

    page = choose(client, link, password, status=422)

    assert said in page.words
    assert password not in page.text.replace(IDA, "")
    choose(client, link, OTHER_PASSWORD)


def test_a_password_is_typed_twice(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    link = asked(client, app, "/inloggen/vergeten").link

    assert "niet hetzelfde wachtwoord" in choose(client, link, OTHER_PASSWORD, PASSWORD, 422).words


def test_an_invitation_is_taken_up_with_a_password(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app, password=None, role="adviser")
    mail = invited(app, account)
    again = invited(app, account)

    page = client.get(mail.link)
    assert "Welkom, Ida Bakker" in page.words
    assert "Taalsteun Midden" in page.words
    client.follow(choose(client, mail.link), 303)

    assert account_of(app, account.id).joined_at_utc is not None
    assert methods(connection) == ["invitation"]
    client.get(again.link, 404)
    assert mails(app) == []
    with pytest.raises(Exception, match="taken up already"):
        invited(app, account)


def test_an_invitation_lasts_a_week(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = invited(app, add_account(app, password=None))

    later(monkeypatch, timedelta(days=6.9))
    client.get(mail.link)
    later(monkeypatch, timedelta(days=0.2))
    client.get(mail.link, 404)


def test_the_forms_behind_a_link_need_their_own_token(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app, password=None)
    link = invited(app, account).link
    new = {"password": PASSWORD, "again": PASSWORD}

    client.post(link, new, 400)
    client.post(f"{link}/passkey", {"name": "x", "credential": "{}"}, 400)

    assert account_of(app, account.id).password is None


def test_a_name_adds_no_header_to_a_mail(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app, password=None)
    name = "Ida\r\nBcc: x@evil.example\r\n\r\n{{ 7*7 }} <script>"
    connection.execute(update(Account).values(name=name))

    mail = invited(app, account)

    assert (mail.subject, mail.to) == ("Je account voor Netwerkspiegel", IDA)
    assert "{{ 7*7 }}" in mail.text


def test_a_link_is_in_no_log(app: Flask, client: PageClient, connection: Connection) -> None:
    link = invited(app, add_account(app, password=None)).link
    token = link.rpartition("/")[2]

    with logged() as log:
        choose(client, link)
        client.get(link, 404)

        path = scrub(f"GET {link} HTTP, {link}/passkey")

    assert token not in log.getvalue()
    assert token not in path


def test_another_address_is_proved_by_a_link_and_the_old_one_is_told(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    account = add_account(app)
    type_password(client)
    press(client, "/account/adres", {"address": "Ida@Nieuw.example"})
    (mail,) = mails(app)
    assert mail.to == "ida@nieuw.example"
    assert account_of(app, account.id).address == IDA

    page = press(PageClient(app), mail.link, status=200)

    assert "Je adres is veranderd" in page.words
    assert account_of(app, account.id).address == "ida@nieuw.example"
    assert [told.to for told in mails(app)] == [IDA]
    assert "account.address_changed" in audited(connection)
    client.get(mail.link, 404)


def test_the_address_of_somebody_else_is_not_given_away(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    add_account(app, address="joris@taalsteun.example")
    type_password(client)

    taken = press(client, "/account/adres", {"address": "joris@taalsteun.example"})
    assert mails(app) == []
    free = press(client, "/account/adres", {"address": "vrij@taalsteun.example"})

    assert (taken.location, taken.status) == (free.location, free.status)


def test_an_address_that_was_taken_meanwhile_changes_nothing(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    account = add_account(app)
    type_password(client)
    press(client, "/account/adres", {"address": "ida@nieuw.example"})
    (mail,) = mails(app)
    add_account(app, address="ida@nieuw.example")

    page = press(client, mail.link, status=409)

    assert "Een ander account gebruikt dit e-mailadres nu." in page.words
    assert account_of(app, account.id).address == IDA


def test_mails_that_nobody_waits_for_are_forgotten(app: Flask, connection: Connection) -> None:
    account = add_account(app, password=None)
    post = Post(KEY, app.extensions["netwerkspiegel"].mail_from)
    with app.app_context(), writing() as session:
        accounts.invite(session, session.get_one(Account, account.id), post=post, by=audit.COMMAND_LINE, at=clock.now())
        account_mail.tell(session, account, "account_changed", post=post, at=clock.now(), what="password")

    left: list[int] = []
    for days in (0.9, 1.1, 6.9, 7.1):
        with app.app_context(), writing() as session:
            account_mail.forget_old(session, key=KEY, at=clock.now() + timedelta(days=days))
        left.append(len(connection.execute(select(MAILS)).all()))

    assert left == [2, 1, 1, 0]


def test_a_mail_that_went_is_not_prepared_again(app: Flask, connection: Connection) -> None:
    with app.app_context(), reading() as session:
        assert account_mail.prepare(session, mail_id=uuid4(), key=KEY, base_url="", at=clock.now()) is None


def test_an_id_in_a_link_says_nothing(app: Flask, connection: Connection) -> None:
    account = add_account(app)
    token = account_links.make(account, "sign_in", key=KEY, at=clock.now())

    assert account.id.hex not in token
