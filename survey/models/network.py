"""A network, its partner organisations, and the contacts who can be invited; who coordinates it; where it is."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from survey import clock
from survey.models.base import Base
from survey.models.folding import TEXT_LENGTH, folded_from

#: The 12 provinces by the code that Statistics Netherlands gives them.
PROVINCES = {
    "PV20": "Groningen",
    "PV21": "Fryslân",
    "PV22": "Drenthe",
    "PV23": "Overijssel",
    "PV24": "Flevoland",
    "PV25": "Gelderland",
    "PV26": "Utrecht",
    "PV27": "Noord-Holland",
    "PV28": "Zuid-Holland",
    "PV29": "Zeeland",
    "PV30": "Noord-Brabant",
    "PV31": "Limburg",
}


class Network(Base):
    """One taalnetwerk."""

    __tablename__ = "network"
    __table_args__ = (
        UniqueConstraint("support_organisation_id", "name"),
        CheckConstraint("length(name) > 0", name="has_a_name"),
        # a list in its order, with nothing else to look up
        Index("ix_network_support_organisation_id_sort_name", "support_organisation_id", "sort_name", "id"),
    )

    support_organisation_id: Mapped[UUID] = mapped_column(ForeignKey("support_organisation.id"))
    #: Who looks after it; partners see this person's name and address.
    adviser_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    sort_name: Mapped[str] = folded_from("name")
    search_text: Mapped[str] = folded_from("name", "coordinator_name", length=TEXT_LENGTH)
    province: Mapped[str] = mapped_column(String(4))
    #: The labour-market region, by the code of Statistics Netherlands: "AM" and two digits.
    region: Mapped[str | None] = mapped_column(String(4))
    #: Partners see it; the coordinator need not have an account.
    coordinator_name: Mapped[str | None] = mapped_column(String(200))
    #: For advisers and coordinators only.
    notes: Mapped[str] = mapped_column(Text, default="")
    archived_at_utc: Mapped[datetime | None]
    #: Raised at every change: of two people who change it at the same time, the second is asked.
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 -- SQLAlchemy reads it from the class


class NetworkCoordinator(Base):
    """An account that may do a coordinator's work for this network."""

    __tablename__ = "network_coordinator"
    __table_args__ = (UniqueConstraint("network_id", "account_id"),)

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)


class Municipality(Base):
    """A municipality, as the yearly table of Statistics Netherlands has it."""

    __tablename__ = "municipality"
    __table_args__ = (CheckConstraint("code like 'GM____'", name="code_of_a_municipality"),)

    code: Mapped[str] = mapped_column(String(6), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    sort_name: Mapped[str] = folded_from("name")
    province: Mapped[str | None] = mapped_column(String(4))
    region: Mapped[str | None] = mapped_column(String(4))
    region_name: Mapped[str | None] = mapped_column(String(100))
    #: The year of the newest table that has it; one that was merged into another stays at the year before.
    year: Mapped[int]


class NetworkMunicipality(Base):
    """A network works in this municipality."""

    __tablename__ = "network_municipality"
    __table_args__ = (UniqueConstraint("network_id", "municipality_id"),)

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"), index=True)


class HandOver(Base):
    """A network is offered to another adviser, who has to agree."""

    __tablename__ = "hand_over"
    __table_args__ = (
        CheckConstraint("(answer is null) = (answered_at_utc is null)", name="answered_at_a_time"),
        CheckConstraint("answer in ('accepted', 'refused', 'withdrawn')", name="known_answer"),
        Index(
            "uq_hand_over_one_open_per_network",
            "network_id",
            unique=True,
            sqlite_where=text("answered_at_utc is null"),
            postgresql_where=text("answered_at_utc is null"),
        ),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    #: Who offers it: the network's adviser, or an administrator.
    from_account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    #: None: no adviser has the address that was typed, which is nobody's business to find out.
    to_account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    offered_at_utc: Mapped[datetime]
    answered_at_utc: Mapped[datetime | None]
    answer: Mapped[Literal["accepted", "refused", "withdrawn"] | None] = mapped_column(String(10))


class PartnerOrganisation(Base):
    """A member of a network, of one kind of partner."""

    __tablename__ = "partner_organisation"
    __table_args__ = (
        UniqueConstraint("network_id", "name"),
        CheckConstraint("length(name) > 0", name="has_a_name"),
        Index("ix_partner_organisation_network_id_kind", "network_id", "kind", "sort_name", "id"),  # as a contact's
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    name: Mapped[str] = mapped_column(String(200))
    sort_name: Mapped[str] = folded_from("name", index=True)
    #: A kind of partner from questionnaires/kinds.yaml.
    kind: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 -- SQLAlchemy reads it from the class


class Contact(Base):
    """A person at a partner organisation who can be invited."""

    __tablename__ = "contact"
    __table_args__ = (
        UniqueConstraint("network_id", "address_key", name="uq_contact_own_address_per_network"),
        CheckConstraint("(address is null) = (address_key is null)", name="address_with_key"),
        CheckConstraint(
            "erased_at_utc is null or "
            "(name = '' and address is null and job = '' and sort_name = '' and search_text = '')",
            name="erased_is_nobody",
        ),
        CheckConstraint("erased_at_utc is not null or length(name) > 0", name="has_a_name"),
        # counts, and searches through many, without looking at the rows themselves
        Index(
            "ix_contact_network_id_search_text",
            "network_id",
            "archived_at_utc",
            "search_text",
            "sort_name",
            "id",
            sqlite_where=text("erased_at_utc is null"),
            postgresql_where=text("erased_at_utc is null"),
        ),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    partner_organisation_id: Mapped[UUID] = mapped_column(ForeignKey("partner_organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    sort_name: Mapped[str] = folded_from("name", index=True)
    search_text: Mapped[str] = folded_from("name", "address", length=TEXT_LENGTH)
    address: Mapped[str | None] = mapped_column(String(254))
    #: The address normalised, plus-tag removed: one person, one address of their own (disclosure rule R3).
    address_key: Mapped[str | None] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(8), default="nl")
    #: What this person does there, such as "taalcoach"; for advisers and coordinators only.
    job: Mapped[str] = mapped_column(String(100), default="")
    #: Whether this person is asked to fill in the organisation profile.
    names_profile: Mapped[bool] = mapped_column(default=False)
    added_at_utc: Mapped[datetime] = mapped_column(default=lambda: clock.now())
    #: Not invited any more; what was sent in stays.
    archived_at_utc: Mapped[datetime | None]
    #: Nothing of the person is left; the row stays as long as an invitation to an open round refers to it.
    erased_at_utc: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 -- SQLAlchemy reads it from the class
