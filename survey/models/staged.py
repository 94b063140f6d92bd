"""A file that somebody gave to import, read but not yet carried out; and how the worker is doing."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base, JsonDocument


class StagedImport(Base):
    """The rows of a file, waiting for the person who gave it to say yes; gone after that, or after an hour."""

    __tablename__ = "staged_import"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    #: The one network it is for; none: the rows name theirs.
    network_id: Mapped[UUID | None] = mapped_column(ForeignKey("network.id"))
    file_name: Mapped[str] = mapped_column(String(200))
    rows: Mapped[list[Any]] = mapped_column(JsonDocument)
    #: What its giver should know about the reading: messages with their values.
    remarks: Mapped[list[Any]] = mapped_column(JsonDocument, default=list)
    given_at_utc: Mapped[datetime]


class WorkerSign(Base):
    """When a worker was last heard of."""

    __tablename__ = "worker_sign"

    name: Mapped[str] = mapped_column(String(100), unique=True)
    seen_at_utc: Mapped[datetime]
