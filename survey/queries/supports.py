"""Support organisations as administrators see them, and who belongs to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models import Account, Network, Round, SupportOrganisation
from survey.models.account import Role


@dataclass(frozen=True, slots=True)
class StaffRow:
    """An account of a support organisation, with how many networks it looks after."""

    id: UUID
    name: str
    role: Role
    active: bool
    networks: int


def find(session: Session, *, support_id: UUID) -> SupportOrganisation | None:
    """Return a support organisation."""
    return session.get(SupportOrganisation, support_id)


def lock(session: Session, *, support_id: UUID) -> SupportOrganisation | None:
    """Return a support organisation that nobody else changes until the transaction ends."""
    return session.get(SupportOrganisation, support_id, with_for_update=True, populate_existing=True)


def list_names(session: Session, *, only_active: bool = False) -> list[tuple[UUID, str]]:
    """Return the support organisations by name."""
    statement = select(SupportOrganisation.id, SupportOrganisation.name)
    if only_active:
        statement = statement.where(SupportOrganisation.archived_at_utc.is_(None))
    rows = session.execute(statement.order_by(SupportOrganisation.name, SupportOrganisation.id))
    return [(row[0], row[1]) for row in rows]


def count_networks(session: Session, *, support_id: UUID) -> int:
    """Return how many networks a support organisation looks after, archived ones too."""
    statement = select(func.count()).select_from(Network).where(Network.support_organisation_id == support_id)
    return session.scalars(statement).one()


def count_open_rounds(session: Session, *, support_id: UUID) -> int:
    """Return in how many of a support organisation's networks a round is open."""
    statement = (
        select(func.count())
        .select_from(Round)
        .join(Network, Network.id == Round.network_id)
        .where(Network.support_organisation_id == support_id, Round.closed_at_utc.is_(None))
    )
    return session.scalars(statement).one()


def list_staff(session: Session, *, support_id: UUID) -> Sequence[StaffRow]:
    """Return the advisers and administrators of a support organisation by name; closed accounts last."""
    networks = select(func.count()).where(Network.adviser_id == Account.id).correlate(Account).scalar_subquery()
    statement = (
        select(Account.id, Account.name, Account.role, Account.active, networks)
        .where(Account.support_organisation_id == support_id, Account.role != "coordinator")
        .order_by(Account.active.desc(), Account.name, Account.id)
    )
    return [StaffRow(*row) for row in session.execute(statement)]
