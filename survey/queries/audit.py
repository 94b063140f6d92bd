"""The audit log, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import AuditEvent


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of the log somebody asks for; what is empty asks for all."""

    since: datetime | None = None
    action: str | None = None
    network_id: UUID | None = None


def list_events(session: Session, *, wanted: Wanted, limit: int) -> Sequence[AuditEvent]:
    """Return rows of the log, newest first."""
    statement = select(AuditEvent)
    if wanted.since is not None:
        statement = statement.where(AuditEvent.at_utc >= wanted.since)
    if wanted.action is not None:
        statement = statement.where(AuditEvent.action == wanted.action)
    if wanted.network_id is not None:
        statement = statement.where(AuditEvent.network_id == wanted.network_id)
    newest = statement.order_by(AuditEvent.at_utc.desc(), AuditEvent.id).limit(limit)
    return session.scalars(newest).all()
