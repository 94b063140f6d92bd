"""What a personal link opens: one row with all that a partner's page needs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from questionnaires.respondent import Respondent
from survey import clock
from survey.models import (
    Account,
    Contact,
    Invitation,
    Network,
    PartnerOrganisation,
    Response,
    Round,
    SupportOrganisation,
)
from survey.models.invitation import Channel


@dataclass(frozen=True, slots=True)
class Visit:
    """One opening of a personal link. ``response_id`` is ``None`` once the round has closed."""

    response_id: UUID | None
    round_id: UUID
    report_generation: int
    closed_at_utc: datetime | None
    cancelled_at_utc: datetime | None
    closes_on: date
    meeting_on: date | None
    meeting_place: str | None
    plan: list[dict[str, Any]]
    questionnaire_id: str
    questionnaire_version: str
    questionnaire_hash: str
    left_out: list[str]
    languages: list[str]
    kinds: list[str]
    round_number: int
    network_id: UUID
    network_name: str
    channel: Channel
    #: Of who has a personal invitation; who came in by a code is nobody we know.
    organisation_id: UUID | None
    kind: str | None
    reporting_group: str | None
    contact_id: UUID | None
    contact_name: str | None
    coordinator_name: str | None
    adviser_name: str
    adviser_address: str
    support_name: str
    answers: dict[str, Any]
    choice_times: dict[str, int]
    language: str
    kept_at_utc: datetime | None
    sent_in_at_utc: datetime | None
    invitation_id: UUID
    #: The link was in the hands of staff: what is behind it is shown to who has its code, see ``services.resuming``.
    through_staff: bool
    resume_hash: str | None

    @property
    def is_closed(self) -> bool:
        """Whether answers are no longer taken: the answers of a closed round are not linked to anybody."""
        return self.closed_at_utc is not None or self.response_id is None

    @property
    def is_past(self) -> bool:
        """Whether the last day is over; until the round is closed, what is sent in counts."""
        return clock.now() >= clock.end_of(self.closes_on)

    @property
    def has_answers(self) -> bool:
        """Whether anything is answered: a page that was kept with nothing on it holds no answer."""
        return any(answer is not None for answer in self.answers.values())

    @property
    def respondent(self) -> Respondent:
        """What a page looks different for."""
        return Respondent(self.language, self.kind, tuple(self.kinds))


#: Made once: building this statement costs more than running it.
_VISIT: Final[Select[*tuple[Any, ...]]] = (
    select(
        Response.id,
        Round.id,
        Round.report_generation,
        Round.closed_at_utc,
        Round.cancelled_at_utc,
        Round.closes_on,
        Round.meeting_on,
        Round.meeting_place,
        Round.plan,
        Round.questionnaire_id,
        Round.questionnaire_version,
        Round.questionnaire_hash,
        Round.left_out,
        Round.languages,
        Round.kinds,
        Round.number,
        Network.id,
        Network.name,
        Invitation.channel,
        PartnerOrganisation.id,
        PartnerOrganisation.kind,
        Invitation.reporting_group,
        Contact.id,
        Contact.name,
        Network.coordinator_name,
        Account.name,
        Account.address,
        SupportOrganisation.name,
        Response.answers,
        Response.choice_times,
        func.coalesce(Response.language, Contact.language, "nl"),
        Response.kept_at_utc,
        Response.sent_in_at_utc,
        Invitation.id,
        Invitation.through_staff,
        Invitation.resume_hash,
    )
    .select_from(Invitation)
    .join(Round, Round.id == Invitation.round_id)
    .join(Network, Network.id == Round.network_id)
    .join(Account, Account.id == Network.adviser_id)
    .join(SupportOrganisation, SupportOrganisation.id == Network.support_organisation_id)
    .outerjoin(Contact, Contact.id == Invitation.contact_id)
    .outerjoin(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
    .outerjoin(Response, Response.invitation_id == Invitation.id)
    .where(Invitation.token_hash == bindparam("token_hash"), Invitation.withdrawn_at_utc.is_(None))
)
_LOCK: Final = (
    select(Response.id)
    .where(
        Response.invitation_id
        == select(Invitation.id).where(Invitation.token_hash == bindparam("token_hash")).scalar_subquery()
    )
    .with_for_update()
)


#: Asked before every write by a link, so it looks at no more than it has to; a closed round has no response.
_THROUGH_STAFF: Final = (
    select(Invitation.id, Invitation.resume_hash)
    .join(Response, Response.invitation_id == Invitation.id)
    .where(Invitation.token_hash == bindparam("token_hash"), Invitation.through_staff)
)
_KEEP: Final = (
    update(Response)
    .where(Response.id == bindparam("response"))
    .values(answers=bindparam("new_answers"), choice_times=bindparam("new_times"), kept_at_utc=bindparam("at"))
)


def find_visit(where: Session | Connection, *, token_hash: str) -> Visit | None:
    """Return what the link with this hash opens; ``None`` for one that is unknown or was withdrawn."""
    connection = where if isinstance(where, Connection) else where.connection()  # spares the ORM's part
    row = connection.execute(_VISIT, {"token_hash": token_hash}).one_or_none()
    return Visit(*row) if row else None


def lock_visit(session: Session, *, token_hash: str) -> Visit | None:
    """Like ``find_visit``, and nobody else can change these answers until the transaction ends."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":  # SQLite's write transaction is alone already
        connection.execute(_LOCK, {"token_hash": token_hash})
    return find_visit(session, token_hash=token_hash)


def is_withdrawn(connection: Connection, *, token_hash: str) -> bool:
    """Say whether a link was withdrawn, so that it opens nothing any more."""
    statement = select(Invitation.id).where(
        Invitation.token_hash == token_hash, Invitation.withdrawn_at_utc.is_not(None)
    )
    return connection.execute(statement).one_or_none() is not None


def keep_answers(
    session: Session, *, response_id: UUID, answers: dict[str, Any], choice_times: dict[str, int], at: datetime
) -> None:
    """Store the whole document of answers, with when each was chosen."""
    values = {"response": response_id, "new_answers": answers, "new_times": choice_times, "at": at}
    session.connection().execute(_KEEP, values)


def mark_sent_in(session: Session, *, response_id: UUID, at: datetime) -> None:
    """Note that these answers were sent in; they stay sent in."""
    _update(session, response_id, sent_in_at_utc=at)


def clear_answers(session: Session, *, response_id: UUID, choice_times: dict[str, int]) -> None:
    """Erase everything that was answered; the link goes on working."""
    _update(session, response_id, answers={}, choice_times=choice_times, kept_at_utc=None, sent_in_at_utc=None)


def set_language(session: Session, *, response_id: UUID, language: str) -> None:
    """Note in which language this person reads."""
    _update(session, response_id, language=language)


def find_resume_hash(connection: Connection, *, token_hash: str) -> tuple[UUID, str | None] | None:
    """Return the invitation and the code's hash of a link that passed through staff; ``None`` for any other."""
    row = connection.execute(_THROUGH_STAFF, {"token_hash": token_hash}).one_or_none()
    return (row[0], row[1]) if row else None


def set_resume_hash(session: Session, *, invitation_id: UUID, resume_hash: str) -> None:
    """Note the code that was given to who began by a link."""
    session.execute(update(Invitation).where(Invitation.id == invitation_id).values(resume_hash=resume_hash))


def delete_responses(session: Session, *, round_id: UUID) -> None:
    """Delete the linked answers of a round, and the codes that say who began; part of the cut."""
    session.execute(delete(Response).where(Response.round_id == round_id))
    session.execute(
        update(Invitation)
        .where(Invitation.round_id == round_id, Invitation.resume_hash.is_not(None))
        .values(resume_hash=None)
    )


def _update(session: Session, response_id: UUID, **values: Any) -> None:
    session.execute(update(Response).where(Response.id == response_id).values(**values))
