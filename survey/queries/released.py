"""What the networks of one support organisation published and released: what its programs may read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session

from survey.models import Network, PublishedProfile, PublishedResults, Round, RoundStanding


@dataclass(frozen=True, slots=True)
class ReleasedNetwork:
    """A network with a released round."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ReleasedRound:
    """A released round; ``results_hash`` is that of its published results."""

    id: UUID
    number: int
    questionnaire: str
    questionnaire_version: str
    closed_at: datetime
    released_at: datetime
    meeting_on: date | None
    results_hash: str
    has_profile: bool


@dataclass(frozen=True, slots=True)
class ReleasedDocument:
    """A stored text and its hash."""

    text: str
    hash: str


def list_networks(
    session: Session, *, support_organisation_id: UUID, after: UUID | None, limit: int
) -> list[ReleasedNetwork]:
    """Return networks with a released round in order of their ids, from the one after ``after`` on."""
    released = exists().where(Round.network_id == Network.id, *_released())
    statement = select(Network.id, Network.name).where(
        Network.support_organisation_id == support_organisation_id, released
    )
    if after is not None:
        statement = statement.where(Network.id > after)
    return [ReleasedNetwork(*row) for row in session.execute(statement.order_by(Network.id).limit(limit))]


def list_rounds(
    session: Session, *, support_organisation_id: UUID, network_id: UUID
) -> list[ReleasedRound] | None:  # fmt: skip
    """Return a network's released rounds, the first one first; ``None`` when there is no such network."""
    ours = select(Network.id).where(
        Network.id == network_id, Network.support_organisation_id == support_organisation_id
    )
    if session.scalar(ours) is None:
        return None
    statement = (
        select(
            Round.id, Round.number, Round.questionnaire_id, Round.questionnaire_version, Round.closed_at_utc,
            Round.released_at_utc, Round.meeting_on, PublishedResults.document_hash,
            exists().where(PublishedProfile.round_id == Round.id),
        )
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.network_id == network_id, *_released())
        .order_by(Round.number)
    )  # fmt: skip
    return [ReleasedRound(*row) for row in session.execute(statement)]


@dataclass(frozen=True, slots=True)
class EarlierRound:
    """A released round of a network, with how many were invited and sent in, as far as that is kept in a line."""

    round: Round
    invited: int | None
    sent_in: int | None


def list_history(session: Session, *, network_id: UUID) -> list[EarlierRound]:
    """Return a network's released rounds, the newest first; whether somebody reads them is asked before."""
    statement = (
        select(Round, RoundStanding.invited, RoundStanding.sent_in)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .outerjoin(RoundStanding, RoundStanding.round_id == Round.id)
        .where(Round.network_id == network_id, *_released())
        .order_by(Round.number.desc())
    )
    return [EarlierRound(*row) for row in session.execute(statement)]


def find_results(session: Session, *, support_organisation_id: UUID, round_id: UUID) -> ReleasedDocument | None:
    """Return the published results of a released round."""
    statement = select(PublishedResults.document, PublishedResults.document_hash).where(
        PublishedResults.round_id == round_id
    )
    return _one(session, statement.join(Round, Round.id == PublishedResults.round_id), support_organisation_id)


def find_profile(session: Session, *, support_organisation_id: UUID, round_id: UUID) -> ReleasedDocument | None:
    """Return what organisations said on their own behalf in a released round."""
    statement = select(PublishedProfile.document, PublishedProfile.document_hash).where(
        PublishedProfile.round_id == round_id
    )
    return _one(session, statement.join(Round, Round.id == PublishedProfile.round_id), support_organisation_id)


def _one(
    session: Session, statement: Select[str, str], support_organisation_id: UUID
) -> ReleasedDocument | None:  # fmt: skip
    ours = Network.support_organisation_id == support_organisation_id
    row = session.execute(
        statement.join(Network, Network.id == Round.network_id).where(ours, *_released())
    ).one_or_none()
    return ReleasedDocument(*row) if row else None


def _released() -> tuple[ColumnElement[bool], ...]:
    return Round.released_at_utc.is_not(None), Round.cancelled_at_utc.is_(None)


@dataclass(frozen=True, slots=True)
class ReleasedDocuments:
    """What one released round published: stored texts, of the organisations' profiles none where there are none."""

    network_id: UUID
    number: int
    network: str
    results: str
    profile: str | None
    released_at: datetime


def list_documents(session: Session, *, support_organisation_id: UUID) -> list[ReleasedDocuments]:
    """Return all that a support organisation's networks published and released, by network and round."""
    statement = (
        select(
            Round.network_id, Round.number, Network.name, PublishedResults.document, PublishedProfile.document,
            Round.released_at_utc,
        )
        .join(Network, Network.id == Round.network_id)
        .join(PublishedResults, PublishedResults.round_id == Round.id)
        .outerjoin(PublishedProfile, PublishedProfile.round_id == Round.id)
        .where(Network.support_organisation_id == support_organisation_id, *_released())
        .order_by(Round.network_id, Round.number)
    )  # fmt: skip
    return [ReleasedDocuments(*row) for row in session.execute(statement)]
