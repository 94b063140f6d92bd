"""Read what organisations said on their own behalf, from the frozen profiles of a closed round only."""

from dataclasses import dataclass
from datetime import date

from reports.profile import Speaker, by_organisation
from survey.errors import PageUnknown
from survey.services.reporting import Found


@dataclass(frozen=True, slots=True)
class ProfileReport:
    """What the organisations of a network said, by name, in one language."""

    network: str
    closed_on: date
    speakers: tuple[Speaker, ...]
    language: str


def make_profile_report(found: Found, *, language: str) -> ProfileReport:
    """Say the frozen profiles of a report in words.

    Raises
    ------
    PageUnknown
        When its round asked its organisations nothing.
    """
    frozen, questionnaire = found.given.profile, found.asked.profile
    if frozen is None or questionnaire is None:
        raise PageUnknown
    speaks = language if language in questionnaire.languages else questionnaire.languages[0]
    speakers = by_organisation(frozen, questionnaire, speaks)
    return ProfileReport(found.given.network, frozen.closed_on, speakers, speaks)
