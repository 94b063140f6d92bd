"""A secret link into a round: for one contact, or for one answerer who came in by a code."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

#: How somebody came in: invited as a contact, by the code of a meeting, or typed over from paper by a helper.
Channel = Literal["personal", "meeting", "paper"]


class Invitation(Base):
    """Who was invited; never whether that person answered. Who came in by a code is nobody we know."""

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("round_id", "contact_id"),
        UniqueConstraint("round_id", "device_hash", name="uq_invitation_one_device_one_response"),
        CheckConstraint("generation >= 1", name="generation_from_one"),
        CheckConstraint("length(token_hash) = 64", name="token_is_hashed"),
        CheckConstraint("channel in ('personal', 'meeting', 'paper')", name="known_channel"),
        CheckConstraint("(channel = 'personal') = (contact_id is not null)", name="only_personal_has_a_contact"),
        CheckConstraint("(channel = 'meeting') = (device_hash is not null)", name="only_a_meeting_has_a_device"),
        CheckConstraint("channel = 'personal' or reporting_group is null", name="by_code_joins_the_total_only"),
        CheckConstraint("resume_hash is null or length(resume_hash) = 64", name="resume_code_is_hashed"),
        CheckConstraint("resume_hash is null or through_staff", name="resume_code_where_staff_held_the_link"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    channel: Mapped[Channel] = mapped_column(String(10), default="personal")
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"), index=True)
    #: Raised to withdraw a link and make another one.
    generation: Mapped[int] = mapped_column(default=1)
    #: SHA-256 of the link's token: who reads the database cannot open a link.
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    #: The group this person's answers count in; none for who joins the total only (disclosure rule R3).
    reporting_group: Mapped[str | None] = mapped_column(String(40))
    #: Of the cookie of the device that came in by a meeting's code; it tells that device from others, and no more.
    device_hash: Mapped[str | None] = mapped_column(String(64))
    #: This person said not to take part: kept, and never reminded; the link goes on working.
    refused_at_utc: Mapped[datetime | None]
    #: Wants no more mail about this round. Unlike a refusal nobody sees it: it may be of somebody who sent in.
    wants_no_mail: Mapped[bool] = mapped_column(default=False)
    #: The address of the invitation does not exist, by what a mail server said, and when; never by a reminder, which
    #: only those get who did not send in (disclosure rule R10).
    bounced_at_utc: Mapped[datetime | None]
    bounce_code: Mapped[int | None]
    #: The link opens nothing any more; what was sent in by it counts.
    withdrawn_at_utc: Mapped[datetime | None]
    #: The link was printed or listed by staff, who could open it too: what was answered on another device is shown only
    #: with a code that its owner was given at the start.
    through_staff: Mapped[bool] = mapped_column(default=False)
    resume_hash: Mapped[str | None] = mapped_column(String(64))
