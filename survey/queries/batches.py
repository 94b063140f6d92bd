"""Batches of reports: what was asked for, and what is in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import Session

from survey.models import Network, ReportBatch, ReportBatchItem, ReportEdition, Round
from survey.models.batch import WithoutFile


@dataclass(frozen=True, slots=True)
class BatchedReport:
    """A report of a batch: its network, and what it is made of. Without a document it was taken back since."""

    item: ReportBatchItem
    network: str
    round: Round
    edition: ReportEdition


_OF_AN_ITEM: Final = (
    select(ReportBatchItem, Network.name, Round, ReportEdition)
    .join(ReportEdition, ReportEdition.id == ReportBatchItem.edition_id)
    .join(Round, Round.id == ReportEdition.round_id)
    .join(Network, Network.id == Round.network_id)
    .order_by(Network.sort_name, Network.id)
)


def list_editions(session: Session, *, adviser_id: UUID, support_id: UUID) -> Sequence[UUID]:
    """Return the newest edition that can be read of each of an adviser's networks, but for those in the archive."""
    newest = (
        select(
            ReportEdition.id,
            func.row_number()
            .over(partition_by=Round.network_id, order_by=(Round.number.desc(), ReportEdition.number.desc()))
            .label("place"),
        )
        .join(Round, Round.id == ReportEdition.round_id)
        .join(Network, Network.id == Round.network_id)
        .where(
            Network.adviser_id == adviser_id,
            Network.support_organisation_id == support_id,
            Network.archived_at_utc.is_(None),
            Round.released_at_utc.is_not(None),
            ReportEdition.document.is_not(None),
        )
        .subquery()
    )
    return session.scalars(select(newest.c.id).where(newest.c.place == 1).order_by(newest.c.id)).all()


def add(session: Session, *, batch: ReportBatch, editions: Iterable[UUID]) -> None:
    """Store a batch with its reports."""
    session.add(batch)
    session.flush()
    session.add_all(ReportBatchItem(batch_id=batch.id, edition_id=each) for each in editions)
    session.flush()


def find_of(session: Session, *, account_id: UUID, since: datetime) -> ReportBatch | None:
    """Return the batch that somebody asked for, if that was not too long ago."""
    theirs = (ReportBatch.asked_by_id == account_id) & (ReportBatch.asked_at_utc > since)
    return session.scalars(select(ReportBatch).where(theirs)).one_or_none()


def find(session: Session, *, batch_id: UUID) -> ReportBatch | None:
    """Return a batch."""
    return session.get(ReportBatch, batch_id)


def delete_of(session: Session, *, account_id: UUID) -> None:
    """Delete the batch that somebody asked for."""
    session.execute(delete(ReportBatch).where(ReportBatch.asked_by_id == account_id))


def delete_before(session: Session, *, moment: datetime) -> None:
    """Delete the batches that were asked for before a moment."""
    session.execute(delete(ReportBatch).where(ReportBatch.asked_at_utc <= moment))


def count_items(session: Session, *, batch_id: UUID) -> tuple[int, int]:
    """Return how many of its reports are done, and how many there are."""
    done = func.count(ReportBatchItem.done_at_utc)
    row = session.execute(select(done, func.count()).where(ReportBatchItem.batch_id == batch_id)).one()
    return row[0], row[1]


def list_to_do(session: Session, *, batch_id: UUID) -> Sequence[UUID]:
    """Return its reports that are not done."""
    theirs = (ReportBatchItem.batch_id == batch_id) & ReportBatchItem.done_at_utc.is_(None)
    return session.scalars(select(ReportBatchItem.id).where(theirs).order_by(ReportBatchItem.id)).all()


def list_items(session: Session, *, batch_id: UUID) -> list[BatchedReport]:
    """Return all its reports, by the names of the networks."""
    found = session.execute(_OF_AN_ITEM.where(ReportBatchItem.batch_id == batch_id))
    return [BatchedReport(*row) for row in found]


def find_item(session: Session, *, item_id: UUID) -> BatchedReport | None:
    """Return one report of a batch."""
    row = session.execute(_OF_AN_ITEM.where(ReportBatchItem.id == item_id)).one_or_none()
    return BatchedReport(*row) if row else None


def settle_item(session: Session, *, item_id: UUID, not_made: Sequence[str], at: datetime) -> None:
    """Note that a report's forms were drawn, but for these."""
    session.execute(
        update(ReportBatchItem).where(ReportBatchItem.id == item_id).values(done_at_utc=at, not_made=list(not_made))
    )


def finish(session: Session, *, batch_id: UUID, cause: WithoutFile | None, at: datetime) -> bool:
    """Note that a batch is finished, or why there is no file; whether it still waited for that."""
    waits = (ReportBatch.id == batch_id) & ReportBatch.finished_at_utc.is_(None)
    done = session.execute(
        update(ReportBatch).where(waits).values(finished_at_utc=at, cause=cause).returning(ReportBatch.id)
    )
    return bool(done.all())


def withdraw(session: Session, *, at: datetime) -> None:
    """Note of every batch with a report that was taken back that there is no file any more."""
    gone = (
        exists()
        .where(ReportBatchItem.batch_id == ReportBatch.id, ReportEdition.id == ReportBatchItem.edition_id)
        .where(ReportEdition.document.is_(None))
    )
    session.execute(
        update(ReportBatch)
        .where(gone, ReportBatch.cause.is_(None))
        .values(finished_at_utc=at, cause="withdrawn")
        .execution_options(synchronize_session=False)
    )


def has_withdrawn(session: Session) -> bool:
    """Whether there is a batch with a report that was taken back, and that does not say so yet."""
    statement = (
        select(ReportBatch.id)
        .join(ReportBatchItem, ReportBatchItem.batch_id == ReportBatch.id)
        .join(ReportEdition, ReportEdition.id == ReportBatchItem.edition_id)
        .where(ReportEdition.document.is_(None), ReportBatch.cause.is_(None))
        .limit(1)
    )
    return session.scalar(statement) is not None


def list_unfinished(session: Session) -> Sequence[UUID]:
    """Return the batches that are not finished, the oldest first."""
    unfinished = select(ReportBatch.id).where(ReportBatch.finished_at_utc.is_(None))
    return session.scalars(unfinished.order_by(ReportBatch.asked_at_utc, ReportBatch.id)).all()


def list_with_file(session: Session) -> set[UUID]:
    """Return the batches that have a file, or get one."""
    return set(session.scalars(select(ReportBatch.id).where(ReportBatch.cause.is_(None))))


def is_theirs(session: Session, *, batch_id: UUID, adviser_id: UUID, support_id: UUID) -> bool:
    """Whether every network in a batch is this adviser's, now."""
    other = select(Network.id).where(
        ReportBatchItem.batch_id == batch_id,
        ReportEdition.id == ReportBatchItem.edition_id,
        Round.id == ReportEdition.round_id,
        Network.id == Round.network_id,
        (Network.adviser_id != adviser_id) | (Network.support_organisation_id != support_id),
    )
    return session.scalar(other.limit(1)) is None
