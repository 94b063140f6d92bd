"""One network from within: its organisations, the people there, and who coordinates it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from survey.models import Account, Contact, Invitation, Network, NetworkCoordinator, PartnerOrganisation
from survey.queries.people import Reach, within


def lock_network(session: Session, *, reach: Reach, network_id: UUID) -> Network | None:
    """Return a network within reach that nobody else can change until the transaction ends."""
    statement = select(Network).where(Network.id == network_id, within(reach)).with_for_update(of=Network)
    return session.scalars(statement).one_or_none()


def find_organisation(session: Session, *, reach: Reach, organisation_id: UUID) -> PartnerOrganisation | None:
    """Return a partner organisation of a network within reach."""
    statement = (
        select(PartnerOrganisation)
        .join(Network, Network.id == PartnerOrganisation.network_id)
        .where(PartnerOrganisation.id == organisation_id, within(reach))
    )
    return session.scalars(statement).one_or_none()


def find_contact(session: Session, *, reach: Reach, contact_id: UUID) -> Contact | None:
    """Return a contact of a network within reach; one that was erased is nobody any more."""
    statement = (
        select(Contact)
        .join(Network, Network.id == Contact.network_id)
        .where(Contact.id == contact_id, Contact.erased_at_utc.is_(None), within(reach))
    )
    return session.scalars(statement).one_or_none()


def list_organisations(session: Session, *, network_id: UUID) -> Sequence[PartnerOrganisation]:
    """Return a network's partner organisations, by name."""
    statement = select(PartnerOrganisation).where(PartnerOrganisation.network_id == network_id)
    return session.scalars(statement.order_by(PartnerOrganisation.name, PartnerOrganisation.id)).all()


def list_contacts(session: Session, *, network_id: UUID) -> Sequence[Contact]:
    """Return a network's contacts, archived ones too, by name."""
    statement = select(Contact).where(Contact.network_id == network_id, Contact.erased_at_utc.is_(None))
    return session.scalars(statement.order_by(Contact.name, Contact.id)).all()


def list_contacts_of(session: Session, *, organisation_id: UUID) -> Sequence[Contact]:
    """Return everybody at an organisation, also who was archived or erased."""
    statement = select(Contact).where(Contact.partner_organisation_id == organisation_id)
    return session.scalars(statement.order_by(Contact.name, Contact.id)).all()


def count_contacts(session: Session, *, organisation_id: UUID) -> int:
    """Count who is at an organisation, also who was archived or erased."""
    statement = select(func.count()).where(Contact.partner_organisation_id == organisation_id)
    return session.scalar(statement) or 0


def list_coordinators(session: Session, *, network_id: UUID) -> Sequence[Account]:
    """Return the accounts that coordinate a network, by name."""
    statement = (
        select(Account)
        .join(NetworkCoordinator, NetworkCoordinator.account_id == Account.id)
        .where(NetworkCoordinator.network_id == network_id)
        .order_by(Account.name, Account.id)
    )
    return session.scalars(statement).all()


def move_invitations(session: Session, *, from_id: UUID, to_id: UUID) -> None:
    """Give a contact the invitations of another one; where both have one of the same round, the other's goes."""
    theirs = select(Invitation.round_id).where(Invitation.contact_id == to_id)
    session.execute(delete(Invitation).where(Invitation.contact_id == from_id, Invitation.round_id.in_(theirs)))
    session.execute(update(Invitation).where(Invitation.contact_id == from_id).values(contact_id=to_id))
