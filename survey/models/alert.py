"""Alerts by mail: what an account chose, what it was told, and until when was looked for it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

#: What an alert is about: a round that is nearly over with few answers, mails that came back, a report, late actions.
AlertKind = Literal["too_few", "bounced", "report", "late"]
#: How soon somebody wants to know.
AlertPace = Literal["never", "weekly", "at_once"]

_KNOWN_KIND = "kind in ('too_few', 'bounced', 'report', 'late')"


class AlertChoice(Base):
    """How soon an account wants one kind of alert; without a row, as ``survey.services.alerts`` has it."""

    __tablename__ = "alert_choice"
    __table_args__ = (
        UniqueConstraint("account_id", "kind"),
        CheckConstraint(_KNOWN_KIND, name="known_kind"),
        CheckConstraint("pace in ('never', 'weekly', 'at_once')", name="known_pace"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    kind: Mapped[AlertKind] = mapped_column(String(10))
    pace: Mapped[AlertPace] = mapped_column(String(10))


class AlertTold(Base):
    """One thing that an account was mailed about and that is still so; gone when it is not so any more.

    No name, no text and nothing of a person: a round or an action by its id, a day, and a total that staff read.
    """

    __tablename__ = "alert_told"
    __table_args__ = (
        UniqueConstraint("account_id", "kind", "subject_id", "day"),
        CheckConstraint(_KNOWN_KIND, name="known_kind"),
        CheckConstraint("number >= 1", name="counted_from_one"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    kind: Mapped[AlertKind] = mapped_column(String(10))
    #: A round or an action; it may be gone before this row is.
    subject_id: Mapped[UUID]
    #: Tells one time that it is so from another: the last day of a round, the day of an action.
    day: Mapped[date]
    #: How many it was told of; of what cannot be counted, 1.
    number: Mapped[int]


class AlertLook(Base):
    """Until which hour was looked what there is to tell an account; and for which week."""

    __tablename__ = "alert_look"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), unique=True)
    hour_utc: Mapped[datetime]
    #: The Monday of the last week whose mail was made, or was not to be made.
    week: Mapped[date]
