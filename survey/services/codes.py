"""The codes of a round: six digits to type, and a longer secret behind a QR code.

A code works while its round is open and until its own end. It is made from the instance key, so it can be shown again;
the database holds hashes only.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from survey.clock import end_of
from survey.errors import CodeUnknown, Refused
from survey.i18n import gettext_noop
from survey.models import Round, RoundCode
from survey.models.code import Purpose
from survey.queries import codes
from survey.queries.codes import OpenCode
from survey.tokens import hash_token, keyed_hash, looks_like_token, make_digits, make_token

_LENGTH: Final = 6
#: What people type between digits: spaces of any kind, hyphens, full stops.
_BETWEEN: Final = "-–.\u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class MadeCode:
    """A code as it is handed out."""

    digits: str
    token: str
    ends_at_utc: datetime

    @property
    def in_groups(self) -> str:
        """The digits as people read them out."""
        return f"{self.digits[:3]} {self.digits[3:]}"

    @property
    def last_minute(self) -> datetime:
        """The last minute in which it works: an end at midnight is told as 23:59 of the day before."""
        return self.ends_at_utc - timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Result:
    """What was made of a round by code alone: the token of its report, once it can be read."""

    report_token: str | None


@dataclass(frozen=True, slots=True)
class CodeTerms:
    """What is asked for: a code for whom, until when (none: as long as the round), and whether to make it anew."""

    purpose: Purpose
    ends_at: datetime | None = None
    anew: bool = False


def make_code(session: Session, *, round: Round, terms: CodeTerms, key: bytes, at: datetime) -> MadeCode:
    """Make a code for an open round; as long as it works, asking again gives the same one.

    Raises
    ------
    Refused
        When it would end in the past, or after the last day of the round.
    """
    code = codes.find_of_round(session, round_id=round.id, purpose=terms.purpose)
    works = code is not None and code.ends_at_utc > at
    code = code or RoundCode(id=uuid4(), round_id=round.id, purpose=terms.purpose, generation=0)
    if terms.ends_at or not works:
        code.ends_at_utc = _end(round, terms, at)
    if terms.anew or not works:
        _give_secrets(session, code, key)
    session.add(code)
    session.flush()
    return _made(key, code)


def stop_code(session: Session, *, round: Round, purpose: Purpose, at: datetime) -> None:
    """End a code now; who began by it can still come back to the own answers.

    Raises
    ------
    Refused
        When there is no code that works.
    """
    code = codes.find_of_round(session, round_id=round.id, purpose=purpose)
    if code is None or code.ends_at_utc <= at:
        raise Refused(gettext_noop("There is no code to stop."))
    code.ends_at_utc = at


def find_code(connection: Connection, *, token: str) -> OpenCode:
    """Return the code behind a QR code's address; it may be over.

    Raises
    ------
    CodeUnknown
        When there is none of an open round.
    """
    code = codes.find_by_token(connection, token_hash=hash_token(token)) if looks_like_token(token) else None
    if code is None:
        raise CodeUnknown
    return code


def find_token(connection: Connection, *, digits: str, key: bytes, at: datetime) -> str | None:
    """Return where these six digits lead; ``None`` when they are no code that works."""
    code = codes.find_by_digits(connection, digits_hash=_digits_hash(key, digits))
    if code is None or is_over(code, at):
        return None
    return make_token(key, "code", code.id, code.generation)


def show_code(session: Session, *, round_id: UUID, purpose: Purpose, key: bytes) -> MadeCode | None:
    """Return a round's code as it is handed out, over or not; ``None`` when it has none."""
    code = codes.find_of_round(session, round_id=round_id, purpose=purpose)
    return _made(key, code) if code else None


def result_of(connection: Connection, *, token: str, key: bytes) -> Result | None:
    """Return what the address of a code leads to after the closing of a round by code alone, for whoever was there.

    ``None`` for every other code.
    """
    row = codes.find_result(connection, token_hash=hash_token(token)) if looks_like_token(token) else None
    if row is None:
        return None
    is_there = row.released_at_utc is not None
    return Result(make_token(key, "report", row.round_id, row.report_generation) if is_there else None)


def token_of_round(session: Session, *, round_id: UUID, purpose: Purpose, key: bytes) -> str | None:
    """Return the address of a round's code, over or not; ``None`` when it has none."""
    code = codes.find_of_round(session, round_id=round_id, purpose=purpose)
    return make_token(key, "code", code.id, code.generation) if code else None


def is_over(code: OpenCode, at: datetime) -> bool:
    """Say whether nobody can begin by this code any more."""
    return code.ends_at_utc <= at


def typed_digits(typed: str, length: int = _LENGTH) -> str | None:
    """Return the digits that somebody typed, spaces and hyphens left out; ``None`` when they are no code at all."""
    digits = "".join(sign for sign in typed if not sign.isspace() and sign not in _BETWEEN)
    return digits if len(digits) == length and digits.isascii() and digits.isdecimal() else None


def _end(round: Round, terms: CodeTerms, at: datetime) -> datetime:
    last = end_of(round.closes_on)
    ends_at = terms.ends_at or last
    if ends_at <= at:
        raise Refused(gettext_noop("That moment has passed already: a code has to work for a while."), field="day")
    if ends_at > last:
        raise Refused(
            gettext_noop("The last day of the round is %(day)s: a code cannot work any longer than that."),
            field="day",
            day=round.closes_on,
        )
    return ends_at


def _made(key: bytes, code: RoundCode) -> MadeCode:
    return MadeCode(_digits(key, code), make_token(key, "code", code.id, code.generation), code.ends_at_utc)


def _give_secrets(session: Session, code: RoundCode, key: bytes) -> None:
    """Raise the generation until the digits are nobody else's."""
    code.generation += 1
    while codes.has_digits(session, digits_hash=_digits_hash(key, _digits(key, code))):
        code.generation += 1
    code.digits_hash = _digits_hash(key, _digits(key, code))
    code.token_hash = hash_token(make_token(key, "code", code.id, code.generation))


def _digits(key: bytes, code: RoundCode) -> str:
    return make_digits(key, f"digits:{code.id}:{code.generation}", _LENGTH)


def _digits_hash(key: bytes, digits: str) -> str:
    return keyed_hash(key, f"typed digits:{digits}")
