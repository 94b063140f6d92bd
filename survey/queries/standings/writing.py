"""Write how a network stands by a round, once; and find the rounds of which nobody did."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.orm import Session

from survey.models import (
    PublishedResults,
    ReportEdition,
    Round,
    RoundStanding,
    StandingFact,
    StandingGap,
    StandingTheme,
)

#: Rows of one table, without their ids.
Rows = Sequence[dict[str, Any]]


def is_stored(session: Session, *, round_id: UUID) -> bool:
    """Whether a round has its standing."""
    return session.scalar(select(RoundStanding.id).where(RoundStanding.round_id == round_id)) is not None


def find_place(session: Session, *, round_id: UUID) -> tuple[UUID, int, UUID | None] | None:
    """Return the network and number of a published round, and the benchmark edition that its report took."""
    statement = (
        select(Round.network_id, Round.number, PublishedResults.edition_id)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.id == round_id)
    )
    row = session.execute(statement).one_or_none()
    return (row[0], row[1], row[2]) if row else None


def store(session: Session, *, standing: dict[str, Any], themes: Rows, gaps: Rows, facts: Rows) -> None:
    """Store a standing; of the network's rounds only the newest one's facts are kept."""
    session.execute(insert(RoundStanding), [standing])
    for table, rows in ((StandingTheme, themes), (StandingGap, gaps), (StandingFact, facts)):
        if rows:
            session.execute(insert(table), list(rows))
    _keep_newest_facts(session, network_id=standing["network_id"])


def _keep_newest_facts(session: Session, *, network_id: UUID) -> None:
    rounds = select(RoundStanding.id).where(RoundStanding.network_id == network_id)
    newest = session.scalar(rounds.order_by(RoundStanding.number.desc()).limit(1))
    older = StandingFact.standing_id.in_(rounds) & (StandingFact.standing_id != newest)
    session.execute(delete(StandingFact).where(older).execution_options(synchronize_session=False))
    told_before = update(RoundStanding).where(RoundStanding.network_id == network_id, RoundStanding.id != newest)
    session.execute(told_before.values(said="").execution_options(synchronize_session=False))


def list_missing(session: Session) -> list[UUID]:
    """Return the rounds whose report was frozen and that have no standing, the newest first."""
    statement = (
        select(Round.id)
        .where(
            Round.released_at_utc.is_not(None),
            exists().where(ReportEdition.round_id == Round.id, ReportEdition.document.is_not(None)),
            ~exists().where(RoundStanding.round_id == Round.id),
        )
        .order_by(Round.released_at_utc.desc(), Round.id)
    )
    return list(session.scalars(statement))
