"""Which account somebody signs in to whom another provider vouches for; no account is ever made by it.

The first time the address counts, if the provider says that it was verified; from then on the provider's own name for
the person, so that an address that changes hands there opens nothing here.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from survey.models import Account
from survey.queries import openid as queries
from survey.services import audit
from survey.services.audit import Actor, What

#: Why somebody is not signed in: the account was closed; the address was not verified; no account has it; or somebody
#: else of that provider signs in to it.
Refusal = Literal["closed", "unverified", "unknown", "taken"]


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom a provider says that this is; ``address`` only if it was verified there."""

    issuer: str
    subject: str
    address: str | None


def find_linked(session: Session, *, issuer: str, subject: str) -> Account | None:
    """Return the account that this subject was linked to before, open or closed."""
    return queries.find_account_of(session, issuer=issuer, subject=subject)


def account_of(session: Session, *, vouched: Vouched, at: datetime, place: str) -> Account | Refusal:
    """Return whose account this is, linked now if it was not yet; or why nobody is signed in. The log gets either."""
    account = find_linked(session, issuer=vouched.issuer, subject=vouched.subject)
    is_new = account is None
    if account is None and vouched.address is not None:
        account = queries.lock_account_at(session, address=vouched.address.lower())
    refusal = _refusal(session, account, vouched, is_new=is_new)
    if account is None or refusal is not None:
        _note_refusal(session, account, refusal or "unknown", Actor(None, None, place), at)
        return refusal or "unknown"
    if is_new:
        _link(session, account, vouched, Actor(account.id, account.support_organisation_id, place), at)
    return account


def _refusal(session: Session, account: Account | None, vouched: Vouched, *, is_new: bool) -> Refusal | None:
    if account is None:
        return "unverified" if vouched.address is None else "unknown"
    if not queries.is_open(session, account=account):
        return "closed"
    if is_new and queries.is_linked(session, account=account, issuer=vouched.issuer):
        return "taken"
    return None


def _link(session: Session, account: Account, vouched: Vouched, by: Actor, at: datetime) -> None:
    """Remember who this is; a verified address also takes up the invitation that lies there."""
    queries.link(session, account=account, issuer=vouched.issuer, subject=vouched.subject)
    account.joined_at_utc = account.joined_at_utc or at
    audit.note(session, What("account.provider_linked", "account", account.id), by=by, at=at)


def _note_refusal(session: Session, account: Account | None, refusal: Refusal, by: Actor, at: datetime) -> None:
    what = What(
        "account.sign_in_refused",
        "account",
        account.id if account else None,
        support_organisation_id=account.support_organisation_id if account else None,
        details={"method": "openid", "reason": refusal},
    )
    audit.note(session, what, by=by, at=at)
