"""Links by which reports were shared."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import Session

from survey.models import PublishedResults, ReportShare, Round


def find_open(session: Session, *, round_id: UUID) -> ReportShare | None:
    """Return the link by which a round's report is shared now."""
    theirs = (ReportShare.round_id == round_id) & ReportShare.withdrawn_at_utc.is_(None)
    return session.scalars(select(ReportShare).where(theirs)).one_or_none()


def list_shareable(session: Session, *, network_id: UUID) -> list[tuple[Round, ReportShare | None]]:
    """Return the rounds of a network whose report is shared, with the link; and first the newest whose report can be.

    A report stays shared while later rounds are open, until its link is withdrawn.
    """
    statement = (
        select(Round, ReportShare)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .outerjoin(ReportShare, (ReportShare.round_id == Round.id) & ReportShare.withdrawn_at_utc.is_(None))
        .where(Round.network_id == network_id, Round.released_at_utc.is_not(None))
        .order_by(Round.number.desc())
    )
    found: list[tuple[Round, ReportShare | None]] = [(row[0], row[1]) for row in session.execute(statement)]
    return [each for place, each in enumerate(found) if place == 0 or each[1] is not None]


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


def was_withdrawn(connection: Connection, *, token_hash: str) -> bool:
    """Whether a token opened a report that was shared, until the link was withdrawn."""
    gone = select(ReportShare.id).where(ReportShare.token_hash == token_hash, ReportShare.withdrawn_at_utc.is_not(None))
    return connection.execute(gone).first() is not None
