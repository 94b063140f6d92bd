"""Who administers: there is always somebody."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from survey.models import Account, SupportOrganisation


def lock_administrators(session: Session) -> list[tuple[UUID, UUID]]:
    """Return the administrators who can sign in, with their support organisations.

    Until the transaction ends nobody else can count them: of two administrators who each take away the other's role,
    the second finds that one is left. Take this lock before any other.
    """
    return [(row[0], row[1]) for row in session.execute(_who_can_administer().with_for_update())]


def has_other_administrator(session: Session, *, but: UUID) -> bool:
    """Say whether somebody else can administer."""
    return session.execute(_who_can_administer().where(Account.id != but).limit(1)).first() is not None


def _who_can_administer() -> Select[UUID, UUID]:
    """Ask for administrators who can sign in: one who is invited and did not come yet leaves nobody at the wheel."""
    return (
        select(Account.id, Account.support_organisation_id)
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .where(
            Account.role == "administrator",
            Account.active,
            Account.joined_at_utc.is_not(None),
            SupportOrganisation.archived_at_utc.is_(None),
        )
        .order_by(Account.id)
    )
