"""Study a questionnaire version once a year, from the sealed answers of all networks together (disclosure rule R17)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from reports.quality.computing import StudyFacts, study_quality
from reports.quality.pooled import PooledAnswers, pool
from reports.quality.study import QualityStudy, TooLittleForAStudy
from survey.clock import dutch_day
from survey.errors import QuestionnaireChanged, Refused
from survey.queries import quality
from survey.services.answering import asked


@dataclass(frozen=True, slots=True)
class Material:
    """What this year's study is computed from."""

    facts: StudyFacts
    pooled: PooledAnswers


def gather(session: Session, *, questionnaire: Questionnaire, at: datetime) -> Material:
    """Collect the answers of everybody who is new to a study.

    Raises
    ------
    Refused
        When this year's study is there, or a round was opened with another file than the one that is here.
    """
    version = {"questionnaire_id": questionnaire.id, "questionnaire_version": questionnaire.version}
    year = dutch_day(at).year
    documents = quality.list_documents(session, **version)
    if year in documents:
        raise _made_already(questionnaire.id, questionnaire.version, year)
    responses = quality.list_responses(session, **version, but_rounds=_studied(documents.values()))
    _refuse_other_files(questionnaire, {response.questionnaire_hash for response in responses})
    rounds = sorted({str(response.round_id) for response in responses})
    facts = StudyFacts(questionnaire.id, questionnaire.version, questionnaire.content_hash, year, tuple(rounds))
    return Material(facts, pool(((each.network_id, each.answers) for each in responses), questionnaire))


def compute(material: Material) -> QualityStudy:
    """Compute the study; this takes a while, so hold no transaction meanwhile.

    Raises
    ------
    Refused
        When there are too few new respondents or networks.
    """
    try:
        return study_quality(material.pooled, facts=material.facts)
    except TooLittleForAStudy as too_little:
        raise Refused(str(too_little)) from None


def store_study(session: Session, *, study: QualityStudy, at: datetime) -> None:
    """Store this year's study.

    Raises
    ------
    Refused
        When another one was stored meanwhile; that one stays.
    """
    row = {
        "questionnaire_id": study.questionnaire,
        "questionnaire_version": study.questionnaire_version,
        "year": study.year,
        "document": study.to_json(),
        "document_hash": study.hash,
    }
    try:
        quality.store(session, study=row, at=at)
    except IntegrityError:
        raise _made_already(study.questionnaire, study.questionnaire_version, study.year) from None


def _studied(documents: Iterable[str]) -> set[UUID]:
    return {UUID(round_id) for document in documents for round_id in QualityStudy.from_json(document).rounds}


def _refuse_other_files(questionnaire: Questionnaire, hashes: set[str]) -> None:
    try:
        for content_hash in sorted(hashes):
            asked(questionnaire.id, questionnaire.version, content_hash, ())
    except QuestionnaireChanged as changed:
        raise Refused(str(changed)) from None


def _made_already(questionnaire_id: str, version: str, year: int) -> Refused:
    return Refused(
        f"The quality study of {questionnaire_id} {version} in {year} is there already, and stays as it is. "
        "See: quality show."
    )
