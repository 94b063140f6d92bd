"""The views of the dashboards that somebody kept: their owner's only."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import Account, SavedView


def list_views(session: Session, *, account_id: UUID) -> Sequence[SavedView]:
    """Return what somebody kept, by name."""
    views = session.scalars(select(SavedView).where(SavedView.account_id == account_id)).all()
    return sorted(views, key=lambda view: (view.name.casefold(), view.name))


def find_view(session: Session, *, account_id: UUID, view_id: UUID) -> SavedView | None:
    """Return one of the views that somebody kept; nothing when it is another's."""
    statement = select(SavedView).where(SavedView.id == view_id, SavedView.account_id == account_id)
    return session.scalars(statement).one_or_none()


def lock_views(session: Session, *, account_id: UUID) -> None:
    """Let nobody else keep a view for this account until the transaction ends."""
    session.execute(select(Account.id).where(Account.id == account_id).with_for_update())
