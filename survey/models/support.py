"""The support organisation (the tenant) and the advisers who belong to it."""

from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base


class SupportOrganisation(Base):
    """A provincial support organisation: its advisers look after networks."""

    __tablename__ = "support_organisation"

    name: Mapped[str] = mapped_column(String(200), unique=True)


class Adviser(Base):
    """A person who looks after the networks of one support organisation."""

    __tablename__ = "adviser"

    support_organisation_id: Mapped[UUID] = mapped_column(ForeignKey("support_organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(254), unique=True)
    #: The one adviser a demo signs in without a password; there is none in production.
    is_demo: Mapped[bool] = mapped_column(default=False)
