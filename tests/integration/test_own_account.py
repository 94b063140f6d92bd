"""One's own account: ways in are changed by their owner alone, who is told by mail, and at the right moment only."""

from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from pyotp import parse_uri
from pyotp.totp import TOTP
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import writing
from survey.models import Account, AccountSession, Passkey
from survey.services import second_factor
from tests.accounts import OTHER_PASSWORD, account_of, add_account, audited, connect_app, mails, press, type_password
from tests.factories import KEY
from tests.lost_links import noted
from tests.pages import Page, PageClient

SESSIONS = AccountSession.__table__
CHANGED = "Er is iets veranderd aan je account bij Netwerkspiegel"
RECENT = ["/account/wachtwoord", "/account/tweede-stap", "/account/herstelcodes", "/account/passkeys", "/account/adres"]
PAGES = ["/account", "/account/gegevens", "/account/sessies", *RECENT]


def later(monkeypatch: pytest.MonkeyPatch, **time: float) -> None:
    moment = clock.now() + timedelta(**time)
    monkeypatch.setattr(clock, "now", lambda: moment)


def add_passkey(app: Flask, account: Account, name: str = "telefoon") -> Passkey:
    """Add a passkey that no device has."""
    with app.app_context(), writing() as session:
        row = Passkey(
            id=uuid4(), account_id=account.id, credential_id=name.encode(), public_key=b"x", backup_state=False,
            device_type="single_device", lastuse_datetime=clock.now(), name=name, usage="first",
        )  # fmt: skip
        session.add(row)
    return row


def shown_app(page: Page) -> TOTP:
    """Return the app that the page asks somebody to connect."""
    (secret,) = page.all("code", class_="typed-over")
    return TOTP((secret.text or "").replace(" ", ""))


@pytest.fixture
def account(app: Flask, connection: Connection) -> Account:
    return add_account(app)


@pytest.fixture
def inside(app: Flask, client: PageClient, account: Account) -> PageClient:
    """The browser of who signed in just now."""
    type_password(client)
    return client


@pytest.mark.parametrize("path", PAGES)
def test_reading_the_own_pages_writes_nothing(
    app: Flask, inside: PageClient, account: Account, connection: Connection, path: str
) -> None:
    add_passkey(app, account)
    connect_app(app, account)

    with noted(connection) as seen:
        inside.get(path)

    assert not any(statement.startswith(("INSERT", "UPDATE", "DELETE")) for statement in seen)


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_is_asked_to_sign_in(client: PageClient, path: str) -> None:
    assert client.get(path, 303).location == f"/inloggen?next={path}"


@pytest.mark.parametrize("path", RECENT)
def test_a_screen_left_open_does_not_change_ways_in(
    inside: PageClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=31)
    page = inside.get(path, 303)

    assert page.location == f"/inloggen?next={path}"
    assert "Log nog een keer in" in inside.follow(page).words
    token = inside.get("/account").form(action="/uitloggen").fields["csrf_token"]
    assert inside.post(path, {"csrf_token": token}).location == "/inloggen?next=/account"


def test_the_overview_shows_the_ways_in(app: Flask, inside: PageClient, account: Account) -> None:
    add_passkey(app, account, "mijn telefoon")
    connect_app(app, account)

    words = inside.get("/account").words

    for said in (
        "Ida Bakker",
        account.address,
        "Taalsteun Midden",
        "Gekoppeld",
        "mijn telefoon",
        "nog 10 codes",
        "in 1 browser",
    ):
        assert said in words


def test_details_are_changed(app: Flask, inside: PageClient, account: Account, connection: Connection) -> None:
    page = inside.follow(press(inside, "/account/gegevens", {"name": " Ida  de Bakker ", "language": "en"}))

    assert account_of(app, account.id).name == "Ida de Bakker"
    assert "Your details are saved." in page.words
    assert "account.details_changed" in audited(connection)


@pytest.mark.parametrize("typed", ["Ida\r\nBcc: x@evil.example", "Ida\tBakker", "Ida\u202eBakker", "Ida\u2028Bakker"])
def test_a_name_in_which_something_cannot_be_seen_is_refused_as_everywhere(
    app: Flask, inside: PageClient, account: Account, typed: str
) -> None:
    details = press(inside, "/account/gegevens", {"name": typed}, 422)
    passkey = press(inside, "/account/passkeys", {"name": typed, "credential": "{}"}, 422)

    for page in (details, passkey):
        assert "onzichtbaar teken" in " ".join(page.one("p", id="name-e").itertext())
    assert account_of(app, account.id).name == "Ida Bakker"


@pytest.mark.parametrize("fields", [{"name": ""}, {"name": "\x00"}, {"name": "x" * 201}, {"language": "xx"}])
def test_wrong_details_are_told(app: Flask, inside: PageClient, account: Account, fields: dict[str, str]) -> None:
    page = press(inside, "/account/gegevens", fields, 422)

    assert page.title.startswith("Fout:")
    assert account_of(app, account.id).name == "Ida Bakker"


def test_nothing_else_can_be_set_with_the_details(app: Flask, inside: PageClient, account: Account) -> None:
    press(inside, "/account/gegevens", {"role": "administrator", "address": "x@x.example", "active": ""})

    kept = account_of(app, account.id)
    assert (kept.role, kept.address, kept.active) == ("coordinator", account.address, True)


def test_another_password_ends_all_other_sessions(
    app: Flask, inside: PageClient, account: Account, connection: Connection
) -> None:
    other = PageClient(app)
    type_password(other)

    press(inside, "/account/wachtwoord", {"password": OTHER_PASSWORD, "again": OTHER_PASSWORD})

    inside.get("/account")
    other.get("/account", 303)
    assert [mail.subject for mail in mails(app)] == [CHANGED]
    type_password(other, password=OTHER_PASSWORD)


def test_sessions_are_listed_and_ended_one_by_one(app: Flask, inside: PageClient, connection: Connection) -> None:
    other = PageClient(app)
    type_password(other, headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    page = inside.get("/account/sessies")
    assert "Firefox, Windows" in page.words
    assert "(deze browser)" in page.words
    (button,) = [form for form in page.all("form") if (form.get("action") or "").endswith("/einde")]

    inside.submit(page, {}, form={"action": button.get("action", "")})

    other.get("/account", 303)
    assert "account.session_ended" in audited(connection)
    inside.get("/account")


def test_all_other_sessions_are_ended_at_once(app: Flask, inside: PageClient, connection: Connection) -> None:
    others = [PageClient(app), PageClient(app)]
    for other in others:
        type_password(other)

    inside.submit(inside.get("/account/sessies"), {}, form={"action": "/account/sessies/andere"})

    for other in others:
        other.get("/account", 303)
    inside.get("/account")


def test_the_session_of_somebody_else_does_not_exist(app: Flask, inside: PageClient, connection: Connection) -> None:
    add_account(app, address="joris@taalsteun.example")
    other = PageClient(app)
    type_password(other, address="joris@taalsteun.example")
    ids = connection.execute(
        select(SESSIONS.c.id).join(Account.__table__).where(Account.__table__.c.address == "joris@taalsteun.example")
    )
    token = inside.get("/account").form(action="/uitloggen").fields["csrf_token"]

    for wanted in (ids.scalar_one(), uuid4()):
        inside.post(f"/account/sessies/{wanted}/einde", {"csrf_token": token}, 404)

    other.get("/account")


def test_an_app_is_connected_once_its_code_is_right(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app, role="adviser")
    type_password(client)
    page = client.get("/account/tweede-stap")
    phone = shown_app(page)
    assert page.one("{http://www.w3.org/2000/svg}svg", class_="qr") is not None

    shown = client.submit(page, {"code": phone.now()}, 200, form={"action": "/account/tweede-stap"})

    codes = [code.text for item in shown.all("ul", class_="codes plain") for code in item.iter("code")]
    assert len(codes) == 10
    assert shown.one("a", download=None).get("href", "").startswith("data:text/plain")
    client.get("/netwerken")
    assert account_of(app, account.id).tf_primary_method == "authenticator"
    assert phone.secret not in repr(account_of(app, account.id).tf_totp_secret)
    assert [mail.subject for mail in mails(app)] == [CHANGED]
    assert "account.app_set_up" in audited(connection)


def test_the_address_that_an_app_scans_names_the_account(app: Flask, account: Account) -> None:
    with app.app_context():
        secret = second_factor.opened_secret(account, second_factor.new_secret(account, KEY), KEY)
        assert secret is not None
        drawn = second_factor.picture(account, secret)

    assert "style=" not in drawn
    assert drawn.startswith("<svg")


def test_on_the_phone_itself_a_link_opens_the_app(app: Flask, inside: PageClient, account: Account) -> None:
    page = inside.get("/account/tweede-stap")

    (link,) = [each for each in page.all("a", href=None) if each.get("href", "").startswith("otpauth:")]
    asked = parse_uri(link.get("href", ""))

    assert "Open je app op deze telefoon" in "".join(link.itertext())
    assert (asked.issuer, asked.name) == ("Netwerkspiegel", account.address)
    inside.submit(page, {"code": asked.now()}, 200, form={"action": "/account/tweede-stap"})  # type: ignore[union-attr]  # it is by time


def test_a_wrong_code_keeps_the_picture(app: Flask, inside: PageClient, account: Account) -> None:
    page = inside.get("/account/tweede-stap")

    again = inside.submit(page, {"code": "000000"}, 422, form={"action": "/account/tweede-stap"})

    assert shown_app(again).secret == shown_app(page).secret
    assert account_of(app, account.id).tf_primary_method is None


@pytest.mark.parametrize("secret", ["", "x", "\udce9", "gAAAAA"])
def test_a_made_up_secret_connects_nothing(app: Flask, inside: PageClient, account: Account, secret: str) -> None:
    page = inside.get("/account/tweede-stap")
    changes = {"code": shown_app(page).now(), "secret": secret.encode("utf-8", "surrogateescape")}

    inside.submit(page, changes, 422, form={"action": "/account/tweede-stap"})  # type: ignore[arg-type]  # bytes as well

    assert account_of(app, account.id).tf_primary_method is None


def test_the_secret_of_somebody_elses_page_connects_nothing(
    app: Flask, inside: PageClient, account: Account, connection: Connection
) -> None:
    other = add_account(app, address="joris@taalsteun.example")
    with app.app_context():
        sealed = second_factor.new_secret(other, KEY)
        secret = second_factor.opened_secret(other, sealed, KEY)
        assert secret is not None
        code = TOTP(second_factor.readable(secret).replace(" ", "")).now()

    press(inside, "/account/tweede-stap", {"secret": sealed, "code": code}, 422)

    assert account_of(app, account.id).tf_primary_method is None


def test_an_app_is_disconnected(app: Flask, inside: PageClient, account: Account, connection: Connection) -> None:
    connect_app(app, account)

    inside.submit(inside.get("/account"), {}, form={"action": "/account/tweede-stap/weg"})

    kept = account_of(app, account.id)
    assert (kept.tf_primary_method, kept.tf_totp_secret, kept.mf_recovery_codes) == (None, None, None)
    assert [mail.subject for mail in mails(app)] == [CHANGED]


def test_new_recovery_codes_replace_the_old(app: Flask, inside: PageClient, account: Account) -> None:
    _, old = connect_app(app, account)

    page = press(inside, "/account/herstelcodes", status=200)
    other = PageClient(app)
    type_password(other)

    assert not any(code in page.text for code in old)
    press(other, "/inloggen/stap-2", {"code": old[0]}, 422)
    (first, *_) = [code.text or "" for item in page.all("ul", class_="codes plain") for code in item.iter("code")]
    press(other, "/inloggen/stap-2", {"code": first})


def test_of_two_changes_at_the_same_moment_the_second_is_told(
    app: Flask, inside: PageClient, account: Account, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else changes the account between our look and our change."""
    connect_app(app, account)
    page = inside.get("/account/herstelcodes")
    real = second_factor.make_recovery_codes

    def meanwhile(mine: Account, key: bytes) -> list[str]:
        connection.execute(update(Account).where(Account.id == mine.id).values(version=mine.version + 1))
        return real(mine, key)

    monkeypatch.setattr(second_factor, "make_recovery_codes", meanwhile)

    told = inside.submit(page, {}, 409, form={"action": "/account/herstelcodes"})

    assert "Dit account is net veranderd" in told.words


def test_a_recovery_code_used_twice_at_the_same_moment_lets_one_in(
    app: Flask, client: PageClient, account: Account, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, codes = connect_app(app, account)
    type_password(client)
    page = client.get("/inloggen/stap-2")
    real = second_factor.use_recovery_code

    def meanwhile(mine: Account, typed: str, key: bytes) -> bool:
        connection.execute(update(Account).where(Account.id == mine.id).values(version=mine.version + 1))
        return real(mine, typed, key)

    monkeypatch.setattr(second_factor, "use_recovery_code", meanwhile)

    client.submit(page, {"code": codes[0]}, 409, form={"action": "/inloggen/stap-2"})

    assert connection.execute(select(SESSIONS)).all() == []


def test_a_passkey_is_taken_away_by_its_owner_alone(
    app: Flask, inside: PageClient, account: Account, connection: Connection
) -> None:
    mine = add_passkey(app, account)
    others = add_passkey(app, add_account(app, address="joris@taalsteun.example"), "van joris")
    token = inside.get("/account").form(action="/uitloggen").fields["csrf_token"]

    inside.post(f"/account/passkeys/{others.id}/weg", {"csrf_token": token}, 404)
    inside.submit(inside.get("/account/passkeys"), {}, form={"action": f"/account/passkeys/{mine.id}/weg"})

    assert connection.execute(select(Passkey.__table__.c.name)).scalars().all() == ["van joris"]
    assert "account.passkey_taken_away" in audited(connection)


def test_who_has_a_passkey_is_asked_for_it_after_the_password(app: Flask, client: PageClient, account: Account) -> None:
    add_passkey(app, account)

    assert type_password(client).location == "/inloggen/stap-2"
    assert "Een van je herstelcodes." in client.get("/inloggen/stap-2").words


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/account"])
def test_no_form_is_taken_without_its_token(inside: PageClient, path: str) -> None:
    if path != "/account/sessies":
        inside.post(path, {}, 400)
    inside.post("/account/sessies/andere", {}, 400)


def test_an_account_page_speaks_english_to_who_reads_english(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    account = add_account(app, language="en")
    connect_app(app, account)
    with app.app_context(), writing() as session:
        session.get_one(Account, account.id).tf_primary_method = None
        session.get_one(Account, account.id).tf_totp_secret = None
    type_password(client)

    for path in PAGES:
        page = client.get(path)
        assert page.tree is not None
        assert page.tree.get("lang") == "en"
