"""Tokens of the read API: whose they are, and whether they open anything."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from survey.models import Account, ApiToken, SupportOrganisation


@dataclass(frozen=True, slots=True)
class Caller:
    """A program that reads for a support organisation, by one of its tokens."""

    token_id: UUID
    support_organisation_id: UUID
    used_on: date | None


@dataclass(frozen=True, slots=True)
class ListedToken:
    """A token in the list; ``opens`` says whether it still opens anything."""

    id: UUID
    name: str
    made_at: datetime
    made_by: str | None
    used_on: date | None
    revoked_at: datetime | None
    opens: bool


#: A token opens what its maker may read: an adviser of the same organisation, as long as that account is there.
_OPENS = (
    ApiToken.revoked_at_utc.is_(None)
    & Account.active
    & (Account.role == "adviser")
    & (Account.support_organisation_id == ApiToken.support_organisation_id)
)


def find_caller(session: Session, *, token_hash: str) -> Caller | None:
    """Return who calls with a token; nobody when it was revoked, or its maker may not read these reports any more."""
    statement = (
        select(ApiToken.id, ApiToken.support_organisation_id, ApiToken.used_on)
        .join(Account, Account.id == ApiToken.made_by_id)
        .join(SupportOrganisation, SupportOrganisation.id == ApiToken.support_organisation_id)
        .where(ApiToken.token_hash == token_hash, _OPENS, SupportOrganisation.archived_at_utc.is_(None))
    )
    row = session.execute(statement).one_or_none()
    return Caller(*row) if row else None


def list_tokens(session: Session, *, support_organisation_id: UUID) -> list[ListedToken]:
    """Return the tokens of a support organisation, the newest first."""
    statement = (
        select(
            ApiToken.id, ApiToken.name, ApiToken.made_at_utc, Account.name, ApiToken.used_on, ApiToken.revoked_at_utc,
            _OPENS,
        )
        .outerjoin(Account, Account.id == ApiToken.made_by_id)
        .where(ApiToken.support_organisation_id == support_organisation_id)
        .order_by(ApiToken.made_at_utc.desc(), ApiToken.id)
    )  # fmt: skip
    return [ListedToken(*row[:6], opens=bool(row[6])) for row in session.execute(statement)]


def find_token(session: Session, *, token_id: UUID, support_organisation_id: UUID) -> ApiToken | None:
    """Return a token of a support organisation."""
    statement = select(ApiToken).where(
        ApiToken.id == token_id, ApiToken.support_organisation_id == support_organisation_id
    )
    return session.scalars(statement).one_or_none()


def mark_used(session: Session, *, token_id: UUID, on: date) -> None:
    """Note the day on which a token opened something."""
    session.execute(update(ApiToken).where(ApiToken.id == token_id).values(used_on=on))
