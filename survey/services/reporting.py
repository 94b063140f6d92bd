"""Make a round's report: of its newest edition, or as it would be now where it is not released yet."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.report import Asked, Audience, EditionMark, InvalidReportInput, Report, ReportInput, build
from reports.report.conversation import Conversation, conversation
from reports.results import InvalidResults
from survey.errors import LinkUnknown, ReportNotYet
from survey.models import ReportEdition, Round
from survey.queries import editions as queries
from survey.queries import people, published
from survey.queries.people import Person
from survey.services import editions
from survey.tokens import hash_token


@dataclass(frozen=True, slots=True)
class Found:
    """What a report is made of; two of the same edition are the same. Without a mark it is a draft, for staff."""

    given: ReportInput = field(compare=False)
    asked: Asked = field(compare=False)
    mark: EditionMark | None
    round_id: UUID
    network_id: UUID
    #: By a link that was passed on, and not by that of a participant.
    is_shared: bool = field(default=False, compare=False)


def find_report(session: Session, *, token: str, reader: Person | None) -> Found:
    """Return what a report link opens, for who is signed in, or for a participant; raises as ``open_link`` does."""
    of = open_link(session, token=token, reader=reader)
    return replace(report_of(session, of=of), is_shared=of.report_token_hash != hash_token(token))


def open_link(session: Session, *, token: str, reader: Person | None) -> Round:
    """Return the round whose report a link opens.

    Raises
    ------
    LinkUnknown
        When there is no such link, it was withdrawn, or nothing is published.
    ReportNotYet
        When it is there for who works on the network, and not yet for participants.
    """
    found = published.find_round(session, token_hash=hash_token(token))
    if found is None or not published.has_results(session, round_id=found.id):
        raise LinkUnknown
    if found.released_at_utc is None and not _works_on(session, reader, found.network_id):
        raise ReportNotYet(found.meeting_on)
    return found


def _works_on(session: Session, reader: Person | None, network_id: UUID) -> bool:
    if reader is None:
        return False
    network = people.find_network(session, reach=reader.reach, network_id=network_id)
    return network is not None and reader.reads_reports(adviser_id=network.adviser_id)


def report_of(session: Session, *, of: Round) -> Found:
    """Return what a round's report is made of.

    Raises
    ------
    LinkUnknown
        When nothing of it is published.
    InvalidResults
        When it was stored in a format of another version of the application.
    """
    edition = queries.newest(session, round_id=of.id) if of.released_at_utc else None
    if edition is None:
        return _found(of, editions.gather(session, round_id=of.id, at=of.released_at_utc), None)
    return found_in(of, edition)


def found_in(of: Round, edition: ReportEdition) -> Found:
    """Return what a report is made of, as an edition keeps it."""
    mark = EditionMark(edition.number, edition.document_hash, edition.made_at_utc)
    return _found(of, _read(edition.document or ""), mark)


def _found(of: Round, given: ReportInput | None, mark: EditionMark | None) -> Found:
    if given is None:
        raise LinkUnknown
    return Found(given, asked_in(given), mark, of.id, of.network_id)


def asked_in(given: ReportInput) -> Asked:
    """Return the versions that a report's round was asked in."""
    results, profile = given.results, given.profile
    return Asked(
        catalogue.find(results.questionnaire, results.questionnaire_version),
        catalogue.find(profile.questionnaire, profile.questionnaire_version) if profile else None,
    )


def make_report(found: Found, *, language: str, audience: Audience = "participant") -> Report:
    """Draw up a report in one language; that of an edition is remembered, a draft is made anew each time."""
    make = _build if found.mark is None else _remembered
    return make(found, language, audience)


def talk_of(found: Found, *, language: str) -> Conversation:
    """Return what a report says before a conversation; remembered as the report is."""
    make = _talk if found.mark is None else _remembered_talk
    return make(found, language)


def forget_reports() -> None:
    """Forget every report that this process remembers: something in one had to go."""
    _remembered.cache_clear()
    _remembered_talk.cache_clear()
    _read.cache_clear()


def _build(found: Found, language: str, audience: Audience) -> Report:
    return build(found.given, found.asked, language=language, audience=audience, mark=found.mark)


def _talk(found: Found, language: str) -> Conversation:
    return conversation(found.given, found.asked, language=language)


_remembered = lru_cache(maxsize=64)(_build)
_remembered_talk = lru_cache(maxsize=64)(_talk)


@lru_cache(maxsize=64)
def _read(document: str) -> ReportInput:
    try:
        return ReportInput.from_json(document)
    except InvalidReportInput as error:
        raise InvalidResults(str(error)) from error
