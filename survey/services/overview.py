"""An adviser's networks, with the state of their newest round and the newest report."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.clock import full_hour
from survey.models import Round
from survey.models.network import PROVINCES
from survey.queries import networks, published, rounds
from survey.queries.networks import NetworkRow
from survey.queries.people import Reach
from survey.tokens import make_token


@dataclass(frozen=True, slots=True)
class Overview:
    """One network in the list; counts are totals only (disclosure rule R10)."""

    network: NetworkRow
    province: str
    invited: int | None
    sent_in: int | None
    report_token: str | None


def list_networks(session: Session, *, reach: Reach, key: bytes, at: datetime) -> list[Overview]:
    """Return the networks within somebody's reach, by name."""
    rows = networks.list_networks(session, reach=reach)
    return [_overview(session, row, key, at) for row in rows]


def _overview(session: Session, row: NetworkRow, key: bytes, at: datetime) -> Overview:
    newest = rounds.newest_round(session, network_id=row.id)
    report = published.newest_published(session, network_id=row.id)
    is_open = newest is not None and newest.closed_at_utc is None
    return Overview(
        network=row,
        province=PROVINCES.get(row.province, row.province),
        invited=rounds.count_invited(session, round_id=newest.id) if newest and is_open else None,
        sent_in=_sent_in(session, newest, at) if newest and is_open else None,
        report_token=make_token(key, "report", report[0], report[1]) if report else None,
    )


def _sent_in(session: Session, open_round: Round, at: datetime) -> int:
    return rounds.count_sent_in(session, round_id=open_round.id, until=full_hour(at))
