"""Accounts in tests: made with a password or an app, signed in by the pages, and the mails they are sent."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from flask import Flask
from pyotp.totp import TOTP
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from survey import clock
from survey.database import reading, writing
from survey.mail import texts
from survey.models import Account, AccountMail, AuditEvent
from survey.models.account import Role
from survey.services import account_mail, accounts, audit, networks, passwords, second_factor
from tests.factories import KEY
from tests.pages import HOST, Page, PageClient

#: Neither common nor about anybody.
PASSWORD: Final = "paarse kameel fietst zaterdag"  # noqa: S105 -- of nobody
OTHER_PASSWORD: Final = "groene tafel zwemt dinsdag"  # noqa: S105 -- of nobody
SUPPORT: Final = "Taalsteun Midden"
IDA: Final = "ida.bakker@taalsteun.example"


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as its reader sees it."""

    to: str
    subject: str
    text: str

    @property
    def link(self) -> str:
        """The path of the one link in it."""
        (found,) = re.findall(rf"{HOST}(\S+)", self.text)
        return found


@lru_cache(maxsize=4)
def _hash(app: Flask, password: str) -> str:
    with app.app_context():
        return passwords.hashed(password)


def add_account(
    app: Flask, *, address: str = IDA, role: Role = "coordinator", password: str | None = PASSWORD, language: str = "nl"
) -> Account:
    """Add somebody who took up the invitation long ago; without ``password``: who did not yet."""
    with app.app_context(), writing() as session:
        support = networks.add_support_organisation(session, name=SUPPORT)
        account = accounts.add_account(
            session,
            support_id=support.id,
            name="Ida Bakker",
            address=address,
            role=role,
            language=language,
            by=audit.COMMAND_LINE,
            at=clock.now(),
        )
        if password is not None:
            account.password = _hash(app, password)
            account.joined_at_utc = clock.now()
    return account


def connect_app(app: Flask, account: Account) -> tuple[TOTP, list[str]]:
    """Connect an app for codes; return it, and the recovery codes."""
    with app.app_context(), writing() as session:
        mine = session.get_one(Account, account.id)
        secret = second_factor.opened_secret(mine, second_factor.new_secret(mine, KEY), KEY)
        assert secret is not None
        mine.tf_primary_method, mine.tf_totp_secret = second_factor.AN_APP, secret
        codes = second_factor.make_recovery_codes(mine, KEY)
        return TOTP(second_factor.readable(secret).replace(" ", "")), codes


def type_password(
    client: PageClient,
    *,
    address: str = IDA,
    password: str = PASSWORD,
    status: int = 303,
    leads_to: str = "",
    **more: Any,
) -> Page:
    """Fill in the page to sign in, as somebody does."""
    page = client.get(f"/inloggen?next={leads_to}" if leads_to else "/inloggen", **more)
    form = page.form(action="/inloggen?taal=nl")
    return client.post(form.action, {**form.fields, "address": address, "password": password}, status, **more)


def press(client: PageClient, address: str, changes: dict[str, str] | None = None, status: int = 303) -> Page:
    """Open a page and send its own form, with these changes."""
    path = address.partition("?")[0]
    return client.submit(client.get(address), changes or {}, status, form={"action": path})


def account_of(app: Flask, account_id: UUID) -> Account:
    with app.app_context(), reading() as session:
        return session.get_one(Account, account_id)


def audited(connection: Connection, *, beginning: str = "account.") -> list[str]:
    """Return what the audit log says of accounts, sorted."""
    rows = connection.execute(select(AuditEvent.action)).scalars()
    return sorted(action for action in rows if action.startswith(beginning))


def mails(app: Flask) -> list[Mail]:
    """Return the mails that the worker would send now, and take them away."""
    with app.test_request_context(), writing() as session:
        return [mail for row in session.scalars(select(AccountMail)) if (mail := _written(session, row))]


def _written(session: Session, row: AccountMail) -> Mail | None:
    ready = account_mail.prepare(session, mail_id=row.id, key=KEY, base_url=HOST, at=clock.now())
    account_mail.finish(session, mail_id=row.id)
    if ready is None:
        return None
    text = texts.write(ready.template, ready.language, **ready.values)
    return Mail(ready.to, text.subject, text.plain)
