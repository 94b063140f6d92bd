"""Rounds that are planned, and those that the worker has to open or close."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from survey.models import Network, PlannedRound, PublishedResults, Round


def lock(session: Session, *, plan_id: UUID) -> PlannedRound | None:
    """Return a planned round that nobody else changes until the transaction ends; ``None`` when it was opened."""
    return session.scalars(select(PlannedRound).where(PlannedRound.id == plan_id).with_for_update()).one_or_none()


def network_of(session: Session, *, plan: PlannedRound) -> Network:
    """Return the network that a round is planned for."""
    return session.scalars(select(Network).where(Network.id == plan.network_id)).one()


def list_to_open(session: Session, *, today: date) -> list[tuple[UUID, datetime]]:
    """Return the planned rounds that somebody asked to open, and whose day has come, with when it was asked."""
    is_due = or_(PlannedRound.opens_on.is_(None), PlannedRound.opens_on <= today)
    statement = select(PlannedRound.id, PlannedRound.asked_at_utc).where(PlannedRound.asked_at_utc.is_not(None), is_due)
    rows = session.execute(statement.order_by(PlannedRound.asked_at_utc, PlannedRound.id))
    return [(plan_id, asked_at) for plan_id, asked_at in rows if asked_at is not None]


def list_to_close(session: Session, *, today: date) -> list[UUID]:
    """Return the open rounds whose last day is over, or that somebody asked to close."""
    is_over = or_(Round.closing_asked_at_utc.is_not(None), Round.closes_on < today)
    return list(session.scalars(select(Round.id).where(Round.closed_at_utc.is_(None), is_over).order_by(Round.id)))


def list_to_publish(session: Session, *, closed_before: datetime) -> list[UUID]:
    """Return the closed rounds without results: somebody was interrupted."""
    has_results = exists().where(PublishedResults.round_id == Round.id)
    statement = select(Round.id).where(
        Round.closed_at_utc < closed_before, Round.cancelled_at_utc.is_(None), ~has_results
    )
    return list(session.scalars(statement.order_by(Round.id)))
