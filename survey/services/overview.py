"""What staff may know of a network: the totals of its open round, and its reports."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey.clock import full_hour
from survey.models import Round
from survey.queries import published, rounds
from survey.queries.people import Person
from survey.queries.published import ReportLine
from survey.tokens import make_token


@dataclass(frozen=True, slots=True)
class Totals:
    """What staff may know of an open round: totals, by the full hour (disclosure rules R1 and R10)."""

    invited: int
    sent_in: int


def totals(session: Session, *, newest: Round | None, at: datetime) -> Totals | None:
    """Return the totals of a network's newest round, if it is open."""
    if newest is None or newest.closed_at_utc is not None:
        return None
    sent_in = rounds.count_sent_in(session, round_id=newest.id, until=full_hour(at))
    return Totals(rounds.count_invited(session, round_id=newest.id), sent_in)


def report_token(session: Session, *, reader: Person, network_id: UUID, adviser_id: UUID, key: bytes) -> str | None:
    """Return what opens a network's newest report, for who may read it."""
    if not reader.reads_reports(adviser_id=adviser_id):
        return None
    report = published.newest_published(session, network_id=network_id)
    return make_token(key, "report", report[0], report[1]) if report else None


def reports(session: Session, *, reader: Person, network_id: UUID, adviser_id: UUID) -> list[ReportLine]:
    """Return a network's reports, the newest first, for who may read them."""
    reads = reader.reads_reports(adviser_id=adviser_id)
    return published.list_reports(session, network_id=network_id) if reads else []
