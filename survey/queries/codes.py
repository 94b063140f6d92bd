"""Codes of rounds, and who came in by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Select, and_, bindparam, delete, func, select
from sqlalchemy.orm import Session

from survey.models import Account, Invitation, Network, Response, Round, RoundCode, SupportOrganisation
from survey.models.code import Purpose


@dataclass(frozen=True, slots=True)
class OpenCode:
    """A code of an open round, with what the pages behind it tell; it may be over."""

    id: UUID
    generation: int
    purpose: Purpose
    ends_at_utc: datetime
    round_id: UUID
    round_number: int
    closes_on: date
    questionnaire_id: str
    questionnaire_version: str
    questionnaire_hash: str
    left_out: list[str]
    languages: list[str]
    network_name: str
    coordinator_name: str | None
    adviser_name: str
    adviser_address: str
    support_name: str
    #: Nobody is invited: everybody comes in by this code.
    is_by_code: bool


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What somebody began by a code: what its link is made from, and whether it was sent in."""

    id: UUID
    generation: int
    sent_in_at_utc: datetime | None


@dataclass(frozen=True, slots=True)
class BegunRow:
    """What somebody began by a code, with all that tells whether anything is in it."""

    invitation_id: UUID
    answers: dict[str, Any]
    choice_times: dict[str, int]
    sent_in_at_utc: datetime | None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The result of a round by code alone: what its report link is made from, and since when it can be read."""

    round_id: UUID
    report_generation: int
    released_at_utc: datetime | None


_OPEN_CODE: Final[Select[*tuple[Any, ...]]] = (
    select(
        RoundCode.id,
        RoundCode.generation,
        RoundCode.purpose,
        RoundCode.ends_at_utc,
        Round.id,
        Round.number,
        Round.closes_on,
        Round.questionnaire_id,
        Round.questionnaire_version,
        Round.questionnaire_hash,
        Round.left_out,
        Round.languages,
        Network.name,
        Network.coordinator_name,
        Account.name,
        Account.address,
        SupportOrganisation.name,
        Round.is_by_code,
    )
    .select_from(RoundCode)
    .join(Round, Round.id == RoundCode.round_id)
    .join(Network, Network.id == Round.network_id)
    .join(Account, Account.id == Network.adviser_id)
    .join(SupportOrganisation, SupportOrganisation.id == Network.support_organisation_id)
    .where(Round.closed_at_utc.is_(None))
)
#: Made once: a guess costs no more than running them.
_BY_TOKEN: Final = _OPEN_CODE.where(RoundCode.token_hash == bindparam("hash"))
_BY_DIGITS: Final = _OPEN_CODE.where(RoundCode.digits_hash == bindparam("hash"))
_RESULT: Final = (
    select(Round.id, Round.report_generation, Round.released_at_utc)
    .join(RoundCode, RoundCode.round_id == Round.id)
    .where(
        RoundCode.token_hash == bindparam("hash"),
        Round.is_by_code,
        Round.closed_at_utc.is_not(None),
        Round.cancelled_at_utc.is_(None),
    )
)


def find_by_token(connection: Connection, *, token_hash: str) -> OpenCode | None:
    """Return the code behind a QR code's address."""
    row = connection.execute(_BY_TOKEN, {"hash": token_hash}).one_or_none()
    return OpenCode(*row) if row else None


def find_by_digits(connection: Connection, *, digits_hash: str) -> OpenCode | None:
    """Return the code that has these digits."""
    row = connection.execute(_BY_DIGITS, {"hash": digits_hash}).one_or_none()
    return OpenCode(*row) if row else None


def find_of_round(session: Session, *, round_id: UUID, purpose: Purpose) -> RoundCode | None:
    """Return a round's code for a purpose, over or not."""
    statement = select(RoundCode).where(RoundCode.round_id == round_id, RoundCode.purpose == purpose)
    return session.scalars(statement).one_or_none()


def has_digits(session: Session, *, digits_hash: str) -> bool:
    """Say whether any code has these digits."""
    return session.scalar(select(RoundCode.id).where(RoundCode.digits_hash == digits_hash)) is not None


def find_of_device(connection: Connection, *, round_id: UUID, device_hash: str) -> EntryRow | None:
    """Return what a device began in a round."""
    statement = _entries(round_id).where(Invitation.device_hash == device_hash)
    row = connection.execute(statement).one_or_none()
    return EntryRow(*row) if row else None


def list_forms(connection: Connection, *, round_id: UUID) -> list[EntryRow]:
    """Return the paper forms that were typed over in a round."""
    statement = _entries(round_id).where(Invitation.channel == "paper").order_by(Invitation.id)
    return [EntryRow(*row) for row in connection.execute(statement)]


def count_entries(session: Session, *, round_id: UUID, purpose: Purpose) -> int:
    """Count what was begun in a round by a code, sent in or not."""
    statement = select(func.count()).where(Invitation.round_id == round_id, Invitation.channel == purpose)
    return session.scalar(statement) or 0


def lock_begun(session: Session, *, round_id: UUID, purpose: Purpose) -> list[BegunRow]:
    """Return what was begun in a round by a code, but for what is being changed; it stays so until the end."""
    statement = (
        select(Invitation.id, Response.answers, Response.choice_times, Response.sent_in_at_utc)
        .join(Response, Response.invitation_id == Invitation.id)
        .where(Invitation.round_id == round_id, Invitation.channel == purpose)
        .order_by(Invitation.id)
        .with_for_update(of=Response, skip_locked=True)
    )
    return [BegunRow(*row) for row in session.execute(statement)]


def delete_begun(session: Session, *, invitation_ids: Sequence[UUID]) -> None:
    """Delete what was begun by a code; the links to it open nothing any more."""
    session.execute(delete(Response).where(Response.invitation_id.in_(invitation_ids)))
    session.execute(delete(Invitation).where(Invitation.id.in_(invitation_ids)))


def delete_of_round(session: Session, *, round_id: UUID, but: Purpose | None = None) -> None:
    """Delete the invitations of who came in by a round's codes, and all codes but for one purpose; part of the cut."""
    session.execute(delete(Invitation).where(Invitation.round_id == round_id, Invitation.channel != "personal"))
    forget_of_round(session, round_id=round_id, but=but)


def forget_of_round(session: Session, *, round_id: UUID, but: Purpose | None = None) -> None:
    """Delete a round's codes; the links of who came in by them go on saying what became of the round."""
    codes = RoundCode.round_id == round_id
    session.execute(delete(RoundCode).where(codes if but is None else and_(codes, RoundCode.purpose != but)))


def find_result(connection: Connection, *, token_hash: str) -> ResultRow | None:
    """Return what the address behind the code of a closed round by code alone leads to."""
    row = connection.execute(_RESULT, {"hash": token_hash}).one_or_none()
    return ResultRow(*row) if row else None


def _entries(round_id: UUID) -> Select[UUID, int, datetime | None]:
    return (
        select(Invitation.id, Invitation.generation, Response.sent_in_at_utc)
        .join(Response, Response.invitation_id == Invitation.id)
        .where(Invitation.round_id == round_id)
    )
