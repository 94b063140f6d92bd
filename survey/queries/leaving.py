"""Who wants no mail about a round, or said not to take part."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey.models import Invitation
from survey.models.invitation import Channel


@dataclass(frozen=True, slots=True)
class Invitee:
    """An invited person, as far as it is about leaving."""

    invitation_id: UUID
    channel: Channel
    through_staff: bool
    has_left: bool


def find_invitee(session: Session, *, token_hash: str) -> Invitee | None:
    """Return whose link this is; ``None`` for an unknown link, and for one that was withdrawn."""
    has_left = Invitation.wants_no_mail | Invitation.refused_at_utc.is_not(None)
    statement = select(Invitation.id, Invitation.channel, Invitation.through_staff, has_left)
    row = session.execute(
        statement.where(Invitation.token_hash == token_hash, Invitation.withdrawn_at_utc.is_(None))
    ).one_or_none()
    return Invitee(*row) if row else None


def want_no_mail(session: Session, *, invitation_id: UUID) -> None:
    """Note that somebody wants no more mail about the round; nobody sees it."""
    session.execute(update(Invitation).where(Invitation.id == invitation_id).values(wants_no_mail=True))


def refuse(session: Session, *, invitation_id: UUID, at: datetime) -> None:
    """Note that somebody does not take part: staff see it, and since when; said again, nothing changes."""
    refused_at = func.coalesce(Invitation.refused_at_utc, at)
    session.execute(update(Invitation).where(Invitation.id == invitation_id).values(refused_at_utc=refused_at))
