"""A network, its partner organisations, and the contacts who can be invited."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

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
    )

    support_organisation_id: Mapped[UUID] = mapped_column(ForeignKey("support_organisation.id"))
    adviser_id: Mapped[UUID] = mapped_column(ForeignKey("adviser.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    province: Mapped[str] = mapped_column(String(4))
    coordinator_name: Mapped[str | None] = mapped_column(String(200))


class PartnerOrganisation(Base):
    """A member of a network, of one kind of partner."""

    __tablename__ = "partner_organisation"
    __table_args__ = (
        UniqueConstraint("network_id", "name"),
        CheckConstraint("length(name) > 0", name="has_a_name"),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    name: Mapped[str] = mapped_column(String(200))
    #: A kind of partner from questionnaires/kinds.yaml.
    kind: Mapped[str] = mapped_column(String(40))


class Contact(Base):
    """A person at a partner organisation who can be invited."""

    __tablename__ = "contact"
    __table_args__ = (
        UniqueConstraint("network_id", "address_key", name="uq_contact_own_address_per_network"),
        CheckConstraint("(address is null) = (address_key is null)", name="address_with_key"),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id"))
    partner_organisation_id: Mapped[UUID] = mapped_column(ForeignKey("partner_organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str | None] = mapped_column(String(254))
    #: The address normalised, plus-tag removed: one person, one address of their own (disclosure rule R3).
    address_key: Mapped[str | None] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(8), default="nl")
