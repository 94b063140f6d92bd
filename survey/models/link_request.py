"""Somebody lost a personal link and typed an address; gone as soon as that is dealt with."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class LinkRequest(Base):
    """A request for a lost link, kept the same whether we know the address or not."""

    __tablename__ = "link_request"
    __table_args__ = (CheckConstraint("length(address_key) > 0", name="has_an_address"),)

    #: The address as contacts have it: normalised, plus-tag removed.
    address_key: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(8))
    asked_at_utc: Mapped[datetime]
    #: Of the mail that answers it, stored before sending: a second attempt is the same mail.
    message_id: Mapped[str | None] = mapped_column(String(200))
