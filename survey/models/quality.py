"""The yearly studies of the questionnaires themselves: each stored once, and never changed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class StoredQualityStudy(Base):
    """One year's study of one questionnaire version (disclosure rule R17): canonical JSON and its hash."""

    __tablename__ = "quality_study"
    __table_args__ = (
        UniqueConstraint("questionnaire_id", "questionnaire_version", "year"),
        CheckConstraint("length(document_hash) = 64", name="hash_is_sha256"),
        CheckConstraint("year between 2020 and 2199", name="year_of_our_time"),
    )

    questionnaire_id: Mapped[str] = mapped_column(String(40))
    questionnaire_version: Mapped[str] = mapped_column(String(20))
    #: The year in which it was made, in Dutch time.
    year: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    document_hash: Mapped[str] = mapped_column(String(64))
    made_at_utc: Mapped[datetime]
