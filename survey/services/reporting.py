"""Make a round's report from what was published."""

from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.benchmark import Edition
from reports.report import Meeting, Report, build
from reports.results import Results
from survey.errors import LinkUnknown
from survey.queries import profiles, published
from survey.queries.published import ReportSource
from survey.tokens import hash_token


def find_report(session: Session, *, token: str) -> ReportSource:
    """Return what a report link opens.

    Raises
    ------
    LinkUnknown
        When there is no such link, or nothing is published.
    """
    source = published.find_report(session, report_token_hash=hash_token(token))
    if source is None:
        raise LinkUnknown
    return source


def has_profiles(session: Session, *, token: str) -> bool:
    """Whether organisations said something on their own behalf in the round that a report link opens."""
    return profiles.has_published(session, report_token_hash=hash_token(token))


def make_report(source: ReportSource, *, language: str) -> Report:
    """Draw up the report in one language, from published results only.

    Raises
    ------
    InvalidResults
        When they were stored in a format of another version of the application.
    """
    results = Results.from_json(source.document)
    return build(
        results,
        questionnaire=catalogue.find(results.questionnaire, results.questionnaire_version),
        network=source.network_name,
        language=language,
        previous=Results.from_json(source.previous_document) if source.previous_document else None,
        edition=Edition.from_json(source.edition_document) if source.edition_document else None,
        meeting=Meeting(source.meeting_on, source.meeting_place or "") if source.meeting_on else None,
    )
