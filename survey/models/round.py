"""A round: one network filling in one questionnaire version between two dates; and what is planned for the next."""

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base, JsonDocument

#: The moments at which reminders can go by themselves: so many days after opening, and the last day.
REMINDER_MOMENTS: Final = ("7", "14", "last")


class Round(Base):
    """Open from ``opened_at_utc`` until ``closed_at_utc``; never opened again.

    One that was cancelled is closed as well, has no answers and gets no results.
    """

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
        CheckConstraint("cancelled_at_utc is null or closed_at_utc is not null", name="cancelled_is_closed"),
        CheckConstraint("released_at_utc is null or closed_at_utc is not null", name="released_after_closing"),
        CheckConstraint("released_at_utc is null or cancelled_at_utc is null", name="cancelled_is_never_released"),
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
    #: Somebody pressed "close": the worker does it.
    closing_asked_at_utc: Mapped[datetime | None]
    cancelled_at_utc: Mapped[datetime | None]
    #: From when participants can read the report; until then only staff can.
    released_at_utc: Mapped[datetime | None]
    #: Whether that is at once after closing, without anybody having to release it.
    releases_at_once: Mapped[bool] = mapped_column(default=False)
    #: When and where the network will talk about the report; the place may begin with a time.
    meeting_on: Mapped[date | None]
    meeting_place: Mapped[str | None] = mapped_column(String(200))
    #: The languages that it is offered in, the first one first; none: all those of the questionnaire.
    languages: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
    #: Who its mails are from, as people see it; none: as the support organisation says.
    sender_name: Mapped[str | None] = mapped_column(String(200))
    #: Texts of its mails, where they differ from those of the support organisation: {"invitation": {"nl": "..."}}.
    texts: Mapped[dict[str, Any]] = mapped_column(JsonDocument, default=dict)
    #: When reminders go by themselves: so many days after opening ("7"), or on the last day ("last").
    reminds_on: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
    #: Nobody is invited: everybody comes in by the code of a meeting (disclosure rule R3).
    is_by_code: Mapped[bool] = mapped_column(default=False)
    #: Raised to withdraw the report link that went around.
    report_generation: Mapped[int] = mapped_column(default=1)
    #: SHA-256 of the report link's token.
    report_token_hash: Mapped[str] = mapped_column(String(64), unique=True)


class PlannedRound(Base):
    """What a network's next round will be; gone once that round is open."""

    __tablename__ = "planned_round"
    __table_args__ = (
        CheckConstraint("asked_at_utc is null or closes_on is not null", name="asked_for_with_its_dates"),
        CheckConstraint("meeting_place is null or meeting_on is not null", name="meeting_has_a_day"),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"), unique=True)
    questionnaire_id: Mapped[str] = mapped_column(String(40))
    left_out: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
    #: From here on as in ``Round``.
    languages: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
    #: None: the default plan for whoever is in the network at opening.
    plan: Mapped[list[dict[str, Any]] | None] = mapped_column(JsonDocument)
    #: None: as soon as somebody asks for it.
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    meeting_on: Mapped[date | None]
    meeting_place: Mapped[str | None] = mapped_column(String(200))
    sender_name: Mapped[str | None] = mapped_column(String(200))
    texts: Mapped[dict[str, Any]] = mapped_column(JsonDocument, default=dict)
    reminds_on: Mapped[list[str]] = mapped_column(JsonDocument, default=lambda: list(REMINDER_MOMENTS))
    is_by_code: Mapped[bool] = mapped_column(default=False)
    releases_at_once: Mapped[bool] = mapped_column(default=False)
    #: Somebody pressed "open": the worker does it, on the day.
    asked_at_utc: Mapped[datetime | None] = mapped_column(index=True)
    asked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    #: Why it could not be opened: a sentence's message and its values; gone when it is asked for anew.
    refused_because: Mapped[dict[str, Any] | None] = mapped_column(JsonDocument)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 -- SQLAlchemy reads it from the class
