"""What has been kept long enough: counted for who wants to know before, and deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from survey.models import Account, Action, Contact, Invitation, Network, Round, SealedResponse, SupportOrganisation
from survey.queries.erasing import unpublished_of

#: The domain of addresses that are nobody's; no mail can ever go there.
NOBODY = "erased.invalid"


@dataclass(frozen=True, slots=True)
class DueNetwork:
    """How many contacts of a network have been kept long enough, and how many empty rows are left without use."""

    id: UUID
    name: str
    contacts: int
    emptied: int


def list_support_organisations(session: Session) -> Sequence[SupportOrganisation]:
    """Return all support organisations, by name."""
    return session.scalars(select(SupportOrganisation).order_by(SupportOrganisation.name)).all()


def count_until(session: Session, *, column: InstrumentedAttribute[Any], moment: datetime) -> int:
    """Count the rows of a table whose time in this column is at or before a moment."""
    return session.scalar(select(func.count()).select_from(column.class_).where(column <= moment)) or 0


def delete_until(session: Session, *, column: InstrumentedAttribute[Any], moment: datetime) -> int:
    """Delete the rows of a table whose time in this column is at or before a moment; return how many."""
    table: Any = column.class_
    gone = session.execute(delete(table).where(column <= moment).returning(table.id))
    return len(gone.all())


def count_sealed_rounds(session: Session, *, closed_before: datetime) -> int:
    """Count the rounds that closed before a moment and still have sealed answers."""
    held = exists().where(SealedResponse.round_id == Round.id)
    return session.scalar(select(func.count()).select_from(Round).where(Round.closed_at_utc < closed_before, held)) or 0


def list_due_networks(session: Session, *, support_id: UUID, before: datetime) -> list[DueNetwork]:
    """Return the networks of a support organisation with contacts that go, by name."""
    is_empty = Contact.erased_at_utc.is_not(None)
    statement = (
        select(Network.id, Network.name, func.count().filter(~is_empty), func.count().filter(is_empty))
        .join(Contact, Contact.network_id == Network.id)
        .where(Network.support_organisation_id == support_id, _is_due(before))
        .group_by(Network.id, Network.name)
        .order_by(Network.name, Network.id)
    )
    return [DueNetwork(*row) for row in session.execute(statement)]


def delete_due_contacts(session: Session, *, support_id: UUID, before: datetime) -> None:
    """Delete the contacts that go, with their invitations to rounds that are over."""
    due = _due_contacts(support_id, before)
    session.execute(delete(Invitation).where(Invitation.contact_id.in_(due)).execution_options(**_NO_SYNC))
    session.execute(delete(Contact).where(Contact.id.in_(due)).execution_options(**_NO_SYNC))


def list_actions_of_due(session: Session, *, support_id: UUID, before: datetime) -> Sequence[UUID]:
    """Return the actions that are done by contacts that go."""
    statement = select(Action.id).where(Action.contact_id.in_(_due_contacts(support_id, before)))
    return session.scalars(statement.order_by(Action.id)).all()


def _due_contacts(support_id: UUID, before: datetime) -> Select[UUID]:
    return (
        select(Contact.id)
        .join(Network, Network.id == Contact.network_id)
        .where(Network.support_organisation_id == support_id, _is_due(before))
    )


def _is_due(before: datetime) -> ColumnElement[bool]:
    """Return the condition that a contact goes: long not invited, or empty and no longer needed.

    A round that is not published yet holds whom it invited, however old it is.
    """
    lately = (
        exists()
        .where(Invitation.contact_id == Contact.id, Invitation.round_id == Round.id, Round.closed_at_utc >= before)
        .correlate(Contact)
    )
    is_old = (Contact.added_at_utc < before) & ~lately
    return (Contact.erased_at_utc.is_not(None) | is_old) & ~unpublished_of(Contact.id)


#: The session holds none of these rows.
_NO_SYNC: dict[str, Any] = {"synchronize_session": False}


def list_closed_accounts(session: Session, *, support_id: UUID, before: datetime) -> Sequence[Account]:
    """Return the accounts that were closed before a moment and still say whose they were.

    Who still stands as a network's adviser is told to its partners, and stays until the network is handed over.
    """
    statement = select(Account).where(
        Account.support_organisation_id == support_id,
        Account.closed_at_utc < before,
        ~Account.address.endswith(f"@{NOBODY}"),
        ~exists().where(Network.adviser_id == Account.id),
    )
    return session.scalars(statement.order_by(Account.id)).all()
