"""What the doors of a demo open."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models import Invitation, PublishedCell, PublishedResults, Response, Round


def fresh_invitation(session: Session) -> tuple[UUID, int] | None:
    """Return an invitation of an open round that nothing was filled in for yet, always the same one."""
    statement = (
        select(Invitation.id, Invitation.generation)
        .join(Response, Response.invitation_id == Invitation.id)
        .join(Round, Round.id == Invitation.round_id)
        .where(Round.closed_at_utc.is_(None))
        .order_by(Response.kept_at_utc.is_not(None), Invitation.reporting_group, Invitation.id)
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    return (row[0], row[1]) if row else None


def richest_report(session: Session) -> tuple[UUID, int] | None:
    """Return the newest round whose report shows the most."""
    shown = func.count().filter(PublishedCell.kind != "withheld")
    statement = (
        select(Round.id, Round.report_generation)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .join(PublishedCell, PublishedCell.results_id == PublishedResults.id)
        .group_by(Round.id, Round.report_generation, Round.number)
        .order_by(Round.number.desc(), shown.desc(), Round.id)
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    return (row[0], row[1]) if row else None
