"""Keep a partner's answers: page by page, each in one short write transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.definition import Page, Questionnaire
from questionnaires.showing import Facts, Showing, showing
from questionnaires.types.parts import Form
from survey.errors import EntryGone, LinkUnknown, PageUnknown, QuestionnaireChanged, RoundClosed, RoundStopped
from survey.queries import published, visits
from survey.queries.visits import Visit
from survey.services.sheets import ERASED, Kept, Sheet, keep_choices, keep_page, moment
from survey.tokens import hash_token, is_of_entry, make_token


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What became of a page or of choices; ``visit`` is as it was before, but for when it was kept."""

    visit: Visit
    kept: Kept


def questionnaire_of(visit: Visit) -> Questionnaire:
    """Return the definition that this round asks."""
    left_out, languages = visit.left_out, visit.languages
    return asked(visit.questionnaire_id, visit.questionnaire_version, visit.questionnaire_hash, left_out, languages)


def asked(
    questionnaire_id: str, version: str, content_hash: str, left_out: Sequence[str], languages: Sequence[str] = ()
) -> Questionnaire:
    """Return the definition that a round asks, without the blocks that it leaves out, in the languages it offers.

    Raises
    ------
    QuestionnaireChanged
        When this installation's file is no longer the one that the round was opened with.
    """
    questionnaire = catalogue.asked(questionnaire_id, version, tuple(left_out))
    if questionnaire.content_hash != content_hash:
        raise QuestionnaireChanged(questionnaire_id, version)
    return questionnaire.offered_in(languages)


def facts_of(visit: Visit) -> Facts:
    """Return what the conditions of this visit's questionnaire can be about, beside answers."""
    blocks = tuple(block.id for block in questionnaire_of(visit).blocks)
    return Facts(visit.kind, visit.round_number, blocks)


def showing_of(visit: Visit) -> Showing:
    """Return what is asked of this person now."""
    return showing(questionnaire_of(visit), visit.answers, facts_of(visit))


def find_page(visit: Visit, page_id: str) -> Page:
    """Return a page of this visit's questionnaire.

    Raises
    ------
    PageUnknown
        When there is no such page.
    """
    page = questionnaire_of(visit).page(page_id)
    if page is None:
        raise PageUnknown
    return page


def find_visit(where: Session | Connection, *, token: str) -> Visit:
    """Return what a personal link opens, open or closed.

    Raises
    ------
    LinkUnknown
        When the link is mistyped, withdrawn or never existed; ``EntryGone`` when a code had made it.
    """
    visit = visits.find_visit(where, token_hash=hash_token(token))
    if visit is None:
        raise _unknown(token)
    return visit


def report_token(session: Session, *, visit: Visit, key: bytes) -> str | None:
    """Return the token of the report that a closed round's link leads to, once participants can read it."""
    if not published.is_released(session, round_id=visit.round_id):
        return None
    return make_token(key, "report", visit.round_id, visit.report_generation)


def sheet_of(visit: Visit) -> Sheet:
    """Return what this person is filling in."""
    return Sheet(questionnaire_of(visit), visit.respondent, facts_of(visit), visit.answers, visit.choice_times)


def save_page(
    session: Session, *, token: str, key: bytes, page_id: str, form: Form, at: datetime
) -> SavedPage:  # fmt: skip
    """Keep what was posted for one page.

    Raises
    ------
    LinkUnknown, RoundClosed, PageUnknown
        When there is nothing to keep the page in.
    """
    return _keep(session, token, key, page_id, at, partial(keep_page, form=form, at=at))


def save_choices(
    session: Session, *, token: str, key: bytes, page_id: str, form: Form, at: datetime
) -> SavedPage:  # fmt: skip
    """Keep single choices of one page as they are made.

    Raises
    ------
    LinkUnknown, RoundClosed, PageUnknown
        When there is nothing to keep them in.
    """
    return _keep(session, token, key, page_id, at, partial(keep_choices, form=form, at=at))


def _keep(
    session: Session, token: str, key: bytes, page_id: str, at: datetime, keep: Callable[[Sheet, Page], Kept]
) -> SavedPage:  # fmt: skip
    visit, response_id = _lock(session, token, key)
    sheet = sheet_of(visit)
    kept = keep(sheet, find_page(visit, page_id))
    if kept.is_news(sheet):
        visits.keep_answers(
            session, response_id=response_id, answers=kept.answers, choice_times=kept.choice_times, at=at
        )
        visit = replace(visit, kept_at_utc=at)
    return SavedPage(visit, kept)


def send_in(session: Session, *, token: str, key: bytes, at: datetime) -> bool:
    """Send the answers in; ``False`` when there is no answer at all to send."""
    visit, response_id = _lock(session, token, key)
    if not visit.has_answers:
        return False
    if visit.sent_in_at_utc is None:
        visits.mark_sent_in(session, response_id=response_id, at=at)
    return True


def erase(session: Session, *, token: str, key: bytes, at: datetime) -> None:
    """Erase everything this person answered: it is no longer sent in, and no choice from before comes back."""
    _, response_id = _lock(session, token, key)
    visits.clear_answers(session, response_id=response_id, choice_times={ERASED: moment(at)})


def choose_language(session: Session, *, token: str, key: bytes, language: str) -> None:
    """Note in which language this person reads, if the questionnaire has it."""
    visit, response_id = _lock(session, token, key)
    if language in questionnaire_of(visit).languages:
        visits.set_language(session, response_id=response_id, language=language)


def _lock(session: Session, token: str, key: bytes) -> tuple[Visit, UUID]:
    visit = visits.lock_visit(session, token_hash=hash_token(token))
    if visit is None:
        raise _unknown(token)
    refuse_stopped(visit)
    if visit.is_closed or visit.response_id is None:
        raise RoundClosed(report_token(session, visit=visit, key=key), visit.meeting_on)
    return visit, visit.response_id


def refuse_stopped(visit: Visit) -> None:
    """Refuse to open a link of a round that was cancelled.

    Raises
    ------
    RoundStopped
        When it was.
    """
    if visit.cancelled_at_utc is not None:
        raise RoundStopped


def _unknown(token: str) -> LinkUnknown:
    """Return what is wrong with a link of which nothing is kept; a code's are all forgotten at the closing."""
    return EntryGone() if is_of_entry(token) else LinkUnknown()
