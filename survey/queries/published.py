"""Published results: stored once at closing, read by every report."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from survey.models import BenchmarkEdition, Network, PublishedCell, PublishedResults, Round


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What a report is made from, besides the definition."""

    network_name: str
    meeting_on: date | None
    meeting_place: str | None
    document: str
    previous_document: str | None
    edition_document: str | None


def find_report(session: Session, *, report_token_hash: str) -> ReportSource | None:
    """Return what the report link with this hash opens; ``None`` when there is nothing published."""
    statement = (
        select(
            Network.name, Round.meeting_on, Round.meeting_place, PublishedResults.document,
            Round.network_id, Round.number, BenchmarkEdition.document,
        )
        .join(Round, Round.id == PublishedResults.round_id)
        .join(Network, Network.id == Round.network_id)
        .outerjoin(BenchmarkEdition, BenchmarkEdition.id == PublishedResults.edition_id)
        .where(Round.report_token_hash == report_token_hash)
    )  # fmt: skip
    row = session.execute(statement).one_or_none()
    if row is None:
        return None
    name, meeting_on, meeting_place, document, network_id, number, edition = row
    before = _document(session, network_id=network_id, number=number - 1)
    return ReportSource(name, meeting_on, meeting_place, document, before, edition)


def find_network(session: Session, *, report_token_hash: str) -> Network | None:
    """Return the network whose report a link opens."""
    statement = select(Network).join(Round, Round.network_id == Network.id)
    return session.scalars(statement.where(Round.report_token_hash == report_token_hash)).one_or_none()


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


def _document(session: Session, *, network_id: UUID, number: int) -> str | None:
    statement = (
        select(PublishedResults.document)
        .join(Round, Round.id == PublishedResults.round_id)
        .where(Round.network_id == network_id, Round.number == number)
    )
    return session.scalar(statement)
