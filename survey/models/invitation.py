"""An invitation: a personal, secret link into a round for one contact."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class Invitation(Base):
    """Who was invited; never whether that person answered."""

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("round_id", "contact_id"),
        CheckConstraint("generation >= 1", name="generation_from_one"),
        CheckConstraint("length(token_hash) = 64", name="token_is_hashed"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"), index=True)
    #: Raised to withdraw a link and make another one.
    generation: Mapped[int] = mapped_column(default=1)
    #: SHA-256 of the link's token: who reads the database cannot open a link.
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    #: The group this person's answers count in; none for who joins the total only (disclosure rule R3).
    reporting_group: Mapped[str | None] = mapped_column(String(40))
