"""The mails of a round: what has to go to whom, and how far that is; the reminders, and the weekly overview."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

#: What a mail to an invited person is about.
MailPurpose = Literal["invitation", "reminder", "released", "too_few", "cancelled"]
#: Waiting to go; taken by the mail server; refused by it for good; or tried too often.
MailState = Literal["waiting", "sent", "refused", "given_up"]


class RoundMail(Base):
    """One mail to one invited person. A reminder's row goes as soon as it went: it says who did not send in (R10)."""

    __tablename__ = "round_mail"
    __table_args__ = (
        UniqueConstraint("invitation_id", "purpose", "number"),
        CheckConstraint(
            "purpose in ('invitation', 'reminder', 'released', 'too_few', 'cancelled')", name="known_purpose"
        ),
        CheckConstraint("state in ('waiting', 'sent', 'refused', 'given_up')", name="known_state"),
        CheckConstraint("(state = 'waiting') = (done_at_utc is null)", name="done_at_a_time"),
        CheckConstraint("purpose <> 'reminder' or state = 'waiting'", name="no_trace_of_a_reminder"),
        CheckConstraint("number >= 1 and tries >= 0", name="counted_from_one"),
        Index(
            "ix_round_mail_waiting",
            "batch_id",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"), index=True)
    #: Its mails go with an invitation: when a contact is erased or merged, and by the nightly round.
    invitation_id: Mapped[UUID] = mapped_column(ForeignKey("invitation.id", ondelete="CASCADE"))
    #: Mails that go one after the other, by one worker.
    batch_id: Mapped[UUID]
    purpose: Mapped[MailPurpose] = mapped_column(String(12))
    #: The how manieth of its purpose to this person: an invitation can be sent once more.
    number: Mapped[int] = mapped_column(default=1)
    #: Stored before sending: a second attempt is the same mail.
    message_id: Mapped[str] = mapped_column(String(200), unique=True)
    state: Mapped[MailState] = mapped_column(String(10), default="waiting")
    tries: Mapped[int] = mapped_column(default=0)
    #: Not to be tried before.
    due_at_utc: Mapped[datetime]
    #: When which worker last took it in hand: another one leaves it alone for a while.
    taken_at_utc: Mapped[datetime | None]
    taken_by: Mapped[str | None] = mapped_column(String(40))
    #: When it went, or was given up.
    done_at_utc: Mapped[datetime | None]
    #: The number of the mail server's answer, where that was no; its words could hold an address.
    reply_code: Mapped[int | None]


class Reminding(Base):
    """One time that those were reminded who had not sent in; who they were is kept nowhere."""

    __tablename__ = "reminding"
    __table_args__ = (
        UniqueConstraint("round_id", "number"),
        CheckConstraint("number between 1 and 3", name="at_most_three"),
        CheckConstraint("told >= 0 and failed >= 0", name="nobody_is_less_than_none"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    number: Mapped[int]
    #: The moment of the plan that it belongs to ("7", "14", "last"); none: asked for by hand.
    moment: Mapped[str | None] = mapped_column(String(4))
    at_utc: Mapped[datetime]
    #: How many had not sent in by the full hour before it: what staff may know (disclosure rule R10).
    told: Mapped[int]
    #: How many of its mails were not taken; by whom is kept nowhere.
    failed: Mapped[int] = mapped_column(default=0)


class WeeklyOverview(Base):
    """The week's overview was made for everybody who gets one."""

    __tablename__ = "weekly_overview"

    #: The Monday.
    week: Mapped[date] = mapped_column(unique=True)
