"""Views of the dashboards that somebody kept: which page, with which filters."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class SavedView(Base):
    """A page with what was chosen on it, under a name; its owner's only, and never more than the owner may see.

    ``chosen`` is the part of the address after the question mark; what it leads to is looked up anew each time.
    """

    __tablename__ = "saved_view"
    __table_args__ = (
        UniqueConstraint("account_id", "name"),
        CheckConstraint("length(name) > 0", name="has_a_name"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    #: The page, as ``survey.advise.dashboards`` names it.
    page: Mapped[str] = mapped_column(String(40))
    chosen: Mapped[str] = mapped_column(String(2000), default="")
    saved_at_utc: Mapped[datetime]
