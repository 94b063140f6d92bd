"""Make a round's report from what was published."""

from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.benchmark import Edition
from reports.report import Asked, Report, ReportInput, build
from reports.results import Results
from survey.errors import LinkUnknown, ReportNotYet
from survey.queries import people, profiles, published
from survey.queries.people import Person
from survey.queries.published import ReportSource
from survey.tokens import hash_token


def find_report(session: Session, *, token: str, reader: Person | None) -> ReportSource:
    """Return what a report link opens, for who is signed in, or for a participant.

    Raises
    ------
    LinkUnknown
        When there is no such link, or nothing is published.
    ReportNotYet
        When it is there for who works on the network, and not yet for participants.
    """
    refuse_early(session, token=token, reader=reader)
    source = published.find_report(session, report_token_hash=hash_token(token))
    if source is None:
        raise LinkUnknown
    return source


def refuse_early(session: Session, *, token: str, reader: Person | None) -> None:
    """Refuse a report that was not released to participants to everybody but who works on its network.

    Raises
    ------
    ReportNotYet
        When it is too early.
    """
    unreleased = published.find_unreleased(session, report_token_hash=hash_token(token))
    if unreleased is not None and not _works_on(session, reader, unreleased.network_id):
        raise ReportNotYet(unreleased.meeting_on)


def _works_on(session: Session, reader: Person | None, network_id: UUID) -> bool:
    if reader is None:
        return False
    network = people.find_network(session, reach=reader.reach, network_id=network_id)
    return network is not None and reader.reads_reports(adviser_id=network.adviser_id)


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
    given = ReportInput(
        network=source.network_name,
        results=results,
        previous=Results.from_json(source.previous_document) if source.previous_document else None,
        edition=Edition.from_json(source.edition_document) if source.edition_document else None,
        meeting_on=source.meeting_on,
        meeting_place=source.meeting_place or "",
    )
    asked = Asked(catalogue.find(results.questionnaire, results.questionnaire_version))
    return build(given, asked, language=language)
