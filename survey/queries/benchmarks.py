"""Benchmark editions, and the published results that they are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from survey.models import BenchmarkEdition, BenchmarkMember, PublishedResults, Round

#: How many documents are in memory at once while an edition is made.
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """The published document of one round, and whose it is."""

    network_id: UUID
    round_id: UUID
    document: str


def list_editions(session: Session) -> Sequence[BenchmarkEdition]:
    """Return all editions, oldest first."""
    return session.scalars(select(BenchmarkEdition).order_by(BenchmarkEdition.cut_off)).all()


def find_edition(session: Session, *, cut_off: date) -> BenchmarkEdition | None:
    """Return the edition of a cut-off."""
    return session.scalars(select(BenchmarkEdition).where(BenchmarkEdition.cut_off == cut_off)).one_or_none()


def newest_edition(session: Session, *, until: date) -> UUID | None:
    """Return the id of the newest edition whose cut-off is not after a day."""
    statement = select(BenchmarkEdition.id).where(BenchmarkEdition.cut_off <= until)
    return session.scalar(statement.order_by(BenchmarkEdition.cut_off.desc()).limit(1))


def newest_document(session: Session, *, until: date) -> str | None:
    """Return the document of the newest edition whose cut-off is not after a day."""
    statement = select(BenchmarkEdition.document).where(BenchmarkEdition.cut_off <= until)
    return session.scalar(statement.order_by(BenchmarkEdition.cut_off.desc()).limit(1))


def list_members(session: Session, *, edition_id: UUID) -> list[tuple[str, UUID, UUID]]:
    """Return which figure of an edition was made of which network's which round."""
    statement = (
        select(BenchmarkMember.figure, Round.network_id, Round.id)
        .join(Round, Round.id == BenchmarkMember.round_id)
        .where(BenchmarkMember.edition_id == edition_id)
        .order_by(BenchmarkMember.figure, Round.id)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(statement)]


def each_published(session: Session, *, since: datetime, before: datetime) -> Iterator[PublishedRow]:
    """Yield what was published of every round closed from one moment until just before another."""
    statement = (
        select(Round.network_id, Round.id, PublishedResults.document)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.closed_at_utc >= since, Round.closed_at_utc < before)
        .order_by(Round.id)
    )
    for row in session.execute(statement.execution_options(yield_per=_AT_ONCE)):
        yield PublishedRow(row[0], row[1], row[2])


def store(session: Session, *, edition: dict[str, Any], members: list[dict[str, Any]]) -> None:
    """Store an edition, and apart from it whose results its figures were made of."""
    session.execute(insert(BenchmarkEdition), [edition])
    if members:
        session.execute(insert(BenchmarkMember), members)
