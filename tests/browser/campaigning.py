"""A whole installation that runs: the server, the worker, and a mail server or none; and an adviser of it."""

import re
import time
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Final, TypeVar
from uuid import UUID

from flask import Flask
from playwright.sync_api import Page
from pyotp.totp import TOTP
from sqlalchemy import update

from survey import clock, create_app, migrate
from survey.config import Config
from survey.database import writing
from survey.extensions import db
from survey.mail.settings import MailServer
from survey.models import Account, Invitation, Response, Round
from survey.services.networks import mark_instance
from tests.accounts import PASSWORD, add_account, connect_app
from tests.browser.running import free_port, serving
from tests.browser.visiting import go
from tests.factories import make_config
from tests.mail_server import read_mail, words_of
from tests.worker import Worker, environment_of, worker

T = TypeVar("T")

DESK: Final = (1280, 800)


@dataclass(frozen=True, slots=True)
class Running:
    """An installation: its address, the application beside it on the same database, and the adviser's app for codes."""

    address: str
    app: Flask
    hand: Executor
    worker: Worker
    adviser: Account
    phone: TOTP
    #: Which half minutes had a code that was used.
    used: list[int]

    def do(self, work: Callable[..., T], *arguments: Any, **options: Any) -> T:
        """Do something with the application, in a thread where no event loop of the browser's is running."""
        return self.hand.submit(work, self.app, *arguments, **options).result()

    def code(self) -> str:
        """Return what the adviser's app shows, or shows next where that was used already."""
        now = int(time.time()) // self.phone.interval
        self.used.append(max(now, *(used + 1 for used in self.used)) if self.used else now)
        return self.phone.at(self.used[-1] * self.phone.interval)

    def kept(self) -> list[EmailMessage]:
        """Return the mails that lie in the folder, where there is no mail server."""
        config: Config = self.app.extensions["netwerkspiegel"]
        return self.to_partners(read_mail(path.read_bytes()) for path in (config.data_dir / "mail").glob("*.eml"))

    def to_partners(self, mails: Iterable[EmailMessage]) -> list[EmailMessage]:
        """Leave out what the adviser gets: on a Monday morning that is an overview of the week."""
        return [mail for mail in mails if str(mail["To"]) != self.adviser.address]


@contextmanager
def installed(folder: Path, mail_server: MailServer | None) -> Generator[Running]:
    """Make an installation with one adviser in it, and run it as its operator does."""
    port = free_port()
    settings = make_config(f"sqlite:///{folder}/netwerkspiegel.db", folder)
    address = f"http://127.0.0.1:{port}"
    config = replace(settings, instance="demo", base_url=address, mail_server=mail_server)
    app = create_app(config)
    environment = environment_of(config) | {"PORT": str(port), "WEB_WORKERS": "1", "WEB_THREADS": "8"}
    with ThreadPoolExecutor(1) as hand:
        adviser, phone = hand.submit(_begin, app).result()
        with worker(app) as working, serving(environment, address):
            yield Running(address, app, hand, working, adviser, phone, [])
        hand.submit(_let_go, app).result()


def _begin(app: Flask) -> tuple[Account, TOTP]:
    with app.app_context():
        migrate.upgrade(db.engine)
        with writing() as session:
            mark_instance(session, kind="demo", at=clock.now())
    adviser = add_account(app, role="adviser")
    return adviser, connect_app(app, adviser)[0]


def _let_go(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


def sign_in(page: Page, running: Running) -> None:
    """Sign in as the adviser does: a password, and the code of an app."""
    go(page, "/inloggen")
    page.get_by_label("E-mailadres").fill(running.adviser.address)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_label("Code").fill(running.code())
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url(re.compile("/(netwerken|overzicht)$"))


def an_hour_passes(app: Flask, round_id: UUID) -> None:
    """Let all that happened in a round have happened an hour ago: staff see totals by the full hour."""
    then = clock.now() - timedelta(hours=1)
    rows = {
        "opened_at_utc": (Round, Round.id == round_id),
        "sent_in_at_utc": (Response, Response.round_id == round_id),
        "refused_at_utc": (Invitation, Invitation.round_id == round_id),
    }
    with app.app_context(), writing() as session:
        for moment, (table, ours) in rows.items():
            happened = getattr(table, moment).is_not(None)
            session.execute(update(table).where(ours, happened).values({moment: then}))


def to(mails: Iterable[EmailMessage], address: str) -> list[EmailMessage]:
    """Return the mails to an address."""
    return [mail for mail in mails if str(mail["To"]) == address]


def link_in(mail: EmailMessage, address: str) -> str:
    """Return the path of the personal link in a mail."""
    found = re.search(rf"^{re.escape(address)}(/v/[^/\s]+)$", words_of(mail), re.MULTILINE)
    assert found is not None, words_of(mail)
    return found[1]
