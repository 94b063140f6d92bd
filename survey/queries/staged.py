"""Files that were given to import, while they wait."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey.models import StagedImport


def find_staged(
    session: Session, *, staged_id: UUID, account_id: UUID, given_after: datetime, lock: bool = False
) -> StagedImport | None:
    """Return a file that this account gave; ``lock``: of two who take it at once, one waits, and finds it gone."""
    statement = select(StagedImport).where(
        StagedImport.id == staged_id, StagedImport.account_id == account_id, StagedImport.given_at_utc > given_after
    )
    return session.scalars(statement.with_for_update() if lock else statement).one_or_none()


def list_ids(session: Session, *, account_id: UUID) -> Sequence[UUID]:
    """Return the files that this account gave, the newest first."""
    statement = select(StagedImport.id).where(StagedImport.account_id == account_id)
    return session.scalars(statement.order_by(StagedImport.given_at_utc.desc(), StagedImport.id)).all()


def delete_staged(session: Session, *, staged_ids: Sequence[UUID]) -> None:
    """Delete files."""
    session.execute(delete(StagedImport).where(StagedImport.id.in_(staged_ids)))


def delete_given_before(session: Session, *, moment: datetime) -> None:
    """Delete the files that were given before a moment."""
    session.execute(delete(StagedImport).where(StagedImport.given_at_utc <= moment))
