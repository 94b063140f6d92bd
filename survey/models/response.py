"""What people answered: linked to the invitation while the round is open, sealed after the cut."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base, JsonDocument


class Response(Base):
    """One person's answers while the round is open; the row is gone after closing."""

    __tablename__ = "response"
    __table_args__ = (CheckConstraint("length(language) >= 2", name="has_a_language"),)

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"), index=True)
    invitation_id: Mapped[UUID] = mapped_column(ForeignKey("invitation.id"), unique=True)
    #: Item id -> answer; a key with null is a question seen and skipped, an absent key was not seen.
    answers: Mapped[dict[str, Any]] = mapped_column(JsonDocument, default=dict)
    #: Item id -> when it was last answered, in milliseconds since 1970 by the server's clock: the newest choice wins.
    choice_times: Mapped[dict[str, int]] = mapped_column(JsonDocument, default=dict)
    language: Mapped[str] = mapped_column(String(8))
    #: When the last page was kept; shown to its owner as "Bewaard om 14.32 uur".
    kept_at_utc: Mapped[datetime | None]
    #: Sent in stays sent in, also while its owner changes something (disclosure rule R1).
    sent_in_at_utc: Mapped[datetime | None]


class SealedResponse(Base):
    """Answers after the cut (disclosure rule R14): no person, organisation, kind, language or time."""

    __tablename__ = "sealed_response"

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"), index=True)
    reporting_group: Mapped[str | None] = mapped_column(String(40))
    answers: Mapped[dict[str, Any]] = mapped_column(JsonDocument)


class OwnWords(Base):
    """One ticked open answer after the cut, with no key to the person's other answers (disclosure rule R8)."""

    __tablename__ = "own_words"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="not_empty"),
        CheckConstraint("state in ('new', 'released', 'hidden')", name="known_state"),
        CheckConstraint("shown_words is null or length(shown_words) > 0", name="shown_is_not_empty"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"), index=True)
    question_id: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(Text)
    #: What the adviser decided: a report shows only what was released.
    state: Mapped[Literal["new", "released", "hidden"]] = mapped_column(String(10), default="new")
    #: As the report shows it, where that differs: with names taken out, or written anew in Dutch.
    shown_words: Mapped[str | None] = mapped_column(Text)
    #: Fewer than three people wrote in this language: as it stands, it would say who wrote it.
    needs_rewriting: Mapped[bool] = mapped_column(default=False)
