"""What a released report was made of, edition by edition; and the links by which a report is passed on."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

#: Why an edition lost its document: a text was hidden or released afterwards, a person was erased, the term was over.
WithdrawnBecause = Literal["hidden", "released", "erased", "term"]


class ReportEdition(Base):
    """Everything that a released report is made of: canonical JSON and its hash.

    Never changed. A newer edition takes its place where something in it has to go; its hash and number stay.
    """

    __tablename__ = "report_edition"
    __table_args__ = (
        UniqueConstraint("round_id", "number"),
        CheckConstraint("number >= 1", name="numbered_from_one"),
        CheckConstraint("length(document_hash) = 64", name="hash_is_sha256"),
        CheckConstraint("(document is null) = (withdrawn_because is not null)", name="withdrawn_for_a_reason"),
        CheckConstraint("withdrawn_because in ('hidden', 'released', 'erased', 'term')", name="known_reason"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    number: Mapped[int]
    document: Mapped[str | None] = mapped_column(Text)
    document_hash: Mapped[str] = mapped_column(String(64))
    made_at_utc: Mapped[datetime]
    withdrawn_because: Mapped[WithdrawnBecause | None] = mapped_column(String(20))


class ReportShare(Base):
    """A link by which anybody can read a round's report, until it is withdrawn."""

    __tablename__ = "report_share"
    __table_args__ = (
        CheckConstraint("generation >= 1", name="generation_from_one"),
        CheckConstraint("length(token_hash) = 64", name="token_is_hashed"),
        Index(
            "uq_report_share_one_open_per_round",
            "round_id",
            unique=True,
            sqlite_where=text("withdrawn_at_utc is null"),
            postgresql_where=text("withdrawn_at_utc is null"),
        ),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    #: Raised for each link of a round: the one before opens nothing any more.
    generation: Mapped[int] = mapped_column(default=1)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at_utc: Mapped[datetime]
    made_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    withdrawn_at_utc: Mapped[datetime | None]
