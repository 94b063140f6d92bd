"""What tests of alerts by mail do: look, send, choose, and change what is told."""

from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from flask import Flask
from sqlalchemy import func, select, update

from survey.database import reading, writing
from survey.models import Account, AccountMail, Invitation
from survey.models.alert import AlertKind, AlertPace
from survey.queries import alerts as queries
from survey.services import alerts
from survey.work import alerts as work
from survey.work import jobs
from tests.factories import ADVISER_ADDRESS, OpenRound, sign_in
from tests.mail_server import read_mail, words_of
from tests.pages import PageClient
from tests.round_times import open_round_of

#: The round of these tests is open until Monday 23 November.
NETWORK: Final = "Taalnetwerk Waterdam"
ALL_AT_ONCE: Final[Mapping[AlertKind, AlertPace]] = dict.fromkeys(alerts.STANDARD, "at_once")


def open_and_look(app: Flask, client: PageClient) -> OpenRound:
    """Open a round of a network whose adviser and coordinator can sign in, and look at it once."""
    opened = open_round_of(app, {"library": 6, "welfare": 6})
    sign_in(app, client)
    sign_in(app, PageClient(app), role="coordinator", address="hanna@x.example")
    make(app)
    return opened


def make(app: Flask) -> None:
    with app.app_context():
        work.make_due()


def waiting(app: Flask) -> list[UUID]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(AccountMail.id).order_by(AccountMail.asked_at_utc)))


def send(app: Flask, folder: Path) -> list[EmailMessage]:
    """Send what waits, and return what was kept of it."""
    before = set(folder.glob("*.eml"))
    with app.app_context():
        for each in waiting(app):
            jobs.send_account_mail(str(each))
    return [read_mail(path.read_bytes()) for path in sorted(set(folder.glob("*.eml")) - before)]


def told(app: Flask, folder: Path) -> list[str]:
    """Look what there is to tell, send it, and return what the mails say, with whom they are to."""
    make(app)
    return [f"{mail['To']}\n{mail['Subject']}\n{words_of(mail)}" for mail in send(app, folder)]


def choose(app: Flask, chosen: Mapping[AlertKind, AlertPace], address: str = ADVISER_ADDRESS) -> None:
    with app.app_context(), writing() as session:
        account_id = session.scalars(select(Account.id).where(Account.address == address)).one()
        queries.keep_choices(session, account_id=account_id, chosen=chosen)


def change(app: Flask, table: type[Any], **values: Any) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(table).values(**values))


def rows(app: Flask, table: type[Any]) -> int:
    with app.app_context(), reading() as session:
        return session.scalars(select(func.count()).select_from(table)).one()


def bounce(app: Flask, number: int, moment: datetime) -> None:
    """Have the first addresses take no mail since a moment; the others do."""
    with app.app_context(), writing() as session:
        people = session.scalars(select(Invitation).order_by(Invitation.id)).all()
        for place, person in enumerate(people):
            person.bounced_at_utc = moment if place < number else None
