"""Who administers: there is always somebody."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import Account, SupportOrganisation


def lock_administrators(session: Session) -> list[tuple[UUID, UUID]]:
    """Return the administrators who can sign in, with their support organisations.

    Until the transaction ends nobody else can count them: of two administrators who each take away the other's role,
    the second finds that one is left. Take this lock before any other.
    """
    statement = (
        select(Account.id, Account.support_organisation_id)
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .where(Account.role == "administrator", Account.active, SupportOrganisation.archived_at_utc.is_(None))
        .order_by(Account.id)
        .with_for_update()
    )
    return [(row[0], row[1]) for row in session.execute(statement)]
