"""What hangs on an account."""

from uuid import UUID

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from survey.models import (
    Account,
    AccountMail,
    AccountSession,
    AlertChoice,
    AlertLook,
    AlertTold,
    Network,
    NetworkCoordinator,
    OpenIdIdentity,
    Passkey,
    SavedView,
    StagedImport,
)

_OF_ACCOUNT = (
    AccountSession, OpenIdIdentity, Passkey, SavedView, StagedImport, NetworkCoordinator, AlertChoice, AlertLook,
    AlertTold,
)  # fmt: skip


def delete_what_hangs_on(session: Session, *, account: Account) -> None:
    """Delete ways to sign in, sessions, what was kept or imported, mails, alerts, and what is coordinated."""
    for table in _OF_ACCOUNT:
        session.execute(delete(table).where(table.account_id == account.id))
    session.execute(delete(AccountMail).where(func.lower(AccountMail.to_address) == account.address))
    session.expire(account, ["webauthn"])


def is_adviser(session: Session, *, account_id: UUID) -> bool:
    """Say whether networks are looked after by this account."""
    return bool(session.scalar(select(exists().where(Network.adviser_id == account_id))))
