"""What a network agreed to do: by whom, and when it is to be ready."""

from datetime import date, datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

#: Open and busy are still to be done; done and stopped are settled.
ActionStatus = Literal["open", "busy", "done", "stopped"]
#: As many as a network can have open or busy at the same time: its slots 1 to 3.
MOST_OPEN: Final = 3


class Action(Base):
    """One action of a network. Its texts are in the reports: everybody who reads those reads them."""

    __tablename__ = "action"
    __table_args__ = (
        UniqueConstraint("network_id", "slot", name="uq_action_three_open_at_most"),
        CheckConstraint("length(what) > 0", name="says_what"),
        CheckConstraint("status in ('open', 'busy', 'done', 'stopped')", name="known_status"),
        CheckConstraint("(status in ('open', 'busy')) = (slot is not null)", name="slot_while_it_is_to_be_done"),
        CheckConstraint("slot between 1 and 3", name="one_of_three_slots"),
        CheckConstraint("(status in ('done', 'stopped')) = (settled_at_utc is not null)", name="settled_at_a_time"),
        CheckConstraint("contact_id is null or person = ''", name="one_person"),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"), index=True)
    #: What it is about: the id of a theme, of any questionnaire that the network filled in.
    theme: Mapped[str | None] = mapped_column(String(40))
    what: Mapped[str] = mapped_column(String(300))
    #: The partner organisation that sees to it.
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("partner_organisation.id"), index=True)
    #: Who does it: a contact of the network, or whoever else by name. None when the contact was erased.
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"), index=True)
    person: Mapped[str] = mapped_column(String(200), default="")
    helpers: Mapped[str] = mapped_column(String(300), default="")
    #: What happens within two weeks.
    first_step: Mapped[str] = mapped_column(String(300), default="")
    #: By what people see that it worked.
    proof: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(String(300), default="")
    due_on: Mapped[date | None]
    status: Mapped[ActionStatus] = mapped_column(String(10), default="open")
    #: Which of the network's three places it takes, while it is to be done.
    slot: Mapped[int | None]
    #: The suggestion of the guide that it was made from.
    suggestion_id: Mapped[str | None] = mapped_column(String(40))
    #: The newest round that was closed when it was agreed.
    round_id: Mapped[UUID | None] = mapped_column(ForeignKey("round.id"))
    agreed_at_utc: Mapped[datetime]
    settled_at_utc: Mapped[datetime | None]
    #: Raised at every change: of two people who change it at the same time, the second is asked.
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 -- SQLAlchemy reads it from the class
