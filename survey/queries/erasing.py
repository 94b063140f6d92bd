"""What goes when a contact goes; nothing here looks at whether anything was answered (disclosure rule R10)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, exists, select
from sqlalchemy.orm import Session

from survey.models import Contact, Invitation, Network, PartnerOrganisation, PublishedResults, Round
from survey.queries.people import Reach, within


@dataclass(frozen=True, slots=True)
class ContactPlace:
    """A contact with where it belongs, as the page asks for confirmation that erases it."""

    id: UUID
    name: str
    network_id: UUID
    network_name: str
    support_organisation_id: UUID
    organisation_name: str
    is_invited: bool
    erased_at_utc: datetime | None


def unpublished_of(contact_id: Any) -> ColumnElement[bool]:
    """Return the condition that a contact is invited to a round whose results are still to be made.

    A round that was closed and not yet published counts whom it invited, so it holds them as an open one does.
    """
    has_results = exists().where(PublishedResults.round_id == Round.id).correlate(Round)
    return (
        exists()
        .where(
            Invitation.contact_id == contact_id,
            Invitation.round_id == Round.id,
            Round.cancelled_at_utc.is_(None),
            ~has_results,
        )
        .correlate_except(Invitation, Round, PublishedResults)
    )


def _places() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Contact.id, Contact.name, Network.id, Network.name, Network.support_organisation_id,
            PartnerOrganisation.name, unpublished_of(Contact.id), Contact.erased_at_utc,
        )
        .join(Network, Network.id == Contact.network_id)
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
    )  # fmt: skip


def find_contact(session: Session, *, reach: Reach, contact_id: UUID) -> ContactPlace | None:
    """Return a contact who is there and within reach."""
    ours = _places().where(Contact.id == contact_id, Contact.erased_at_utc.is_(None), within(reach))
    row = session.execute(ours).one_or_none()
    return ContactPlace(*row) if row else None


def lock_contact(session: Session, *, contact_id: UUID) -> Contact | None:
    """Return a contact whom nobody else can change or invite until the transaction ends."""
    statement = select(Contact).where(Contact.id == contact_id).with_for_update()
    return session.scalars(statement.execution_options(populate_existing=True)).one_or_none()


def is_invited(session: Session, *, contact_id: UUID) -> bool:
    """Say whether a contact is invited to a round whose results are still to be made."""
    return bool(session.scalar(select(unpublished_of(contact_id))))


def delete_contact(session: Session, *, contact: Contact) -> None:
    """Delete a contact with the invitations to rounds that are over; their links open nothing any more."""
    session.execute(delete(Invitation).where(Invitation.contact_id == contact.id))
    session.delete(contact)
    session.flush()
