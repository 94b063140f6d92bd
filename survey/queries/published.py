"""Published results: stored once at closing, read by every report."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from survey.models import (
    BenchmarkEdition,
    Network,
    PublishedCell,
    PublishedProfile,
    PublishedResults,
    ReportShare,
    Round,
)


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What a report is made from, besides the definition."""

    network_id: UUID
    network_name: str
    meeting_on: date | None
    meeting_place: str | None
    document: str
    profile_document: str | None
    previous_document: str | None
    edition_document: str | None


def find_source(session: Session, *, round_id: UUID) -> ReportSource | None:
    """Return what a round's report is made from; ``None`` when there is nothing published."""
    statement = (
        select(
            Network.id, Network.name, Round.meeting_on, Round.meeting_place, PublishedResults.document,
            PublishedProfile.document, BenchmarkEdition.document, Round.number,
        )
        .join(Round, Round.id == PublishedResults.round_id)
        .join(Network, Network.id == Round.network_id)
        .outerjoin(PublishedProfile, PublishedProfile.round_id == Round.id)
        .outerjoin(BenchmarkEdition, BenchmarkEdition.id == PublishedResults.edition_id)
        .where(Round.id == round_id)
    )  # fmt: skip
    row = session.execute(statement).one_or_none()
    if row is None:
        return None
    network_id, name, meeting_on, meeting_place, document, profile, edition, number = row
    before = _document_before(session, network_id=network_id, number=number)
    return ReportSource(network_id, name, meeting_on, meeting_place, document, profile, before, edition)


def has_results(session: Session, *, round_id: UUID) -> bool:
    """Whether a round's results are published."""
    return session.scalar(select(PublishedResults.id).where(PublishedResults.round_id == round_id)) is not None


def get_document(session: Session, *, round_id: UUID) -> str | None:
    """Return a round's published document."""
    return session.scalar(select(PublishedResults.document).where(PublishedResults.round_id == round_id))


def list_policies(session: Session) -> list[str]:
    """Return every version of the publication rules that results were made by."""
    return list(session.scalars(select(PublishedResults.policy_version).distinct().order_by("policy_version")))


def store(session: Session, *, results: dict[str, Any], cells: list[dict[str, Any]]) -> None:
    """Store one published object and its cells, in the order in which they were published."""
    session.execute(insert(PublishedResults), [results])
    if cells:
        session.execute(insert(PublishedCell), cells)


def newest_published(session: Session, *, network_id: UUID) -> tuple[UUID, int] | None:
    """Return id and report generation of a network's newest published round."""
    statement = (
        select(Round.id, Round.report_generation)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.network_id == network_id)
        .order_by(Round.number.desc())
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    return (row[0], row[1]) if row else None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the list of a network's: of which round, when that closed, and whether participants can read it."""

    round_id: UUID
    number: int
    closed_at: datetime
    is_released: bool


def list_reports(session: Session, *, network_id: UUID) -> list[ReportLine]:
    """Return a network's reports, the newest first."""
    statement = (
        select(Round.id, Round.number, Round.closed_at_utc, Round.released_at_utc.is_not(None))
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.network_id == network_id, Round.cancelled_at_utc.is_(None))
        .order_by(Round.number.desc())
    )
    return [ReportLine(*row) for row in session.execute(statement)]


def find_round(session: Session, *, token_hash: str) -> Round | None:
    """Return the round whose report a link opens: the round's own, or one by which it was shared."""
    own = session.scalars(select(Round).where(Round.report_token_hash == token_hash)).one_or_none()
    if own is not None:
        return own
    shared = (ReportShare.token_hash == token_hash) & ReportShare.withdrawn_at_utc.is_(None)
    statement = select(Round).join(ReportShare, ReportShare.round_id == Round.id).where(shared)
    return session.scalars(statement).one_or_none()


def newest_released(session: Session, *, network_id: UUID) -> str | None:
    """Return the document of a network's newest round whose report its participants can read."""
    statement = (
        select(PublishedResults.document)
        .join(Round, Round.id == PublishedResults.round_id)
        .where(Round.network_id == network_id, Round.released_at_utc.is_not(None))
        .order_by(Round.number.desc())
        .limit(1)
    )
    return session.scalar(statement)


def shows_anything(session: Session, *, round_id: UUID) -> bool:
    """Whether anything of what people answered in a round is published, and not withheld everywhere."""
    statement = (
        select(PublishedCell.id)
        .join(PublishedResults, PublishedResults.id == PublishedCell.results_id)
        .where(PublishedResults.round_id == round_id, PublishedCell.kind != "withheld")
    )
    return session.scalar(statement.limit(1)) is not None


def is_released(session: Session, *, round_id: UUID) -> bool:
    """Whether the participants of a round can read its report."""
    released = select(Round.id).join(PublishedResults, PublishedResults.round_id == Round.id)
    return session.scalar(released.where(Round.id == round_id, Round.released_at_utc.is_not(None))) is not None


def _document_before(session: Session, *, network_id: UUID, number: int) -> str | None:
    """Return the results of the round before; of one whose report nobody may read yet, nothing is read here either."""
    statement = (
        select(PublishedResults.document, Round.released_at_utc)
        .select_from(Round)
        .outerjoin(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.network_id == network_id, Round.number < number, Round.cancelled_at_utc.is_(None))
        .order_by(Round.number.desc())
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    return row[0] if row and row[1] is not None else None
