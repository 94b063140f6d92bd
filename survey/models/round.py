"""A round: one network filling in one questionnaire version between two dates; and what is planned for the next."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base, JsonDocument


class Round(Base):
    """Open from ``opened_at_utc`` until ``closed_at_utc``; never opened again."""

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("network_id", "number"),
        CheckConstraint("number >= 1", name="numbered_from_one"),
        CheckConstraint("length(questionnaire_hash) = 64", name="hash_is_sha256"),
        CheckConstraint("closed_at_utc is null or closed_at_utc >= opened_at_utc", name="closed_after_opening"),
        CheckConstraint("meeting_place is null or meeting_on is not null", name="meeting_has_a_day"),
        CheckConstraint("(profile_version is null) = (profile_hash is null)", name="profile_version_with_hash"),
        CheckConstraint("profile_hash is null or length(profile_hash) = 64", name="profile_hash_is_sha256"),
        CheckConstraint("sent_in_by_code >= 0", name="nobody_is_less_than_none"),
        Index(
            "uq_round_one_open_per_network",
            "network_id",
            unique=True,
            sqlite_where=text("closed_at_utc is null"),
            postgresql_where=text("closed_at_utc is null"),
        ),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    number: Mapped[int]
    questionnaire_id: Mapped[str] = mapped_column(String(40))
    questionnaire_version: Mapped[str] = mapped_column(String(20))
    #: The definition's content hash at opening: a version that was asked never changes.
    questionnaire_hash: Mapped[str] = mapped_column(String(64))
    #: The blocks that this round leaves out.
    left_out: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
    #: The version of the organisation profile that this round asks, and its content hash; none where it asks none.
    profile_version: Mapped[str | None] = mapped_column(String(20))
    profile_hash: Mapped[str | None] = mapped_column(String(64))
    #: The blocks of the profile that this round leaves out.
    profile_left_out: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
    #: How many sent in by a meeting's code or on paper: counted at the cut, after which nobody can tell them apart.
    sent_in_by_code: Mapped[int] = mapped_column(default=0)
    #: The kinds of partner in the network at opening, in the order of kinds.yaml: what role cards offer everybody.
    kinds: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
    #: The reporting groups in plan order, fixed at opening: [{"id": "library", "kinds": ["library"]}, ...];
    #: a group without kinds takes every kind that no other group names (disclosure rule R2).
    plan: Mapped[list[dict[str, Any]]] = mapped_column(JsonDocument)
    opened_at_utc: Mapped[datetime]
    #: The last day on which can be filled in, in Dutch time.
    closes_on: Mapped[date]
    closed_at_utc: Mapped[datetime | None]
    #: When and where the network will talk about the report; the place may begin with a time.
    meeting_on: Mapped[date | None]
    meeting_place: Mapped[str | None] = mapped_column(String(200))
    #: Raised to withdraw the report link that went around.
    report_generation: Mapped[int] = mapped_column(default=1)
    #: SHA-256 of the report link's token.
    report_token_hash: Mapped[str] = mapped_column(String(64), unique=True)


class PlannedRound(Base):
    """What a network's next round will ask; gone once that round is open."""

    __tablename__ = "planned_round"

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"), unique=True)
    questionnaire_id: Mapped[str] = mapped_column(String(40))
    left_out: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
