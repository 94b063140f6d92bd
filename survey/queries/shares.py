"""Links by which reports were shared."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey.models import ReportShare


def find_open(session: Session, *, round_id: UUID) -> ReportShare | None:
    """Return the link by which a round's report is shared now."""
    theirs = (ReportShare.round_id == round_id) & ReportShare.withdrawn_at_utc.is_(None)
    return session.scalars(select(ReportShare).where(theirs)).one_or_none()


def newest_generation(session: Session, *, round_id: UUID) -> int:
    """Return which was the last link of a round; without any 0."""
    newest = select(func.max(ReportShare.generation)).where(ReportShare.round_id == round_id)
    return session.scalar(newest) or 0


def add(session: Session, *, share: ReportShare) -> None:
    """Store a link."""
    session.add(share)
    session.flush()


def withdraw(session: Session, *, round_id: UUID, at: datetime) -> bool:
    """Withdraw the link by which a round's report is shared, and say whether there was one."""
    theirs = (ReportShare.round_id == round_id) & ReportShare.withdrawn_at_utc.is_(None)
    gone = session.execute(update(ReportShare).where(theirs).values(withdrawn_at_utc=at).returning(ReportShare.id))
    return bool(gone.all())
