"""Editions of reports: what each released report is made of, and which of them had to be withdrawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import Session

from survey.models import Network, PublishedResults, ReportEdition, Round
from survey.models.report import WithdrawnBecause

#: How a document shows that it tells of actions, and that it holds own words: no text that people typed can look like
#: it, for there a quotation mark has a stroke before it.
_HAS_ACTIONS: Final = ReportEdition.document.contains('"actions":[{', autoescape=True)
_HAS_WORDS: Final = ReportEdition.document.contains('"words":[{', autoescape=True)


def newest(session: Session, *, round_id: UUID) -> ReportEdition | None:
    """Return the edition that a round's report is made of; ``None`` where none was made yet."""
    statement = select(ReportEdition).where(ReportEdition.round_id == round_id, ReportEdition.document.is_not(None))
    return session.scalars(statement.order_by(ReportEdition.number.desc()).limit(1)).one_or_none()


def list_all(session: Session) -> Sequence[tuple[str, Round, ReportEdition]]:
    """Return every edition that has its document, with the name of its network and its round."""
    statement = (
        select(Network.name, Round, ReportEdition)
        .join(Round, Round.id == ReportEdition.round_id)
        .join(Network, Network.id == Round.network_id)
        .where(ReportEdition.document.is_not(None))
        .order_by(Network.name, Network.id, Round.number, ReportEdition.number)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(statement)]


def add(session: Session, *, edition: ReportEdition) -> None:
    """Store an edition."""
    session.add(edition)
    session.flush()


def withdraw_before(session: Session, *, edition: ReportEdition, because: WithdrawnBecause) -> None:
    """Take their documents off the editions that came before this one; their hashes and numbers stay."""
    older = (ReportEdition.round_id == edition.round_id) & (ReportEdition.number < edition.number)
    session.execute(
        update(ReportEdition)
        .where(older, ReportEdition.document.is_not(None))
        .values(document=None, withdrawn_because=because)
        .execution_options(synchronize_session="fetch")
    )


def list_hashes(session: Session) -> set[str]:
    """Return the hashes of all editions that have their document."""
    return set(session.scalars(select(ReportEdition.document_hash).where(ReportEdition.document.is_not(None))))


def is_kept(session: Session, *, document_hash: str) -> bool:
    """Whether there is an edition with this hash that has its document."""
    kept = (ReportEdition.document_hash == document_hash) & ReportEdition.document.is_not(None)
    return session.scalar(select(ReportEdition.id).where(kept).limit(1)) is not None


def list_unfrozen(session: Session) -> list[UUID]:
    """Return the rounds whose report can be read and that have no edition, the newest first."""
    statement = (
        select(Round.id)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.released_at_utc.is_not(None), ~exists().where(ReportEdition.round_id == Round.id))
        .order_by(Round.released_at_utc.desc(), Round.id)
    )
    return list(session.scalars(statement))


def list_with_actions(
    session: Session, *, network_id: UUID | None = None, support_id: UUID | None = None
) -> list[Round]:
    """Return the rounds of a network, or of a support organisation, with an edition that tells of actions."""
    ours = Network.id == network_id if network_id else Network.support_organisation_id == support_id
    return _rounds(session, ours, _HAS_ACTIONS)


def list_with_words(session: Session, *, closed_before: datetime) -> list[Round]:
    """Return the rounds that closed before a moment, with an edition that has own words."""
    return _rounds(session, Round.closed_at_utc < closed_before, _HAS_WORDS)


def _rounds(session: Session, *conditions: ColumnElement[bool]) -> list[Round]:
    has_one = select(ReportEdition.round_id).where(conditions[-1])
    statement = (
        select(Round)
        .join(Network, Network.id == Round.network_id)
        .where(Round.id.in_(has_one), *conditions[:-1])
        .order_by(Round.id)
    )
    return list(session.scalars(statement))
