"""The published results of a closed round: stored once, as one document and as cells drawn from it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class PublishedResults(Base):
    """The one published object of a round (disclosure rule R9): canonical JSON and its hash."""

    __tablename__ = "published_results"
    __table_args__ = (CheckConstraint("length(document_hash) = 64", name="hash_is_sha256"),)

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"), unique=True)
    document: Mapped[str] = mapped_column(Text)
    document_hash: Mapped[str] = mapped_column(String(64))
    questionnaire_id: Mapped[str] = mapped_column(String(40))
    questionnaire_version: Mapped[str] = mapped_column(String(20))
    policy_version: Mapped[str] = mapped_column(String(20))
    #: The newest benchmark edition when it was published, which its report keeps.
    edition_id: Mapped[UUID | None] = mapped_column(ForeignKey("benchmark_edition.id"))
    published_at_utc: Mapped[datetime]


class PublishedCell(Base):
    """One published statement, spread out for dashboards; of shares only those that are shown."""

    __tablename__ = "published_cell"
    __table_args__ = (
        UniqueConstraint(
            "results_id", "measure", "subject", "option", "reporting_group", name="uq_published_cell_one_statement"
        ),
        CheckConstraint("kind in ('exact', 'at_least', 'at_most', 'between', 'withheld')", name="known_kind"),
        CheckConstraint(
            "(kind = 'withheld') = (low_thousandths is null and high_thousandths is null)", name="withheld_has_no_value"
        ),
        CheckConstraint(
            "(measure = 'theme_mean' and kind <> 'withheld') = (n is not null)", name="only_averages_have_a_number"
        ),
    )

    results_id: Mapped[UUID] = mapped_column(ForeignKey("published_results.id"))
    measure: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(130))
    #: Whose share it is; empty for what is no share.
    option: Mapped[str] = mapped_column(String(40), default="")
    reporting_group: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(10))
    #: Bounds in thousandths of the measure's unit, so that both engines keep them exactly: 3,7 points is 3700.
    low_thousandths: Mapped[int | None]
    high_thousandths: Mapped[int | None]
    n: Mapped[int | None]
