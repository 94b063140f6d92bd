"""What the doors of a demo open."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models import Invitation, PublishedCell, PublishedResults, Response, Round


def fresh_invitation(session: Session, *, near_round: UUID | None) -> tuple[UUID, int] | None:
    """Return an invitation of an open round, best one that is untouched, in a group, and of a round's own network."""
    near = select(Round.network_id).where(Round.id == near_round).scalar_subquery()
    statement = (
        select(Invitation.id, Invitation.generation)
        .join(Response, Response.invitation_id == Invitation.id)
        .join(Round, Round.id == Invitation.round_id)
        .where(Round.closed_at_utc.is_(None), Invitation.channel == "personal")
        .order_by(
            Response.kept_at_utc.is_not(None),
            func.coalesce(Round.network_id != near, False),
            Invitation.reporting_group.is_(None),
            Invitation.reporting_group,
            Invitation.id,
        )
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    return (row[0], row[1]) if row else None


def richest_report(session: Session) -> tuple[UUID, int] | None:
    """Return the newest round whose report shows the most averages."""
    shown = func.count().filter(PublishedCell.kind != "withheld", PublishedCell.measure == "theme_mean")
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
