"""Mails to accounts that wait to be sent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey.models import AccountMail


def find_mail(session: Session, *, mail_id: UUID) -> AccountMail | None:
    """Return a mail that waits; ``None`` when it went."""
    return session.get(AccountMail, mail_id)


def list_waiting(session: Session) -> list[UUID]:
    """Return the mails that wait, oldest first."""
    return list(session.scalars(select(AccountMail.id).order_by(AccountMail.asked_at_utc, AccountMail.id)))


def list_asked_before(session: Session, *, moment: datetime) -> list[AccountMail]:
    """Return the mails that wait since before a moment."""
    return list(session.scalars(select(AccountMail).where(AccountMail.asked_at_utc < moment).order_by(AccountMail.id)))


def delete_mail(session: Session, *, mail_id: UUID) -> None:
    """Delete a mail that went, or never can."""
    session.execute(delete(AccountMail).where(AccountMail.id == mail_id))
