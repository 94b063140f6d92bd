"""The yearly quality studies, and the sealed answers that each is about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from survey.models import Round, SealedResponse, StoredQualityStudy


@dataclass(frozen=True, slots=True)
class PooledResponse:
    """One sealed response among those of all networks."""

    network_id: UUID
    round_id: UUID
    questionnaire_hash: str
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Study:
    """Which study there is."""

    questionnaire_id: str
    questionnaire_version: str
    year: int

    @property
    def version(self) -> dict[str, str]:
        """The version that it is about, as the other queries take it."""
        return {"questionnaire_id": self.questionnaire_id, "questionnaire_version": self.questionnaire_version}


def list_studies(session: Session) -> list[Study]:
    """Return which studies there are, the newest first."""
    of = StoredQualityStudy
    statement = select(of.questionnaire_id, of.questionnaire_version, of.year).order_by(
        of.year.desc(), of.made_at_utc.desc(), of.questionnaire_id, of.questionnaire_version
    )
    return [Study(*row) for row in session.execute(statement)]


def list_documents(session: Session, *, questionnaire_id: str, questionnaire_version: str) -> dict[int, str]:
    """Return the studies of a questionnaire version by year, the oldest first."""
    statement = (
        select(StoredQualityStudy.year, StoredQualityStudy.document)
        .where(
            StoredQualityStudy.questionnaire_id == questionnaire_id,
            StoredQualityStudy.questionnaire_version == questionnaire_version,
        )
        .order_by(StoredQualityStudy.year)
    )
    return {year: document for year, document in session.execute(statement)}


def list_responses(
    session: Session, *, questionnaire_id: str, questionnaire_version: str, but_rounds: Collection[UUID]
) -> list[PooledResponse]:
    """Return the sealed responses of closed rounds of a questionnaire version, but for the rounds named."""
    statement = (
        select(Round.network_id, Round.id, Round.questionnaire_hash, SealedResponse.answers)
        .join(SealedResponse, SealedResponse.round_id == Round.id)
        .where(
            Round.questionnaire_id == questionnaire_id,
            Round.questionnaire_version == questionnaire_version,
            Round.closed_at_utc.is_not(None),
        )
        .order_by(Round.network_id, Round.id, SealedResponse.id)
    )
    responses = (PooledResponse(*row) for row in session.execute(statement))
    return [response for response in responses if response.round_id not in but_rounds]


def store(session: Session, *, study: dict[str, Any], at: datetime) -> None:
    """Store one study; it is never changed."""
    session.execute(insert(StoredQualityStudy), [study | {"made_at_utc": at}])
