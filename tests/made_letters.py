"""Mails of rounds for tests: made as the worker makes them, without sending them."""

from email.message import EmailMessage
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import writing
from survey.mail.message import compose
from survey.models import Invitation, Network, Round, SupportOrganisation
from survey.models.campaign import MailPurpose
from survey.queries import round_mails as queries
from survey.queries import rounds
from survey.services import round_mail
from survey.services.mail_hours import by_day
from survey.services.round_letters import letter
from survey.services.round_mail import About
from tests.factories import OpenRound
from tests.mail_server import read_mail


def mails(app: Flask, opened: OpenRound, purpose: MailPurpose = "invitation") -> list[EmailMessage | None]:
    """Return the mails to everybody who is invited; ``None`` for who is to get none."""
    ours, at = app.extensions["netwerkspiegel"], by_day(clock.now())
    with app.app_context(), writing() as session:
        people = [row.id for row in rounds.list_invitations(session, round_id=opened.id)]
        about = About(opened.id, purpose, _next_number(session, people[0], purpose))
        batches = round_mail.put_out(session, about, invitation_ids=people, sender=ours.mail_from, at=at)
        waiting = select(queries.RoundMail).where(queries.RoundMail.batch_id.in_(batches))
        of = {mail.invitation_id: mail.id for mail in session.scalars(waiting)}
        taken = [round_mail.take(session, mail_id=of[person], worker="test", at=at) for person in people]
        letters = [
            letter(each, sender=ours.mail_from, base_url=ours.base_url, key=ours.instance_key) for each in taken if each
        ]
        return [
            each and read_mail(compose(each.envelope, each.wording.written(), at=clock.now()).as_bytes())
            for each in letters
        ]


def _next_number(session: Any, invitation_id: UUID, purpose: MailPurpose) -> int:
    return queries.newest_number(session, invitation_id=invitation_id, purpose=purpose) + 1


def first(app: Flask, opened: OpenRound, purpose: MailPurpose = "invitation") -> EmailMessage:
    """Return the mail to the first person."""
    made = mails(app, opened, purpose)[0]
    assert made is not None
    return made


def change(app: Flask, opened: OpenRound, **values: Any) -> None:
    """Change a round."""
    _set(app, Round, opened.id, values)


def change_network(app: Flask, opened: OpenRound, **values: Any) -> None:
    """Change a round's network."""
    _set(app, Network, opened.network_id, values)


def change_support(app: Flask, **values: Any) -> None:
    """Change the only support organisation."""
    with app.app_context(), writing() as session:
        support = session.scalars(select(SupportOrganisation)).one()
        for name, value in values.items():
            setattr(support, name, value)


def invitations(app: Flask, opened: OpenRound) -> list[Invitation]:
    """Return the invitations, in the order of the tokens."""
    with app.app_context(), writing() as session:
        rows = [row.id for row in rounds.list_invitations(session, round_id=opened.id)]
        return [session.get_one(Invitation, each) for each in rows]


def _set(app: Flask, table: Any, row_id: UUID, values: dict[str, Any]) -> None:
    with app.app_context(), writing() as session:
        row = session.get_one(table, row_id)
        for name, value in values.items():
            setattr(row, name, value)
