"""Tokens by which a support organisation's own programs read what its networks published."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class ApiToken(Base):
    """A token of a support organisation: what it is for, who made it, and only the hash of the token itself.

    It opens as much as who made it may read, and nothing any more once that account is closed.
    """

    __tablename__ = "api_token"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_a_name"),
        CheckConstraint("length(token_hash) = 64", name="token_is_hashed"),
    )

    support_organisation_id: Mapped[UUID] = mapped_column(
        ForeignKey("support_organisation.id", ondelete="CASCADE"), index=True
    )
    #: What it is for, in the words of who made it.
    name: Mapped[str] = mapped_column(String(100))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at_utc: Mapped[datetime]
    made_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"), index=True)
    #: The last day on which it opened something.
    used_on: Mapped[date | None]
    revoked_at_utc: Mapped[datetime | None]
