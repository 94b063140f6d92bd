"""Requests for lost links, and the links that belong to an address."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from survey.models import Account, Contact, Invitation, LinkRequest, Network, Round


@dataclass(frozen=True, slots=True)
class LostLink:
    """A personal link in the newest round of a network; whether anything was answered by it is not looked at."""

    invitation_id: UUID
    generation: int
    address: str
    language: str
    network_name: str
    closes_on: date
    is_open: bool
    adviser_name: str
    adviser_address: str


def lock_request(session: Session, *, request_id: UUID) -> LinkRequest | None:
    """Return a request that nobody else deals with until the transaction ends; ``None`` when it was dealt with."""
    statement = select(LinkRequest).where(LinkRequest.id == request_id).with_for_update()
    return session.scalars(statement).one_or_none()


def list_waiting(session: Session) -> list[UUID]:
    """Return the requests that are not dealt with, oldest first."""
    return list(session.scalars(select(LinkRequest.id).order_by(LinkRequest.asked_at_utc, LinkRequest.id)))


def delete_request(session: Session, *, request_id: UUID) -> None:
    """Delete a request that was dealt with."""
    session.execute(delete(LinkRequest).where(LinkRequest.id == request_id))


def delete_asked_before(session: Session, *, moment: datetime) -> None:
    """Delete the requests that are too old to be of use."""
    session.execute(delete(LinkRequest).where(LinkRequest.asked_at_utc < moment))


def find_links(session: Session, *, address_key: str) -> list[LostLink]:
    """Return the links of an address in the newest round of each network, by its name; but for withdrawn ones."""
    newest = (
        select(Round.network_id, func.max(Round.number).label("number"))
        .where(Round.cancelled_at_utc.is_(None))
        .group_by(Round.network_id)
        .subquery("newest")
    )
    statement = (
        select(
            Invitation.id, Invitation.generation, Contact.address, Contact.language, Network.name,
            Round.closes_on, Round.closed_at_utc.is_(None), Account.name, Account.address,
        )
        .select_from(Contact)
        .join(Invitation, Invitation.contact_id == Contact.id)
        .join(Round, Round.id == Invitation.round_id)
        .join(newest, (newest.c.network_id == Round.network_id) & (newest.c.number == Round.number))
        .join(Network, Network.id == Round.network_id)
        .join(Account, Account.id == Network.adviser_id)
        .where(Contact.address_key == address_key, Invitation.withdrawn_at_utc.is_(None))
        .order_by(Network.name, Invitation.id)
    )  # fmt: skip
    return [LostLink(*row) for row in session.execute(statement)]
