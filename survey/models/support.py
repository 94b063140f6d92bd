"""The support organisation: the tenant. Its advisers look after networks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base, JsonDocument
from survey.models.folding import folded_from


class SupportOrganisation(Base):
    """A provincial support organisation: its advisers look after networks."""

    __tablename__ = "support_organisation"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_a_name"),
        CheckConstraint("contact_months between 1 and 60", name="contacts_kept_for_a_time"),
        CheckConstraint("audit_months between 6 and 84", name="audit_kept_for_a_time"),
    )

    name: Mapped[str] = mapped_column(String(200), unique=True)
    sort_name: Mapped[str] = folded_from("name")
    #: Who mails are from, as people see it; none: the organisation's own name.
    sender_name: Mapped[str | None] = mapped_column(String(200))
    #: Texts that mails and first pages begin with, by name and language: {"invitation": {"nl": "..."}}.
    texts: Mapped[dict[str, Any]] = mapped_column(JsonDocument, default=dict)
    #: The questionnaires that its advisers can choose, by id; none: all of them.
    questionnaires: Mapped[list[str] | None] = mapped_column(JsonDocument)
    #: How long contacts and their addresses are kept after they were last invited, or added.
    contact_months: Mapped[int] = mapped_column(default=24)
    #: How long the rows of its audit log are kept.
    audit_months: Mapped[int] = mapped_column(default=24)
    archived_at_utc: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 -- SQLAlchemy reads it from the class


class Logo(Base):
    """A support organisation's logo, as a PNG that we made ourselves of what was given."""

    __tablename__ = "logo"
    __table_args__ = (CheckConstraint("width between 1 and 800 and height between 1 and 400", name="fits_a_page"),)

    support_organisation_id: Mapped[UUID] = mapped_column(
        ForeignKey("support_organisation.id", ondelete="CASCADE"), unique=True
    )
    png: Mapped[bytes] = mapped_column(LargeBinary)
    width: Mapped[int]
    height: Mapped[int]
    #: Names the picture in its address, so that a new one is fetched.
    content_hash: Mapped[str] = mapped_column(String(64))
