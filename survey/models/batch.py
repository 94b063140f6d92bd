"""All reports of an adviser's networks in one file: what was asked for, and how far that is."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reports.report import Audience
from survey.models.base import Base, JsonDocument

#: Why there is no file: the disk was full, it could not be written, or a report in it was changed or taken back.
WithoutFile = Literal["full_disk", "failed", "withdrawn"]


class ReportBatch(Base):
    """The forms of many reports that somebody asked for at once; it and its file are gone after a day."""

    __tablename__ = "report_batch"
    __table_args__ = (
        UniqueConstraint("asked_by_id", name="uq_report_batch_one_at_a_time"),
        CheckConstraint("cause in ('full_disk', 'failed', 'withdrawn')", name="known_cause"),
        CheckConstraint("audience in ('adviser', 'participant')", name="known_audience"),
        CheckConstraint("cause is null or finished_at_utc is not null", name="cause_at_the_end"),
    )

    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    asked_at_utc: Mapped[datetime]
    language: Mapped[str] = mapped_column(String(8))
    #: For whom the reports are: advisers also read how to lead the conversation.
    audience: Mapped[Audience] = mapped_column(String(20), default="adviser", server_default="adviser")
    #: Names of ``reports.forms.kinds``.
    forms: Mapped[list[str]] = mapped_column(JsonDocument)
    finished_at_utc: Mapped[datetime | None]
    cause: Mapped[WithoutFile | None] = mapped_column(String(40))


class ReportBatchItem(Base):
    """One report of a batch."""

    __tablename__ = "report_batch_item"
    __table_args__ = (UniqueConstraint("batch_id", "edition_id"),)

    batch_id: Mapped[UUID] = mapped_column(ForeignKey("report_batch.id", ondelete="CASCADE"))
    edition_id: Mapped[UUID] = mapped_column(ForeignKey("report_edition.id", ondelete="CASCADE"), index=True)
    #: When its forms were drawn.
    done_at_utc: Mapped[datetime | None]
    #: The names of the forms that could not be made.
    not_made: Mapped[list[str]] = mapped_column(JsonDocument, default=list)
