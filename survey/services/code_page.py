"""The codes of a round as its staff see them, how many came in by them, and the result of a meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from survey.clock import full_hour
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Round
from survey.models.code import Purpose
from survey.queries import published, rounds
from survey.services import codes
from survey.services.answering import asked
from survey.services.codes import MadeCode
from survey.tokens import make_token


@dataclass(frozen=True, slots=True)
class ShownCode:
    """A code of an open round; ``made`` is ``None`` where it has none, and it works until its own end."""

    purpose: Purpose
    made: MadeCode | None
    works: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """How many sent in by a code: now, or by the full hour."""

    number: int
    is_live: bool


def codes_of(session: Session, *, round: Round, key: bytes, at: datetime) -> dict[Purpose, ShownCode]:
    """Return what there is for each purpose."""
    made = {
        purpose: codes.show_code(session, round_id=round.id, purpose=purpose, key=key) for purpose in get_args(Purpose)
    }
    return {
        purpose: ShownCode(purpose, code, code is not None and code.ends_at_utc > at) for purpose, code in made.items()
    }


def answers_by_code(session: Session, *, round: Round, at: datetime) -> Answers:
    """Count what was sent in by the codes of an open round.

    Where people were invited this is a total by the full hour, as all that staff see of a response (disclosure rule
    R10). Where everybody came in by the code it is counted as it comes in: the number stands on the screen for the room
    to check (R3), and it is about nobody whom staff know.
    """
    is_live = round.is_by_code
    until = at if is_live else full_hour(at)
    return Answers(rounds.count_sent_in(session, round_id=round.id, until=until, by_code=True), is_live)


def ask_for_result(session: Session, *, round: Round, at: datetime) -> bool:
    """Leave it to the worker to close a round by code alone and show its result; ``False`` when that was asked.

    Raises
    ------
    Refused
        When people were invited: they have until the closing date.
    """
    if not round.is_by_code:
        raise Refused(gettext_noop("People were invited to this round: they have until the closing date."))
    if not is_open(round):
        return False
    round.closing_asked_at_utc = at
    session.flush()
    return True


def result_token(session: Session, *, round: Round, key: bytes) -> str | None:
    """Return the token of a closed round's report, once everybody who was there can read it."""
    if round.released_at_utc is None or not published.has_results(session, round_id=round.id):
        return None
    return make_token(key, "report", round.id, round.report_generation)


def questionnaire_of(round: Round) -> Questionnaire:
    """Return what a round asks, in its languages."""
    version, content_hash = round.questionnaire_version, round.questionnaire_hash
    return asked(round.questionnaire_id, version, content_hash, round.left_out, round.languages)


def refuse_closed(round: Round) -> None:
    """Refuse to change the codes of a round that is closed, or about to be.

    Raises
    ------
    Refused
        When it is.
    """
    if not is_open(round):
        raise Refused(gettext_noop("This round is closed: nobody can join by a code any more."))


def is_open(round: Round) -> bool:
    """Say whether people can join a round by a code."""
    return round.closed_at_utc is None and round.closing_asked_at_utc is None
