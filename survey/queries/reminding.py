"""Reminders: which rounds may need one, who has not sent in, and how often there was one; never who got it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from survey.models import Contact, Invitation, Reminding, Response, Round, RoundMail


def list_remindings(session: Session, *, round_id: UUID) -> Sequence[Reminding]:
    """Return the times that people were reminded in a round, oldest first."""
    return session.scalars(select(Reminding).where(Reminding.round_id == round_id).order_by(Reminding.number)).all()


def list_open(session: Session, *, today: date) -> list[tuple[Round, list[datetime]]]:
    """Return the open rounds that can be filled in today and that nobody asked to close, and when people were reminded.

    Without those that have no reminders by plan.
    """
    is_open = Round.closed_at_utc.is_(None) & Round.closing_asked_at_utc.is_(None) & (Round.closes_on >= today)
    statement = (
        select(Round, Reminding.at_utc)
        .outerjoin(Reminding, Reminding.round_id == Round.id)
        .where(is_open)
        .order_by(Round.id, Reminding.number)
    )
    found: dict[UUID, tuple[Round, list[datetime]]] = {}
    for opened, at in session.execute(statement):
        if opened.reminds_on:
            found.setdefault(opened.id, (opened, []))[1].extend([at] if at else [])
    return list(found.values())


def list_to_remind(session: Session, *, round_id: UUID) -> list[UUID]:
    """Return the invitations of who can be mailed and did not send in; for the mails only, and for nobody's eyes.

    Whose invitation did not go yet gets that first.
    """
    sent_in = exists().where(Response.invitation_id == Invitation.id, Response.sent_in_at_utc.is_not(None))
    invitation_waits = exists().where(
        RoundMail.invitation_id == Invitation.id, RoundMail.purpose == "invitation", RoundMail.state == "waiting"
    )
    statement = (
        select(Invitation.id)
        .join(Contact, Contact.id == Invitation.contact_id)
        .where(
            Invitation.round_id == round_id,
            Invitation.withdrawn_at_utc.is_(None),
            Invitation.refused_at_utc.is_(None),
            Invitation.wants_no_mail.is_(False),
            Invitation.bounced_at_utc.is_(None),
            Contact.address.is_not(None),
            Contact.archived_at_utc.is_(None),
            ~sent_in,
            ~invitation_waits,
        )
        .order_by(Invitation.id)
    )
    return list(session.scalars(statement))
