"""Invitations of a round that wait to be sent, in tests."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from flask import Flask
from sqlalchemy import select, update

from survey import clock
from survey.database import reading, writing
from survey.models import Invitation, RoundMail
from survey.models.campaign import MailPurpose
from survey.queries import rounds
from survey.services import round_mail
from survey.services.round_mail import About
from survey.work import mails
from tests.factories import make_round


def put_out(app: Flask, people: int, purpose: MailPurpose = "invitation") -> tuple[UUID, list[UUID]]:
    """Open a round of so many people and leave a mail to each of them; return the round and the batches."""
    opened = make_round(app, {"library": people})
    return opened.id, mail_all(app, opened.id, purpose)


def mail_all(app: Flask, round_id: UUID, purpose: MailPurpose, number: int = 1) -> list[UUID]:
    """Leave a mail to everybody of a round."""
    sender = app.extensions["netwerkspiegel"].mail_from
    with app.app_context(), writing() as session:
        invited = rounds.list_mailable(session, round_id=round_id)
        about = About(round_id, purpose, number)
        return round_mail.put_out(session, about, invitation_ids=invited, sender=sender, at=clock.now())


def send(app: Flask, batches: Sequence[UUID], worker: str = "worker") -> None:
    """Do what the worker does with these batches, in this process."""
    with app.app_context():
        for batch_id in batches:
            mails.send_batch(worker, str(batch_id))


def send_all(app: Flask) -> int:
    """Send every mail of every round that waits; return how many there were."""
    waiting = [row for row in rows(app) if row.state == "waiting"]
    send(app, sorted({row.batch_id for row in waiting}))
    return len(waiting)


def rows(app: Flask) -> list[RoundMail]:
    """Return all mails of rounds, as they stand in their table."""
    with app.app_context(), reading() as session:
        return list(session.scalars(select(RoundMail).order_by(RoundMail.id)))


def states(app: Flask) -> Counter[str]:
    """Return how many mails are in which state."""
    return Counter(row.state for row in rows(app))


def invitations(app: Flask) -> list[Invitation]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(Invitation).order_by(Invitation.id)))


def make_due(app: Flask) -> None:
    """Let everything that waits be due, as if time had passed."""
    with app.app_context(), writing() as session:
        long_ago = clock.now() - timedelta(hours=1)
        session.execute(update(RoundMail).where(RoundMail.state == "waiting").values(due_at_utc=long_ago))
