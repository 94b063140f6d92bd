"""Accounts, their passkeys and their sessions."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, exists, select, update
from sqlalchemy.orm import Session

from survey.models import Account, AccountSession, Passkey, SupportOrganisation


def find_account(session: Session, *, address: str) -> Account | None:
    """Return the account of an address, open or closed."""
    return session.scalars(select(Account).where(Account.address == address)).one_or_none()


def find_open_account(session: Session, *, account_id: UUID) -> Account | None:
    """Return an account by which somebody may sign in."""
    return session.scalars(_open().where(Account.id == account_id)).one_or_none()


def find_open_account_at(session: Session, *, address: str) -> Account | None:
    """Return the account of an address, if somebody may sign in by it."""
    return session.scalars(_open().where(Account.address == address)).one_or_none()


def _open() -> Any:
    support = SupportOrganisation.id == Account.support_organisation_id
    return (
        select(Account)
        .join(SupportOrganisation, support)
        .where(Account.active, SupportOrganisation.archived_at_utc.is_(None), Account.is_demo.is_(False))
    )


def list_accounts(session: Session) -> list[tuple[Account, str]]:
    """Return all accounts with the names of their support organisations."""
    statement = (
        select(Account, SupportOrganisation.name)
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .order_by(SupportOrganisation.name, Account.name, Account.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def has_passkey(session: Session, *, account_id: UUID) -> bool:
    """Say whether an account has a passkey."""
    return bool(session.scalar(select(exists().where(Passkey.account_id == account_id))))


def list_passkeys(session: Session, *, account_id: UUID) -> list[Passkey]:
    """Return the passkeys of an account, by name."""
    return list(session.scalars(select(Passkey).where(Passkey.account_id == account_id).order_by(Passkey.name)))


def find_passkey(session: Session, *, credential_id: bytes) -> Passkey | None:
    """Return a passkey by what the device calls it."""
    return session.scalars(select(Passkey).where(Passkey.credential_id == credential_id)).one_or_none()


def delete_passkey(session: Session, *, account_id: UUID, passkey_id: UUID) -> bool:
    """Delete a passkey of this account; ``False`` when it has none such."""
    return _deleted(session, delete(Passkey).where(Passkey.account_id == account_id, Passkey.id == passkey_id)) > 0


def delete_passkeys(session: Session, *, account_id: UUID) -> int:
    """Delete all passkeys of an account; return how many there were."""
    return _deleted(session, delete(Passkey).where(Passkey.account_id == account_id))


def list_sessions(session: Session, *, account_id: UUID, begun_after: datetime) -> list[AccountSession]:
    """Return where somebody is signed in, the last seen first."""
    statement = (
        select(AccountSession)
        .where(AccountSession.account_id == account_id, AccountSession.begun_at_utc > begun_after)
        .order_by(AccountSession.seen_at_utc.desc(), AccountSession.id)
    )
    return list(session.scalars(statement))


def find_session(session: Session, *, account_id: UUID, session_id: UUID) -> AccountSession | None:
    """Return one session of this account."""
    statement = select(AccountSession).where(AccountSession.account_id == account_id, AccountSession.id == session_id)
    return session.scalars(statement).one_or_none()


def delete_sessions(session: Session, *, account_id: UUID, but: UUID | None = None) -> int:
    """End the sessions of an account, but for one; return how many."""
    statement = delete(AccountSession).where(AccountSession.account_id == account_id)
    return _deleted(session, statement if but is None else statement.where(AccountSession.id != but))


def mark_seen(session: Session, *, session_id: UUID, at: datetime) -> None:
    """Note that somebody is still there."""
    session.execute(update(AccountSession).where(AccountSession.id == session_id).values(seen_at_utc=at))


def _deleted(session: Session, statement: Any) -> int:
    return cast(CursorResult[Any], session.execute(statement)).rowcount
