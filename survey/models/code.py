"""Codes by which people come into a round without a personal link, and the counters that keep guessing slow."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

#: For the people in a meeting, each on a device of their own; or for a helper who types over paper forms.
Purpose = Literal["meeting", "paper"]


class RoundCode(Base):
    """One code of an open round: six digits to type, and a longer secret behind a QR code."""

    __tablename__ = "round_code"
    __table_args__ = (
        UniqueConstraint("round_id", "purpose"),
        CheckConstraint("purpose in ('meeting', 'paper')", name="known_purpose"),
        CheckConstraint("length(digits_hash) = 64 and length(token_hash) = 64", name="secrets_are_hashed"),
        CheckConstraint("generation >= 1", name="generation_from_one"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    purpose: Mapped[Purpose] = mapped_column(String(10))
    #: Raised to make a code anew; the one before no longer works.
    generation: Mapped[int] = mapped_column(default=1)
    #: Keyed hash of the six digits: without the instance's key, all million could be tried on a plain one.
    digits_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    ends_at_utc: Mapped[datetime]


class Throttle(Base):
    """How often something was tried from one place, or from everywhere, in a stretch of time."""

    __tablename__ = "throttle"
    __table_args__ = (CheckConstraint("tries >= 1", name="tried_at_least_once"),)

    #: Keyed hash of what was tried and from where; an address cannot be read from it.
    bucket: Mapped[str] = mapped_column(String(64), unique=True)
    tries: Mapped[int]
    ends_at_utc: Mapped[datetime] = mapped_column(index=True)
