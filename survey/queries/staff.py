"""Accounts as administrators see them, and as advisers see the coordinators of their networks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from survey.models import (
    Account,
    AccountSession,
    AuditEvent,
    Network,
    NetworkCoordinator,
    OpenIdIdentity,
    Passkey,
)


@dataclass(frozen=True, slots=True)
class Advised:
    """A network that an account is the adviser of."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an account beside its own row: no secret is part of it."""

    networks: tuple[Advised, ...]
    coordinates: tuple[str, ...]
    passkeys: int
    providers: int
    sessions: int
    last_seen_at_utc: datetime | None


@dataclass(frozen=True, slots=True)
class CoordinatorRow:
    """An account that coordinates a network."""

    id: UUID
    name: str
    address: str
    active: bool
    joined_at_utc: datetime | None


def find_account(session: Session, *, account_id: UUID) -> Account | None:
    """Return an account, open or closed."""
    return session.get(Account, account_id)


def lock_account(session: Session, *, account_id: UUID) -> Account | None:
    """Return an account that nobody else changes until the transaction ends."""
    return session.get(Account, account_id, with_for_update=True, populate_existing=True)


def standing(session: Session, *, account_id: UUID) -> Standing:
    """Return what an account is in use for, and by which ways its owner can sign in."""
    signed_in = select(func.max(AuditEvent.at_utc)).where(
        AuditEvent.actor_id == account_id, AuditEvent.action == "account.signed_in"
    )
    seen = select(func.max(AccountSession.seen_at_utc)).where(AccountSession.account_id == account_id)
    moments = [moment for moment in (session.scalar(signed_in), session.scalar(seen)) if moment is not None]
    return Standing(
        networks=tuple(looked_after(session, account_id=account_id)),
        coordinates=tuple(_coordinated(session, account_id)),
        passkeys=_count(session, Passkey, account_id),
        providers=_count(session, OpenIdIdentity, account_id),
        sessions=_count(session, AccountSession, account_id),
        last_seen_at_utc=max(moments, default=None),
    )


def looked_after(session: Session, *, account_id: UUID) -> list[Advised]:
    """Return the networks that an account is the adviser of, by name."""
    statement = select(Network.id, Network.name).where(Network.adviser_id == account_id)
    return [Advised(*row) for row in session.execute(statement.order_by(Network.name, Network.id))]


def list_coordinators(session: Session, *, network_id: UUID) -> list[CoordinatorRow]:
    """Return the accounts that coordinate a network, by name."""
    statement = (
        select(Account.id, Account.name, Account.address, Account.active, Account.joined_at_utc)
        .join(NetworkCoordinator, NetworkCoordinator.account_id == Account.id)
        .where(NetworkCoordinator.network_id == network_id)
        .order_by(Account.name, Account.id)
    )
    return [CoordinatorRow(*row) for row in session.execute(statement)]


def find_coordinator(session: Session, *, network_id: UUID, account_id: UUID) -> Account | None:
    """Return an account, if it coordinates this network."""
    statement = (
        select(Account)
        .join(NetworkCoordinator, NetworkCoordinator.account_id == Account.id)
        .where(NetworkCoordinator.network_id == network_id, Account.id == account_id)
    )
    return session.scalars(statement).one_or_none()


def unlink(session: Session, *, account_id: UUID, network_id: UUID | None = None) -> int:
    """Take an account off a network that it coordinates, or off all; return how many."""
    statement = delete(NetworkCoordinator).where(NetworkCoordinator.account_id == account_id)
    if network_id is not None:
        statement = statement.where(NetworkCoordinator.network_id == network_id)
    done: Any = session.execute(statement)
    return done.rowcount


def _coordinated(session: Session, account_id: UUID) -> list[str]:
    statement = (
        select(Network.name)
        .join(NetworkCoordinator, NetworkCoordinator.network_id == Network.id)
        .where(NetworkCoordinator.account_id == account_id)
    )
    return list(session.scalars(statement.order_by(Network.name, Network.id)))


def _count(session: Session, table: Any, account_id: UUID) -> int:
    return session.scalars(select(func.count()).select_from(table).where(table.account_id == account_id)).one()
