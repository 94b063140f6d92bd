"""Come into a round by its code: an invitation of nobody we know, and an empty response that waits for its first page.

Such answers join the total only and never count towards a minimum (disclosure rule R3): they are in no group.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from survey.errors import CodeUnknown
from survey.models import Invitation, Response
from survey.queries import codes, rounds
from survey.queries.codes import EntryRow, OpenCode
from survey.services.answering import asked
from survey.services.codes import find_code, is_over
from survey.services.crowding import find_room
from survey.services.sheets import ERASED, moment
from survey.tokens import hash_token, keyed_hash, make_digits, make_token

#: Long enough that a number read wrongly is no other form's.
FORM_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody began by a code: its personal link, and whether it was sent in."""

    token: str
    is_sent_in: bool


@dataclass(frozen=True, slots=True)
class Comer:
    """Who comes in, as far as we know: from where, in which language, and with which device's cookie, if any."""

    where: str
    language: str
    device: str | None = None


def questionnaire_of(code: OpenCode) -> Questionnaire:
    """Return what the round of this code asks."""
    left_out, languages = code.left_out, code.languages
    return asked(code.questionnaire_id, code.questionnaire_version, code.questionnaire_hash, left_out, languages)


def find_entry(connection: Connection, *, code: OpenCode, device: str, key: bytes) -> Entry | None:
    """Return what a device began in the round of this code."""
    row = codes.find_of_device(connection, round_id=code.round_id, device_hash=_device_hash(key, device, code))
    return _entry(key, row) if row else None


def begin(session: Session, *, token: str, comer: Comer, key: bytes, at: datetime) -> Entry:
    """Begin a response by the code with this token; a device that has begun comes back to its own.

    Raises
    ------
    CodeUnknown, CodeFull, TooManyAtOnce
        When nothing can be begun.
    """
    code = _lock(session, token)
    if comer.device and (found := find_entry(session.connection(), code=code, device=comer.device, key=key)):
        return found
    if is_over(code, at):
        raise CodeUnknown
    find_room(session, code=code, where=comer.where, key=key, at=at)
    return _add(session, code, comer, key, at)


def form_number(key: bytes, token: str) -> str:
    """Return the number of a paper form that was typed over: it is written on the paper."""
    return make_digits(key, f"form:{token}", FORM_DIGITS)


def find_form(connection: Connection, *, code: OpenCode, number: str, key: bytes) -> Entry | None:
    """Return the paper form with this number in the round of this code."""
    forms = (_entry(key, row) for row in codes.list_forms(connection, round_id=code.round_id))
    return next((form for form in forms if form_number(key, form.token) == number), None)


def _lock(session: Session, token: str) -> OpenCode:
    """Return the code, whose round can neither close nor take in the same device twice meanwhile."""
    code = find_code(session.connection(), token=token)
    if rounds.lock_round(session, round_id=code.round_id).closed_at_utc is not None:
        raise CodeUnknown
    return code


def _add(session: Session, code: OpenCode, comer: Comer, key: bytes, at: datetime) -> Entry:
    entry = EntryRow(_free_id(session, code, key), 1, None)
    invitation = Invitation(
        id=entry.id,
        round_id=code.round_id,
        channel=code.purpose,
        generation=entry.generation,
        token_hash=hash_token(_entry(key, entry).token),
        device_hash=_device_hash(key, comer.device, code) if comer.device else None,
    )
    session.add(invitation)
    session.flush()
    response = Response(round_id=code.round_id, invitation_id=entry.id, language=_language(code, comer))
    response.answers, response.choice_times = {}, {ERASED: moment(at)}  # empty since now, as after erasing
    session.add(response)
    session.flush()
    return _entry(key, entry)


def _free_id(session: Session, code: OpenCode, key: bytes) -> UUID:
    """Return an id whose form has a number of its own in this round."""
    forms = codes.list_forms(session.connection(), round_id=code.round_id)
    taken = {form_number(key, _entry(key, form).token) for form in forms}
    ids = iter(uuid4, None)
    return next(found for found in ids if form_number(key, _entry(key, EntryRow(found, 1, None)).token) not in taken)


def _language(code: OpenCode, comer: Comer) -> str:
    languages = questionnaire_of(code).languages
    return comer.language if comer.language in languages else languages[0]


def _entry(key: bytes, row: EntryRow) -> Entry:
    return Entry(make_token(key, "entry", row.id, row.generation), row.sent_in_at_utc is not None)


def _device_hash(key: bytes, device: str, code: OpenCode) -> str:
    """Hash a device's cookie together with the round: the same device cannot be followed from round to round."""
    return keyed_hash(key, f"device:{code.round_id}:{device}")
