"""Sign in: with a password, and with the second step where somebody has one; nobody else gets in."""

from datetime import timedelta
from typing import Any

import flask_security
import pytest
from flask import Flask
from flask_login import current_user
from sqlalchemy import Connection, delete, select, update

from survey import access, clock
from survey.account import signing_in
from survey.database import writing
from survey.models import Account, AccountSession, AuditEvent
from survey.services import accounts, audit
from tests.accounts import (
    IDA,
    OTHER_PASSWORD,
    PASSWORD,
    account_of,
    add_account,
    audited,
    connect_app,
    press,
    type_password,
)
from tests.cheap_hashes import IN_PRODUCTION
from tests.factories import sign_in
from tests.pages import HOST, PageClient

SESSIONS = AccountSession.__table__
EVENTS = AuditEvent.__table__
WRONG = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar."


def later(monkeypatch: pytest.MonkeyPatch, **time: float) -> None:
    """Let time go by."""
    moment = clock.now() + timedelta(**time)
    monkeypatch.setattr(clock, "now", lambda: moment)


def methods(connection: Connection) -> list[str]:
    return list(connection.execute(select(SESSIONS.c.method)).scalars())


def test_a_coordinator_signs_in_with_a_password(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app)

    page = client.follow(client.follow(type_password(client, address=" Ida.Bakker@Taalsteun.example "), 303))

    assert page.address == "/netwerken"
    assert page.one("a", class_="who").text == "Ida Bakker"
    assert methods(connection) == ["password"]
    assert audited(connection) == ["account.added", "account.signed_in"]
    assert (
        connection.execute(select(EVENTS.c.actor_id).where(EVENTS.c.action == "account.signed_in")).scalar()
        == account.id
    )


def test_a_password_is_kept_as_a_hash_by_argon2(app: Flask, connection: Connection) -> None:
    kept = add_account(app).password

    assert kept is not None
    assert kept.startswith("$argon2id$")


def test_in_production_a_hash_costs_at_least_what_owasp_advises() -> None:
    rounds, memory = IN_PRODUCTION

    assert rounds >= 2
    assert memory >= 19 * 1024  # KiB


@pytest.mark.parametrize(
    ("address", "password"),
    [(IDA, OTHER_PASSWORD), (IDA, PASSWORD.upper()), ("nobody@taalsteun.example", PASSWORD), (IDA, PASSWORD + "\x00")],
)
def test_what_is_wrong_is_not_told_and_the_same_for_every_address(
    app: Flask, client: PageClient, connection: Connection, address: str, password: str
) -> None:
    add_account(app)

    page = type_password(client, address=address, password=password, status=422)

    assert WRONG in page.words
    assert page.one("input", name="address").get("value") == address
    assert page.one("input", name="password").get("value") == ""
    assert methods(connection) == []
    assert audited(connection) == ["account.added", "account.sign_in_failed"]


def test_a_failed_try_is_noted_without_what_was_typed(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app)
    type_password(client, password=OTHER_PASSWORD, status=422)
    type_password(client, address="nobody@taalsteun.example", status=422)

    rows = connection.execute(select(EVENTS).where(EVENTS.c.action == "account.sign_in_failed")).mappings().all()

    assert {(row["actor_id"], row["object_id"]) for row in rows} == {(None, account.id), (None, None)}
    assert not any(secret in repr(rows) for secret in ("taalsteun.example", OTHER_PASSWORD, "nobody"))


def test_an_unknown_address_costs_as_much_checking_as_a_known_one(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_account(app)
    add_account(app, address="leeg@taalsteun.example", password=None)
    checked: list[str] = []
    real = flask_security.verify_password  # type: ignore[reportUnknownMemberType]  # the library says little of its types

    def noted(given: str, kept: str) -> bool:
        checked.append(kept[:9])
        return real(given, kept)

    monkeypatch.setattr(flask_security, "verify_password", noted)

    for address in (IDA, "leeg@taalsteun.example", "nobody@taalsteun.example"):
        type_password(client, address=address, password=OTHER_PASSWORD, status=422)

    assert checked == ["$argon2id"] * 3


@pytest.mark.parametrize("fields", [{"address": ""}, {"password": ""}, {"address": "a" * 300}])
def test_what_is_missing_is_told_at_the_field(app: Flask, client: PageClient, fields: dict[str, str]) -> None:
    form = client.get("/inloggen").form(action="/inloggen?taal=nl")

    page = client.post(form.action, {**form.fields, "address": IDA, "password": "x", **fields}, 422)

    assert page.title.startswith("Fout:")
    assert page.one("div", id="mistakes") is not None


def test_the_page_needs_its_own_token(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)

    client.post("/inloggen", {"address": IDA, "password": PASSWORD}, 400)
    client.post("/inloggen", {"address": IDA, "password": PASSWORD, "csrf_token": "x"}, 400)

    assert methods(connection) == []


def test_a_closed_account_signs_nobody_in_and_ends_what_was_begun(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    account = add_account(app)
    type_password(client)

    with app.app_context(), writing() as session:
        accounts.close_account(session, session.get_one(Account, account.id), by=audit.COMMAND_LINE, at=clock.now())

    assert client.get("/netwerken", 303).location.startswith("/inloggen")
    assert WRONG in type_password(client, status=422).words


def test_the_cookie_of_before_opens_nothing_after_signing_in(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    add_account(app)
    client.get("/inloggen")
    before = client.http.get_cookie("netwerkspiegel", domain="spiegel.example")
    assert before is not None
    type_password(client)
    after = client.http.get_cookie("netwerkspiegel", domain="spiegel.example")
    assert after is not None

    client.http.set_cookie("netwerkspiegel", before.value, domain="spiegel.example")

    assert before.value != after.value
    client.get("/account", 303)


def test_signing_out_ends_the_session_also_for_a_copied_cookie(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    add_account(app)
    page = client.follow(client.follow(type_password(client), 303))
    copied = client.http.get_cookie("netwerkspiegel", domain="spiegel.example")
    assert copied is not None

    client.submit(page, {}, form={"action": "/uitloggen"})
    client.http.set_cookie("netwerkspiegel", copied.value, domain="spiegel.example")

    client.get("/account", 303)
    assert audited(connection)[-1] == "account.signed_out"


def test_a_session_is_over_after_a_working_day(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_account(app)
    type_password(client)
    later(monkeypatch, hours=11.9)
    client.get("/account")

    later(monkeypatch, hours=0.2)

    client.get("/account", 303)


def test_the_library_sees_the_session_that_is_ours_and_nothing_else(app: Flask, connection: Connection) -> None:
    account = add_account(app)
    with app.test_request_context():
        signing_in.begin(account, method="password")
        assert current_user.id == account.id
    with app.test_request_context():
        assert not current_user.is_authenticated
    with app.test_request_context(headers={"Authentication-Token": "x"}):
        assert not current_user.is_authenticated


@pytest.mark.parametrize("gone", ["ended", "closed", "old"])
def test_the_library_sees_nobody_when_the_session_is_gone(
    app: Flask, connection: Connection, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    account = add_account(app)
    with app.test_request_context():
        signing_in.begin(account, method="password")
        if gone == "ended":
            connection.execute(delete(AccountSession))
        elif gone == "closed":
            connection.execute(update(Account).values(active=False, closed_at_utc=clock.now()))
        else:
            later(monkeypatch, hours=13)
        assert not current_user.is_authenticated


def test_who_is_there_is_noted_by_the_quarter_of_an_hour(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_account(app)
    type_password(client)
    seen = select(SESSIONS.c.seen_at_utc)
    first = connection.execute(seen).scalar()
    assert first is not None

    later(monkeypatch, minutes=14)
    client.get("/account")
    assert connection.execute(seen).scalar() == first

    later(monkeypatch, minutes=2)
    client.get("/account")
    assert connection.execute(seen).scalar() == clock.now()


@pytest.mark.parametrize("wanted", ["/account", "/netwerken?zoek=a&blad=2", "/account/sessies"])
def test_after_signing_in_one_lands_where_one_wanted(
    app: Flask, client: PageClient, connection: Connection, wanted: str
) -> None:
    add_account(app)
    there = client.get(wanted, 303).location
    form = client.get(there).form(action="/inloggen?taal=nl")

    page = client.post(form.action, {**form.fields, "address": IDA, "password": PASSWORD})

    assert page.location == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example", "///evil.example", "https://evil.example", "\\\\evil.example", "/\\evil.example",
        "/\t/evil.example", "\t//evil.example", "/\n/evil", "javascript:alert(1)", "evil.example",
        "/x\r\nSet-Cookie: a=b",
        "/" + "x" * 600, "/\u2028/evil", " //evil.example",
    ],
)  # fmt: skip
def test_signing_in_leads_to_no_other_place(
    app: Flask, client: PageClient, connection: Connection, wanted: str
) -> None:
    add_account(app)
    form = client.get("/inloggen").form(action="/inloggen?taal=nl")

    page = client.post(form.action, {**form.fields, "address": IDA, "password": PASSWORD, "next": wanted})

    assert page.location == "/binnen"


def test_with_an_app_the_password_alone_opens_nothing(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app, role="adviser")
    phone, _ = connect_app(app, account)

    assert type_password(client, leads_to="/account").location == "/inloggen/stap-2"
    client.get("/account", 303)
    assert methods(connection) == []

    type_password(client, leads_to="/account")
    page = press(client, "/inloggen/stap-2", {"code": f" {phone.now()[:3]} {phone.now()[3:]} "})

    assert page.location == "/account"
    assert methods(connection) == ["password+totp"]
    client.get("/netwerken")


@pytest.mark.parametrize("code", ["000000", "12345", "", "١٢٣٤٥٦", "abcde-fghjk", "x" * 50])
def test_a_wrong_code_opens_nothing(app: Flask, client: PageClient, connection: Connection, code: str) -> None:
    connect_app(app, add_account(app))
    type_password(client)

    page = press(client, "/inloggen/stap-2", {"code": code}, 422)

    assert page.title.startswith("Fout:")
    assert methods(connection) == []


def test_the_code_of_an_app_counts_once(app: Flask, client: PageClient, connection: Connection) -> None:
    phone, _ = connect_app(app, add_account(app))
    code = phone.now()
    type_password(client)
    press(client, "/inloggen/stap-2", {"code": code})

    other = PageClient(app)
    type_password(other)
    press(other, "/inloggen/stap-2", {"code": code}, 422)

    assert len(methods(connection)) == 1


def test_a_recovery_code_counts_once(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app)
    _, codes = connect_app(app, account)
    assert len(set(codes)) == 10

    type_password(client)
    press(client, "/inloggen/stap-2", {"code": codes[3].upper().replace("-", " ")})
    assert methods(connection) == ["password+recovery"]
    assert len(account_of(app, account.id).mf_recovery_codes or []) == 9

    other = PageClient(app)
    type_password(other)
    press(other, "/inloggen/stap-2", {"code": codes[3]}, 422)


def test_recovery_codes_are_not_kept_readable(app: Flask, connection: Connection) -> None:
    account = add_account(app)
    _, codes = connect_app(app, account)

    kept = repr(account_of(app, account.id).mf_recovery_codes)

    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


@pytest.mark.parametrize("change", ["late", "password", "closed"])
def test_the_second_step_does_not_wait_for_ever(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    account = add_account(app)
    phone, _ = connect_app(app, account)
    type_password(client)
    form = client.get("/inloggen/stap-2").form(action="/inloggen/stap-2")
    if change == "late":
        later(monkeypatch, minutes=11)
    elif change == "password":
        connection.execute(update(Account).values(password=OTHER_PASSWORD))
    else:
        connection.execute(update(Account).values(active=False, closed_at_utc=clock.now()))

    page = client.post(form.action, {**form.fields, "code": phone.now()})

    assert page.location == "/inloggen"
    assert methods(connection) == []


def test_the_second_step_is_no_page_without_the_first(client: PageClient) -> None:
    assert client.get("/inloggen/stap-2", 303).location == "/inloggen"
    form = client.get("/inloggen").form(action="/inloggen?taal=nl")
    for path in ("/inloggen/stap-2", "/inloggen/stap-2/passkey"):
        assert client.post(path, {"csrf_token": form.fields["csrf_token"], "code": "1"}).location == "/inloggen"


@pytest.mark.parametrize("role", ["adviser", "administrator"])
def test_who_reaches_an_organisation_sets_up_a_second_step_first(
    app: Flask, client: PageClient, connection: Connection, role: Any
) -> None:
    add_account(app, role=role)
    type_password(client)

    assert client.get("/netwerken", 303).location == "/account/tweede-stap"
    assert "een wachtwoord niet genoeg" in client.get("/account/tweede-stap").words
    client.get("/account")


def test_a_coordinator_may_do_without(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    type_password(client)

    client.get("/netwerken")


def test_the_adviser_of_a_demo_needs_none_and_its_door_is_on_the_page(demo_app: Flask) -> None:
    with demo_app.app_context(), writing() as session:
        from tests.factories import add_adviser

        add_adviser(session).is_demo = True
    client = PageClient(demo_app)

    client.submit(client.get("/inloggen"), {}, form={"action": "/demo/adviseur"})

    client.get("/netwerken")


def test_the_adviser_of_a_demo_has_no_other_way_in(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app)
    connection.execute(update(Account).where(Account.id == account.id).values(is_demo=True))

    type_password(client, status=422)


def test_elsewhere_there_is_no_door_of_a_demo(client: PageClient) -> None:
    assert client.get("/inloggen").all("form", action="/demo/adviseur") == []


@pytest.mark.parametrize("address", ["/inloggen", "/inloggen/link", "/inloggen/vergeten", "/inloggen/gemaild"])
def test_no_cache_keeps_a_page_on_the_way_in(client: PageClient, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["/inloggen", "/inloggen/link", "/inloggen/vergeten"])
def test_the_pages_speak_english_too(client: PageClient, address: str) -> None:
    page = client.get(f"{address}?taal=en")

    assert page.tree is not None
    assert page.tree.get("lang") == "en"
    assert "wachtwoord" not in page.words.lower()


def test_partners_pages_set_no_cookie_and_depend_on_none(client: PageClient) -> None:
    page = client.get("/")

    assert "Set-Cookie" not in page.headers
    assert "Cookie" not in page.headers.get("Vary", "")


def test_a_helper_signs_in_and_the_pages_of_the_account_open(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    sign_in(app, client)
    with client.http.session_transaction(base_url=HOST) as cookie:
        assert access.SESSION_KEY in cookie
    client.get("/account")


@pytest.mark.parametrize("between", ["/netwerken", "/account", "/beheer"])
def test_opening_a_page_between_the_steps_breaks_nothing_off(
    app: Flask, client: PageClient, connection: Connection, between: str
) -> None:
    phone, _ = connect_app(app, add_account(app, role="administrator"))
    type_password(client)
    form = client.get("/inloggen/stap-2").form(action="/inloggen/stap-2")

    assert client.get(between, 303).location == f"/inloggen?next={between}"

    client.post(form.action, {**form.fields, "code": phone.now()})
    assert methods(connection) == ["password+totp"]


@pytest.mark.parametrize("path", ["/inloggen/stap-2", "/inloggen/stap-2/passkey"])
def test_a_second_step_of_a_browser_that_forgot_leads_back_to_signing_in(
    app: Flask, client: PageClient, connection: Connection, path: str
) -> None:
    phone, _ = connect_app(app, add_account(app))
    type_password(client)
    form = client.get("/inloggen/stap-2").form(action="/inloggen/stap-2")
    client.http = app.test_client()

    page = client.follow(client.post(path, {**form.fields, "code": phone.now()}))

    assert page.address == "/inloggen"
    assert "duurde te lang of is afgebroken" in page.words
    assert methods(connection) == []


def test_a_second_step_that_took_too_long_says_so(
    app: Flask, client: PageClient, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect_app(app, add_account(app))
    type_password(client)
    later(monkeypatch, minutes=11)

    assert "duurde te lang of is afgebroken" in client.follow(client.get("/inloggen/stap-2", 303)).words


@pytest.mark.parametrize("path", ["/inloggen/stap-2", "/inloggen/stap-2/passkey"])
def test_who_came_in_by_another_tab_is_led_on(
    app: Flask, client: PageClient, connection: Connection, path: str
) -> None:
    phone, _ = connect_app(app, add_account(app))
    type_password(client)
    form = client.get("/inloggen/stap-2").form(action="/inloggen/stap-2")
    client.post("/inloggen/stap-2", {**form.fields, "code": phone.now()})

    assert client.post(path, form.fields).location == "/binnen"
    assert client.get("/inloggen/stap-2", 303).location == "/binnen"


def test_a_session_that_is_over_is_forgotten_by_the_browser(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    add_account(app)
    type_password(client)
    connection.execute(delete(AccountSession))

    client.get("/account", 303)

    with client.http.session_transaction(base_url=HOST) as kept:
        assert access.SESSION_KEY not in kept
