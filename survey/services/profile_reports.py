"""Read what organisations said on their own behalf, from the frozen profiles of a closed round only."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.profile import InvalidProfileResults, ProfileResults, Speaker, by_organisation
from reports.results import InvalidResults
from survey.errors import PageUnknown
from survey.queries import profiles
from survey.queries.people import Person
from survey.services import reporting
from survey.tokens import hash_token


@dataclass(frozen=True, slots=True)
class ProfileReport:
    """What the organisations of a network said, by name, in one language."""

    network: str
    closed_on: date
    speakers: tuple[Speaker, ...]
    language: str


def find_profiles(session: Session, *, token: str, reader: Person | None) -> tuple[str, str]:
    """Return network and frozen profiles that belong to a report link.

    Raises
    ------
    LinkUnknown
        When there is no such link, or nothing is published.
    ReportNotYet
        When it is there for who works on the network, and not yet for participants.
    PageUnknown
        When that round asked its organisations nothing.
    """
    reporting.refuse_early(session, token=token, reader=reader)
    found = profiles.find_published(session, report_token_hash=hash_token(token))
    if found is None:
        reporting.find_report(session, token=token, reader=reader)
        raise PageUnknown
    return found


def make_profile_report(network: str, document: str, *, language: str) -> ProfileReport:
    """Say frozen profiles in words.

    Raises
    ------
    InvalidResults
        When they were stored in a format of another version of the application.
    """
    try:
        frozen = ProfileResults.from_json(document)
    except InvalidProfileResults as error:
        raise InvalidResults(str(error)) from error
    questionnaire = catalogue.find(frozen.questionnaire, frozen.questionnaire_version)
    speaks = language if language in questionnaire.languages else questionnaire.languages[0]
    return ProfileReport(network, frozen.closed_on, by_organisation(frozen, questionnaire, speaks), speaks)
