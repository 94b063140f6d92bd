"""Passkeys without a device: what is forged, old, answered before or for another purpose opens nothing.

That a real browser's passkey does sign in is tested in tests/browser.
"""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import writing
from survey.models import Account, AccountSession, Passkey
from survey.services import account_links, passkeys
from survey.services.passkeys import Site
from survey.services.sign_in_limits import PASSWORD, may_try_near
from tests.accounts import IDA, account_of, add_account, audited, type_password
from tests.factories import KEY
from tests.pages import HOST, Page, PageClient
from tests.soft_device import SoftDevice, options

SITE = Site(KEY, HOST)


@pytest.fixture
def account(app: Flask, connection: Connection) -> Account:
    return add_account(app)


@pytest.fixture
def device() -> SoftDevice:
    return SoftDevice(HOST)


def add_passkey(
    client: PageClient, device: SoftDevice, *, name: str = "telefoon", status: int = 200, **wrong: Any
) -> Page:
    """Add a passkey as a browser does."""
    page = client.get("/account/passkeys")
    made = device.make(options(page, "create"), **wrong)
    return client.submit(page, {"name": name, "credential": made}, status, form={"action": "/account/passkeys"})


def use_passkey(client: PageClient, device: SoftDevice, *, status: int = 303, **wrong: Any) -> Page:
    page = client.get("/inloggen")
    signed = device.sign(options(page, "get"), **wrong)
    return client.submit(page, {"credential": signed}, status, form={"action": "/inloggen/passkey?taal=nl"})


def sessions(connection: Connection) -> list[str]:
    return list(connection.execute(select(AccountSession.__table__.c.method)).scalars())


def test_a_passkey_is_added_and_signs_in(app: Flask, client: PageClient, account: Account, device: SoftDevice) -> None:
    type_password(client)
    page = add_passkey(client, device)
    assert len(page.one("ul", class_="codes plain").findall("li")) == 10

    other = PageClient(app)
    assert use_passkey(other, device).location == "/binnen"
    assert "telefoon" in other.get("/account").words


def test_a_second_passkey_keeps_the_recovery_codes(app: Flask, client: PageClient, account: Account) -> None:
    type_password(client)
    add_passkey(client, SoftDevice(HOST))
    before = account_of(app, account.id).mf_recovery_codes

    add_passkey(client, SoftDevice(HOST), name="laptop", status=303)

    assert account_of(app, account.id).mf_recovery_codes == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"}, {"host": "evil.example"}, {"challenge": b"x" * 56}, {"challenge": b""},
        {"kind": "webauthn.get"}, {"flags": 0x41}, {"flags": 0x44},
    ],
)  # fmt: skip
def test_a_forged_passkey_is_not_added(
    client: PageClient, account: Account, device: SoftDevice, connection: Connection, wrong: dict[str, Any]
) -> None:
    type_password(client)

    page = add_passkey(client, device, status=422, **wrong)

    assert "De passkey kon niet worden toegevoegd." in page.words
    assert connection.execute(select(Passkey.__table__)).all() == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"}, {"host": "evil.example"}, {"challenge": b"x" * 56},
        {"kind": "webauthn.create"},
        {"flags": 0x01}, {"signature": b"0" * 70}, {"credential_id": b"another"},
    ],
)  # fmt: skip
def test_a_forged_answer_signs_nobody_in(
    app: Flask, client: PageClient, account: Account, device: SoftDevice, connection: Connection, wrong: dict[str, Any]
) -> None:
    type_password(client)
    add_passkey(client, device)

    page = use_passkey(PageClient(app), device, status=422, **wrong)

    assert "Deze passkey werkte niet" in page.words
    assert sessions(connection) == ["password"]


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "x",
        "[]",
        "null",
        "{}",
        '{"response": 1}',
        '{"response": {"clientDataJSON": "e30"}}',
        "[" * 5_000,
        "x" * 30_000,
    ],
)
def test_nonsense_signs_nobody_in(client: PageClient, connection: Connection, credential: str) -> None:
    page = client.get("/inloggen")

    client.submit(page, {"credential": credential}, 422, form={"action": "/inloggen/passkey?taal=nl"})

    assert sessions(connection) == []


def test_an_answer_counts_once(app: Flask, client: PageClient, account: Account) -> None:
    device = SoftDevice(HOST, counts=False)
    type_password(client)
    add_passkey(client, device)
    other = PageClient(app)
    page = other.get("/inloggen")
    signed = device.sign(options(page, "get"))
    other.submit(page, {"credential": signed}, form={"action": "/inloggen/passkey?taal=nl"})

    third = PageClient(app)
    third.submit(third.get("/inloggen"), {"credential": signed}, 422, form={"action": "/inloggen/passkey?taal=nl"})


def test_a_challenge_is_for_a_quarter_of_an_hour_and_one_purpose(
    account: Account, device: SoftDevice, connection: Connection
) -> None:
    now = clock.now()

    def taken(purpose: str, minutes: int) -> bool:
        asked = (
            passkeys.registering(account, [], site=SITE, at=now)
            if purpose == "register"
            else passkeys.asking(site=SITE, at=now)
        )
        at = now + timedelta(minutes=minutes)
        with writing() as session:
            return passkeys.register(session, account, device.make(asked), "x", site=SITE, at=at) is not None

    assert not taken("register", 16)
    assert not taken("sign in", 0)
    with writing() as session:
        mine = session.get_one(Account, account.id)
        made = device.make(passkeys.registering(mine, [], site=SITE, at=now))
        assert passkeys.register(session, mine, made, "x", site=SITE, at=now) is not None


def test_the_challenge_of_somebody_else_adds_nothing(
    app: Flask, account: Account, device: SoftDevice, connection: Connection
) -> None:
    other = add_account(app, address="joris@taalsteun.example")
    made = device.make(passkeys.registering(other, [], site=SITE, at=clock.now()))

    with writing() as session:
        mine = session.get_one(Account, account.id)
        assert passkeys.register(session, mine, made, "x", site=SITE, at=clock.now()) is None


def test_a_passkey_of_somebody_else_is_no_second_step(
    app: Flask, client: PageClient, account: Account, connection: Connection
) -> None:
    type_password(client)
    add_passkey(client, SoftDevice(HOST))
    add_account(app, address="joris@taalsteun.example")
    theirs, other = SoftDevice(HOST), PageClient(app)
    type_password(other, address="joris@taalsteun.example")
    add_passkey(other, theirs)

    third = PageClient(app)
    type_password(third, address=IDA)
    page = third.get("/inloggen/stap-2")
    signed = theirs.sign(options(page, "get"))
    third.submit(page, {"credential": signed}, 422, form={"action": "/inloggen/stap-2/passkey"})

    assert sorted(sessions(connection)) == ["password", "password"]


def test_the_passkey_of_a_closed_account_opens_nothing(
    app: Flask, client: PageClient, account: Account, device: SoftDevice, connection: Connection
) -> None:
    type_password(client)
    add_passkey(client, device)
    connection.execute(update(Account).values(active=False, closed_at_utc=clock.now()))

    use_passkey(PageClient(app), device, status=422)


def test_names_of_passkeys_differ_and_are_not_empty(client: PageClient, account: Account) -> None:
    type_password(client)
    add_passkey(client, SoftDevice(HOST))

    assert "al een passkey met deze naam" in add_passkey(client, SoftDevice(HOST), status=422).words
    assert "Geef een naam op." in add_passkey(client, SoftDevice(HOST), name=" ", status=422).words


def test_an_account_has_room_for_ten(app: Flask, client: PageClient, account: Account) -> None:
    type_password(client)
    add_passkey(client, SoftDevice(HOST))
    for number in range(passkeys.MOST - 1):
        add_passkey(client, SoftDevice(HOST), name=f"sleutel {number}", status=303)

    assert (
        "zoveel passkeys als bij een account passen"
        in add_passkey(client, SoftDevice(HOST), name="x", status=422).words
    )


def test_an_invitation_is_taken_up_with_a_passkey(
    app: Flask, client: PageClient, connection: Connection, device: SoftDevice
) -> None:
    account = add_account(app, password=None, role="adviser")
    link = f"/account/uitnodiging/{account_links.make(account, 'invitation', key=KEY, at=clock.now())}"
    page = client.get(link)
    made = device.make(options(page, "create"))

    shown = client.submit(page, {"name": "telefoon", "credential": made}, 200, form={"action": f"{link}/passkey"})

    assert len(shown.one("ul", class_="codes plain").findall("li")) == 10
    client.get("/netwerken")
    client.get(link, 404)


def test_nonsense_does_not_fill_the_log(client: PageClient, connection: Connection) -> None:
    """Each failure is noted, so there is an end to them."""
    with writing() as session:
        for _ in range(PASSWORD.near):
            may_try_near(session, PASSWORD, "127.0.0.0/24", key=KEY, at=clock.now())
    page = client.get("/inloggen")

    refused = client.submit(page, {"credential": "x"}, 429, form={"action": "/inloggen/passkey?taal=nl"})

    assert "Dit is te vaak geprobeerd" in refused.words
    assert audited(connection) == []
