"""Other people's accounts: what an administrator does to them, each noted, and the commands for the first of them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import writing
from survey.errors import Refused
from survey.models import Account, AccountSession, AuditEvent, Network, Passkey, SupportOrganisation
from survey.queries.administrators import lock_administrators
from survey.services import accounts
from survey.services.account_mail import Post
from survey.services.audit import Actor
from tests.accounts import IDA, PASSWORD, account_of, add_account, audited, connect_app, mails, press, type_password
from tests.commands import Run
from tests.factories import KEY
from tests.pages import PageClient

TABLE = Account.__table__
BOSS = Actor(UUID(int=7), None, "192.0.2.0/24")


def post(app: Flask) -> Post:
    return Post(KEY, app.extensions["netwerkspiegel"].mail_from)


def do(app: Flask, account: Account, change: Callable[..., Any], **more: Any) -> None:
    """Do something to an account, as an administrator does."""
    with app.app_context(), writing() as session:
        change(session, session.get_one(Account, account.id), by=BOSS, at=clock.now(), **more)


def test_an_address_is_of_one_account(app: Flask, connection: Connection) -> None:
    add_account(app)

    with pytest.raises(Refused, match="There is an account with this e-mail address already"):
        add_account(app, address=" IDA.Bakker@taalsteun.example ")


@pytest.mark.parametrize(
    "address",
    ["", "ida", "a@b.example,c@d.example", "a@b.example\nBcc: c@d.example", "ß" * 60 + "@" + "ß" * 190 + ".nl"],
)
def test_what_is_no_address_gets_no_account(app: Flask, connection: Connection, address: str) -> None:
    with pytest.raises(Refused):
        add_account(app, address=address)

    assert connection.execute(select(TABLE)).all() == []


def test_every_change_is_noted_with_who_did_it_and_no_name(app: Flask, connection: Connection) -> None:
    account = add_account(app, password=None)
    do(app, account, accounts.invite, post=post(app))
    do(app, account, accounts.change_role, role="adviser")
    do(app, account, accounts.close_account)
    do(app, account, accounts.reopen_account)
    do(app, account, accounts.reset_second_factor, post=post(app))

    rows = connection.execute(select(AuditEvent.__table__).where(AuditEvent.__table__.c.actor_id == BOSS.account_id))
    noted = rows.mappings().all()

    assert sorted(row["action"] for row in noted) == [
        "account.closed", "account.invited", "account.reopened", "account.role_changed", "account.second_factor_reset",
    ]  # fmt: skip
    assert {row["object_id"] for row in noted} == {account.id}
    assert {row["support_organisation_id"] for row in noted} == {account.support_organisation_id}
    assert not any(word in repr(noted) for word in ("Ida", "taalsteun.example"))


def test_what_changes_nothing_is_not_noted(app: Flask, connection: Connection) -> None:
    account = add_account(app)
    do(app, account, accounts.change_role, role="coordinator")
    do(app, account, accounts.reopen_account)
    do(app, account, accounts.close_account)
    do(app, account, accounts.close_account)

    assert audited(connection) == ["account.added", "account.closed"]


def test_one_who_is_invited_and_did_not_come_yet_administers_nothing(app: Flask, connection: Connection) -> None:
    account = add_account(app, role="administrator")
    invited = add_account(app, address="joris@taalsteun.example", role="administrator")
    connection.execute(update(Account).where(Account.id == invited.id).values(joined_at_utc=None))

    with pytest.raises(Refused, match="last administrator"):
        do(app, account, accounts.close_account)
    with pytest.raises(Refused, match="last administrator"):
        do(app, account, accounts.change_role, role="adviser")
    with app.app_context(), writing() as session:
        assert [each for each, _ in lock_administrators(session)] == [account.id]


def test_the_last_administrator_stays_one(app: Flask, connection: Connection) -> None:
    account = add_account(app, role="administrator")

    with pytest.raises(Refused, match="last administrator"):
        do(app, account, accounts.close_account)
    with pytest.raises(Refused, match="last administrator"):
        do(app, account, accounts.change_role, role="adviser")

    add_account(app, address="joris@taalsteun.example", role="administrator")
    do(app, account, accounts.close_account)
    assert account_of(app, account.id).active is False


def test_who_lost_the_second_step_begins_again(app: Flask, client: PageClient, connection: Connection) -> None:
    account = add_account(app, role="adviser")
    phone, _ = connect_app(app, account)
    type_password(client)
    press(client, "/inloggen/stap-2", {"code": phone.now()})

    do(app, account, accounts.reset_second_factor, post=post(app))

    client.get("/account", 303)
    assert connection.execute(select(Passkey.__table__)).all() == []
    assert account_of(app, account.id).mf_recovery_codes is None
    (mail,) = mails(app)
    assert "weggehaald door een beheerder" in mail.text
    client.follow(client.follow(type_password(client), 303))


def test_a_closed_account_is_not_invited(app: Flask, connection: Connection) -> None:
    account = add_account(app, password=None)
    do(app, account, accounts.close_account)

    with pytest.raises(Refused, match="Reopen it first"):
        do(app, account, accounts.invite, post=post(app))


def test_an_archived_organisation_signs_nobody_in(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    type_password(client)

    connection.execute(update(SupportOrganisation).values(archived_at_utc=clock.now()))

    client.get("/account", 303)
    type_password(client, status=422)


@pytest.mark.parametrize("role", ["coordinator", "adviser", "administrator"])
@pytest.mark.parametrize("change", [accounts.close_account, accounts.reset_second_factor])
def test_what_takes_rights_away_does_so_at_once(
    app: Flask, client: PageClient, connection: Connection, role: Any, change: Callable[..., Any]
) -> None:
    add_account(app, address="baas@taalsteun.example", role="administrator")
    account = add_account(app, role=role)
    type_password(client)
    more = {"post": post(app)} if change is accounts.reset_second_factor else {}

    do(app, account, change, **more)

    assert connection.execute(select(AccountSession.__table__)).all() == []
    client.get("/account", 303)


ADD = ["account", "add", "Ida Bakker", "--email", IDA, "--support", "Taalsteun Midden"]


def test_the_first_administrator_is_added_by_a_command_and_takes_the_link(
    app: Flask, client: PageClient, connection: Connection, run: Run
) -> None:
    lines = run(*ADD)

    assert lines[0] == "Added the account of Ida Bakker."
    assert lines[-1].startswith("https://spiegel.example/account/uitnodiging/")
    press(client, lines[-1].removeprefix("https://spiegel.example"), {"password": PASSWORD, "again": PASSWORD})
    assert client.get("/netwerken", 303).location == "/account/tweede-stap"
    (row,) = connection.execute(select(TABLE.c.role, TABLE.c.address)).all()
    assert tuple(row) == ("administrator", IDA)


def test_accounts_are_listed_with_their_state(app: Flask, connection: Connection, run: Run) -> None:
    assert run("account", "list") == ["There are no accounts yet. Add one with 'account add'."]
    run(*ADD)
    add_account(app, address="joris@taalsteun.example")

    assert sorted(run("account", "list")) == [
        f"Ida Bakker  ({IDA})  administrator  Taalsteun Midden  invited",
        "Ida Bakker  (joris@taalsteun.example)  coordinator  Taalsteun Midden  in use",
    ]


def test_commands_close_invite_and_reset(app: Flask, connection: Connection, run: Run) -> None:
    account = add_account(app, password=None)
    assert "account/uitnodiging/" in run("account", "invite", IDA.upper())[-1]
    connect_app(app, account)
    run("account", "reset-second-factor", IDA)
    run("account", "close", IDA)

    kept = account_of(app, account.id)
    assert (kept.active, kept.tf_primary_method) == (False, None)
    assert connection.execute(select(AuditEvent.__table__.c.place).distinct()).scalars().all() == ["command line"]


def test_a_command_closes_neither_the_last_administrator_nor_who_looks_after_networks(
    app: Flask, connection: Connection, fails: Callable[..., str], run: Run
) -> None:
    account = add_account(app, role="administrator")
    assert fails("account", "close", IDA, "--anyway").startswith("This is the last administrator")

    with app.app_context(), writing() as session:
        for number in range(7):
            session.add(
                Network(
                    id=uuid4(),
                    support_organisation_id=account.support_organisation_id,
                    adviser_id=account.id,
                    name=f"Net {number}",
                    province="PV26",
                )
            )
    add_account(app, role="administrator", address="bea@taalsteun.example")

    assert "Net 3, Net 4 and 2 more. Hand them over" in fails("account", "close", IDA)
    assert account_of(app, account.id).active
    run("account", "close", IDA, "--anyway")
    assert not account_of(app, account.id).active


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["account", "close", "x@x.example"], "There is no account with this address."),
        ([*ADD[:4], "ida", *ADD[5:]], "'ida' is no e-mail address"),
        (["account", "add", " ", *ADD[3:]], "Give the account a name."),
    ],
)
def test_a_command_says_what_is_wrong(fails: Callable[..., str], arguments: list[str], said: str) -> None:
    assert said in fails(*arguments)


def test_with_a_mail_server_the_link_is_not_printed(
    app: Flask, connection: Connection, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from tests.mail_server import server_at

    config = app.extensions["netwerkspiegel"]
    monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(config, mail_server=server_at(25)))

    lines = run(*ADD)

    assert not any("uitnodiging" in line for line in lines)
    assert [mail.to for mail in mails(app)] == [IDA]
