"""Whom another provider signs in as which account."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import Account, OpenIdIdentity, SupportOrganisation


def find_account_of(session: Session, *, issuer: str, subject: str) -> Account | None:
    """Return whose account a provider's subject signs in to, open or closed."""
    statement = (
        select(Account)
        .join(OpenIdIdentity, OpenIdIdentity.account_id == Account.id)
        .where(OpenIdIdentity.issuer == issuer, OpenIdIdentity.subject == subject)
    )
    return session.scalars(statement).one_or_none()


def lock_account_at(session: Session, *, address: str) -> Account | None:
    """Return the account with an address, and let nobody else link it meanwhile."""
    return session.scalars(select(Account).where(Account.address == address).with_for_update()).one_or_none()


def is_linked(session: Session, *, account: Account, issuer: str) -> bool:
    """Say whether a provider signs in somebody to an account already."""
    statement = select(OpenIdIdentity.id).where(
        OpenIdIdentity.account_id == account.id, OpenIdIdentity.issuer == issuer
    )
    return session.scalars(statement).first() is not None


def is_open(session: Session, *, account: Account) -> bool:
    """Say whether an account can be signed in to: neither it nor its organisation was closed."""
    support = session.get_one(SupportOrganisation, account.support_organisation_id)
    return account.active and support.archived_at_utc is None


def link(session: Session, *, account: Account, issuer: str, subject: str) -> None:
    """Let a provider's subject sign in to an account from now on."""
    session.add(OpenIdIdentity(account_id=account.id, issuer=issuer, subject=subject))
    session.flush()
