"""The audit log: who did what to what. Rows are added and, once old enough, deleted; never changed.

Rows refer to people by id, and to nothing by a foreign key: who or what they are about may be gone.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base, JsonDocument


class AuditEvent(Base):
    """One thing that somebody of the staff did, or that the system did for them."""

    __tablename__ = "audit_event"
    __table_args__ = (
        CheckConstraint("kept_until_utc > at_utc", name="kept_for_a_time"),
        CheckConstraint("length(action) > 0", name="says_what"),
        Index("ix_audit_event_at_utc_id", "at_utc", "id"),
    )

    at_utc: Mapped[datetime]
    #: Deleted from this moment on and not before: a trigger holds it.
    kept_until_utc: Mapped[datetime] = mapped_column(index=True)
    #: The account that did it; none: nobody who is known, such as a wrong password for an unknown address.
    actor_id: Mapped[UUID | None] = mapped_column(index=True)
    #: Of the actor, or of what was done to; none: of no organisation in particular.
    support_organisation_id: Mapped[UUID | None] = mapped_column(index=True)
    #: In the past tense: "network.archived", "contacts.exported", "account.signed_in".
    action: Mapped[str] = mapped_column(String(60))
    #: What it was done to: "network", "contact", "account" ..., and which one.
    object_kind: Mapped[str | None] = mapped_column(String(40))
    object_id: Mapped[UUID | None] = mapped_column(index=True)
    network_id: Mapped[UUID | None] = mapped_column(index=True)
    #: From where: the neighbourhood of the address, never the address; "command line" or "worker".
    place: Mapped[str] = mapped_column(String(50))
    #: The names of the fields that changed, numbers of rows; never a name, an address or a text.
    details: Mapped[dict[str, Any]] = mapped_column(JsonDocument, default=dict)
