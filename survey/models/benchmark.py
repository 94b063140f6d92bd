"""Benchmark editions: stored once, never changed; and whose results each of their figures was made of."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class BenchmarkEdition(Base):
    """The edition of one cut-off (disclosure rule R7): canonical JSON and its hash. It names no network."""

    __tablename__ = "benchmark_edition"
    __table_args__ = (CheckConstraint("length(document_hash) = 64", name="hash_is_sha256"),)

    cut_off: Mapped[date] = mapped_column(unique=True)
    document: Mapped[str] = mapped_column(Text)
    document_hash: Mapped[str] = mapped_column(String(64))
    made_at_utc: Mapped[datetime]


class BenchmarkMember(Base):
    """A round that a figure of an edition was made of; for making the next edition, and never shown."""

    __tablename__ = "benchmark_member"
    __table_args__ = (
        UniqueConstraint("edition_id", "figure", "round_id"),
        CheckConstraint("length(figure) = 64", name="figure_is_sha256"),
    )

    edition_id: Mapped[UUID] = mapped_column(ForeignKey("benchmark_edition.id"))
    #: The key of the figure: what it is about, as SHA-256.
    figure: Mapped[str] = mapped_column(String(64))
    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
