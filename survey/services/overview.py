"""An adviser's networks, with the state of their newest round and the newest report."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey.clock import full_hour
from survey.models import Round
from survey.models.network import PROVINCES
from survey.queries import networks, published, rounds
from survey.queries.networks import NetworkRow
from survey.queries.people import Person
from survey.tokens import make_token


@dataclass(frozen=True, slots=True)
class Overview:
    """One network in the list; counts are totals only (disclosure rule R10)."""

    network: NetworkRow
    province: str
    invited: int | None
    sent_in: int | None
    report_token: str | None


@dataclass(frozen=True, slots=True)
class Totals:
    """What staff may know of an open round: totals, by the full hour (disclosure rules R1 and R10)."""

    invited: int
    sent_in: int


def list_networks(session: Session, *, reader: Person, key: bytes, at: datetime) -> list[Overview]:
    """Return the networks within somebody's reach, by name."""
    rows = networks.list_networks(session, reach=reader.reach)
    return [_overview(session, row, reader, key, at) for row in rows]


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


def _overview(session: Session, row: NetworkRow, reader: Person, key: bytes, at: datetime) -> Overview:
    counted = totals(session, newest=rounds.newest_round(session, network_id=row.id), at=at)
    return Overview(
        network=row,
        province=PROVINCES.get(row.province, row.province),
        invited=counted.invited if counted else None,
        sent_in=counted.sent_in if counted else None,
        report_token=report_token(session, reader=reader, network_id=row.id, adviser_id=row.adviser_id, key=key),
    )
