"""Answers after the cut: written once in random order, read only by publishing and the yearly quality study."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.orm import Session

from survey.models import OwnWords, Round, SealedResponse


def seal(session: Session, *, responses: list[dict[str, Any]], words: list[dict[str, Any]]) -> None:
    """Write a round's sealed answers and ticked words, in the (random) order given."""
    if responses:
        session.execute(insert(SealedResponse), responses)
    if words:
        session.execute(insert(OwnWords), words)


def count_per_group(session: Session, *, round_id: UUID) -> dict[str | None, int]:
    """Count a round's sealed responses per reporting group; those without one under ``None``."""
    statement = (
        select(SealedResponse.reporting_group, func.count())
        .where(SealedResponse.round_id == round_id)
        .group_by(SealedResponse.reporting_group)
        .order_by(SealedResponse.reporting_group)
    )
    return {group: number for group, number in session.execute(statement)}


def forget_groups(session: Session, *, round_id: UUID, but: tuple[str, ...]) -> None:
    """Take the reporting group off a round's sealed responses, but for the groups named.

    Every row is written anew, so that none shows by when it was written that its group was taken off.
    """
    group = SealedResponse.reporting_group
    session.execute(
        update(SealedResponse)
        .where(SealedResponse.round_id == round_id)
        .values(reporting_group=case((group.in_(but), group), else_=None))
    )


def delete_closed_before(session: Session, *, moment: datetime) -> None:
    """Delete sealed answers and own words of rounds that closed before a moment; what was published stays."""
    old = select(Round.id).where(Round.closed_at_utc < moment).scalar_subquery()
    for table in (SealedResponse, OwnWords):
        session.execute(delete(table).where(table.round_id.in_(old)))


def list_sealed(session: Session, *, round_id: UUID) -> list[tuple[str | None, dict[str, Any]]]:
    """Return the reporting group and answers of each sealed response, in the order of their random ids."""
    statement = (
        select(SealedResponse.reporting_group, SealedResponse.answers)
        .where(SealedResponse.round_id == round_id)
        .order_by(SealedResponse.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]
