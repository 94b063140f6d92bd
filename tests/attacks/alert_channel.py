"""The channels of alerts: what an adviser is mailed about networks, and the page on which that is chosen."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.mail import texts
from survey.mail.folder import mail_folder
from survey.models import Account, AccountMail, AlertTold, Network
from survey.models.alert import AlertKind, AlertPace
from survey.queries import alerts as queries
from survey.services import alerts
from survey.services.account_mail import Ready
from survey.services.dashboards.alerting import alerts_of
from survey.work import alerts as work
from survey.work import jobs
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES, everything_on
from tests.attacks.staff_channels import OWN_MARK
from tests.attacks.staff_walk import clean
from tests.factories import sign_in
from tests.mail_server import all_of, read_mail
from tests.pages import HOST, PageClient

PAGE: Final = "/overzicht/meldingen"
AT_ONCE: Final[Mapping[AlertKind, AlertPace]] = dict.fromkeys(alerts.STANDARD, "at_once")
#: Another one in each mail.
_MARKS: Final = re.compile(r"^(Message-ID|Date|Content-Type): .*$", re.MULTILINE)


def alert_mails(attacked: Attacked) -> str:
    """Return all that the adviser of a closed round would be mailed about now, and the page, in both languages."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ("adviser", "administrator"):
        sign_in(attacked.app, client, role=role)
        said += [everything_on(client.get(PAGE)), everything_on(client.get("/account"))]
    return OWN_MARK.sub("", "\n".join([*said, *_would_say(attacked)]))


def _would_say(attacked: Attacked) -> Iterator[str]:
    with attacked.app.app_context(), reading() as session:
        account_id = session.get_one(Network, attacked.round.network_id).adviser_id
        found = alerts_of(session, account_id=account_id, at=clock.now())
        keys = [[each.key.kind, each.key.subject_id.hex, each.key.day.isoformat()] for each in found]
        values = {"keys": keys, "account_id": account_id.hex, "base_url": HOST, "name": "Joris Veenstra"}
        for language in LANGUAGES:
            for is_weekly in (False, True):
                ready = Ready("<1@x.example>", "", language, alerts.TEMPLATE, {**values, "is_weekly": is_weekly})
                written = alerts.written(session, ready, at=clock.now())
                if written is not None:
                    text = texts.write(written.template, language, **written.values)
                    yield f"{text.subject}\n{text.plain}\n{text.html}"


def everybody_wants_all_at_once(app: Flask) -> None:
    """Have every account choose to be told everything as soon as that can be."""
    with app.app_context(), writing() as session:
        for account_id in session.scalars(select(Account.id)).all():
            queries.keep_choices(session, account_id=account_id, chosen=AT_ONCE)
        for account in session.scalars(select(Account).where(Account.joined_at_utc.is_(None))):
            account.joined_at_utc = clock.now()


def make(app: Flask) -> int:
    """Look what there is to tell, as the worker does; return how many mails wait."""
    with app.app_context():
        work.make_due()
        with reading() as session:
            return len(session.scalars(select(AccountMail.id)).all())


def send(app: Flask) -> list[str]:
    """Send what waits; return everything in the mails, by whom they are for, but for ids and times."""
    folder = mail_folder(app.extensions["netwerkspiegel"])
    before = set(folder.glob("*.eml"))
    with app.app_context():
        with reading() as session:
            waiting = session.scalars(select(AccountMail.id)).all()
        for each in waiting:
            jobs.send_account_mail(str(each))
    mails = [read_mail(path.read_bytes()) for path in set(folder.glob("*.eml")) - before]
    return sorted(clean(_MARKS.sub("", all_of(mail))) for mail in mails)


def kept(app: Flask) -> list[tuple[str, str, int]]:
    """Return what is kept of what was told, but for ids."""
    with app.app_context(), reading() as session:
        rows = session.scalars(select(AlertTold)).all()
        return sorted((row.kind, row.day.isoformat(), row.number) for row in rows)
