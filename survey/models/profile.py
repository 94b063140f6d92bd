"""What organisations say on their own behalf: together while the round is open, frozen and by name after it (R11)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base, JsonDocument


class OrganisationProfile(Base):
    """The profile of one organisation in an open round, which its people fill in together; gone after closing."""

    __tablename__ = "organisation_profile"
    __table_args__ = (
        UniqueConstraint("round_id", "partner_organisation_id", name="uq_organisation_profile_one_per_round"),
        CheckConstraint("(kept_at_utc is null) = (editor_id is null)", name="kept_by_somebody"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    partner_organisation_id: Mapped[UUID] = mapped_column(
        # by the convention its name would be longer than PostgreSQL takes
        ForeignKey("partner_organisation.id", name="fk_organisation_profile_organisation"),
        index=True,
    )
    #: Question id -> answer, as in a response.
    answers: Mapped[dict[str, Any]] = mapped_column(JsonDocument, default=dict)
    #: Question id -> when it was last answered, as in a response.
    choice_times: Mapped[dict[str, int]] = mapped_column(JsonDocument, default=dict)
    #: When it was last kept, and by whom: told to the people of the same organisation only.
    kept_at_utc: Mapped[datetime | None]
    editor_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))


class PublishedProfile(Base):
    """The profiles of a closed round, stored once: canonical JSON and its hash."""

    __tablename__ = "published_profile"
    __table_args__ = (CheckConstraint("length(document_hash) = 64", name="hash_is_sha256"),)

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"), unique=True)
    document: Mapped[str] = mapped_column(Text)
    document_hash: Mapped[str] = mapped_column(String(64))
    published_at_utc: Mapped[datetime]
