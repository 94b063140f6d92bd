"""Which questionnaires the advisers of a support organisation can choose."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import SupportOrganisation


def find_available(session: Session, *, support_organisation_id: UUID) -> Collection[str] | None:
    """Return the ids of the questionnaires that can be chosen; ``None`` for all of them."""
    statement = select(SupportOrganisation.questionnaires).where(SupportOrganisation.id == support_organisation_id)
    return session.scalars(statement).one()


def list_choices(session: Session) -> list[tuple[str, Collection[str] | None]]:
    """Return per support organisation that is not archived its name, and what its advisers can choose; by name."""
    statement = (
        select(SupportOrganisation.name, SupportOrganisation.questionnaires)
        .where(SupportOrganisation.archived_at_utc.is_(None))
        .order_by(SupportOrganisation.id)
    )
    choices = [(name, chosen) for name, chosen in session.execute(statement)]
    return sorted(choices, key=lambda choice: choice[0].casefold())  # no database here knows Dutch order
