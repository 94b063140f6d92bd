"""Rounds and their invitations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from survey.models import Contact, Invitation, Network, PartnerOrganisation, PlannedRound, Response, Round
from survey.queries.people import Reach, within


@dataclass(frozen=True, slots=True)
class SentIn:
    """One sent-in response, as the cut takes it: the group and the answers, nothing else."""

    reporting_group: str | None
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation with the names that a list of links shows."""

    id: UUID
    generation: int
    contact_name: str
    address: str | None
    organisation_name: str


#: Made once: the first page of every link asks for it.
_PER_GROUP: Final = (
    select(Invitation.reporting_group, func.count())
    .where(Invitation.round_id == bindparam("round"), Invitation.channel == "personal")
    .group_by(Invitation.reporting_group)
    .order_by(Invitation.reporting_group)
)


def list_rounds(session: Session, *, network_id: UUID) -> Sequence[Round]:
    """Return a network's rounds, oldest first; one that was cancelled does not count."""
    statement = select(Round).where(Round.network_id == network_id, Round.cancelled_at_utc.is_(None))
    return session.scalars(statement.order_by(Round.number)).all()


def newest_round(session: Session, *, network_id: UUID) -> Round | None:
    """Return a network's newest round; one that was cancelled does not count."""
    statement = select(Round).where(Round.network_id == network_id, Round.cancelled_at_utc.is_(None))
    return session.scalars(statement.order_by(Round.number.desc()).limit(1)).one_or_none()


def newest_closed(session: Session, *, network_id: UUID, before: datetime | None = None) -> Round | None:
    """Return a network's newest round that closed, or closed before a moment; one that was cancelled does not count."""
    statement = select(Round).where(
        Round.network_id == network_id, Round.cancelled_at_utc.is_(None), Round.closed_at_utc.is_not(None)
    )
    if before is not None:
        statement = statement.where(Round.closed_at_utc < before)
    return session.scalars(statement.order_by(Round.number.desc()).limit(1)).one_or_none()


def newest_number(session: Session, *, network_id: UUID) -> int:
    """Return the number of a network's last round, also when it was cancelled; without rounds 0."""
    return session.scalar(select(func.max(Round.number)).where(Round.network_id == network_id)) or 0


def list_asked(session: Session) -> list[tuple[str, str, str]]:
    """Return every version that any round asked and did not cancel, with its hash then: id, version, hash."""
    statement = select(Round.questionnaire_id, Round.questionnaire_version, Round.questionnaire_hash).distinct()
    statement = statement.where(Round.cancelled_at_utc.is_(None))
    return [(row[0], row[1], row[2]) for row in session.execute(statement.order_by(*statement.selected_columns))]


def find_plan(session: Session, *, network_id: UUID) -> PlannedRound | None:
    """Return what is planned for a network's next round."""
    return session.scalars(select(PlannedRound).where(PlannedRound.network_id == network_id)).one_or_none()


def find_plans(session: Session, *, network_ids: Sequence[UUID]) -> dict[UUID, PlannedRound]:
    """Return what is planned for these networks, by network."""
    found = session.scalars(select(PlannedRound).where(PlannedRound.network_id.in_(network_ids)))
    return {plan.network_id: plan for plan in found}


def list_before(session: Session, *, network_ids: Sequence[UUID]) -> list[tuple[UUID, str, datetime | None]]:
    """Return what each round of these networks asked and when it closed; one that was cancelled does not count."""
    statement = select(Round.network_id, Round.questionnaire_id, Round.closed_at_utc).where(
        Round.network_id.in_(network_ids), Round.cancelled_at_utc.is_(None)
    )
    rows = session.execute(statement.order_by(Round.network_id, Round.number))
    return [(row[0], row[1], row[2]) for row in rows]


def find_round(session: Session, *, reach: Reach, round_id: UUID) -> Round | None:
    """Return a round of a network within reach; ``None`` also for one that was cancelled."""
    statement = (
        select(Round)
        .join(Network, Network.id == Round.network_id)
        .where(Round.id == round_id, Round.cancelled_at_utc.is_(None), within(reach))
    )
    return session.scalars(statement).one_or_none()


def lock_round(session: Session, *, round_id: UUID) -> Round:
    """Return a round that nobody else can change until the transaction ends."""
    return session.scalars(select(Round).where(Round.id == round_id).with_for_update()).one()


def list_invitations(session: Session, *, round_id: UUID) -> list[InvitationRow]:
    """Return a round's invitations, by organisation and name; a link that was withdrawn or erased goes to nobody."""
    statement = (
        select(Invitation.id, Invitation.generation, Contact.name, Contact.address, PartnerOrganisation.name)
        .join(Contact, Contact.id == Invitation.contact_id)
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .where(Invitation.round_id == round_id, Contact.erased_at_utc.is_(None), Invitation.withdrawn_at_utc.is_(None))
        .order_by(PartnerOrganisation.name, Contact.name, Invitation.id)
    )
    return [InvitationRow(*row) for row in session.execute(statement)]


def list_mailable(session: Session, *, round_id: UUID) -> list[UUID]:
    """Return the invitations of a round that a mail can be sent to, by organisation and name."""
    statement = (
        select(Invitation.id)
        .join(Contact, Contact.id == Invitation.contact_id)
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .where(*_can_be_mailed(round_id), Invitation.refused_at_utc.is_(None), Invitation.wants_no_mail.is_(False))
        .order_by(PartnerOrganisation.name, Contact.name, Invitation.id)
    )
    return list(session.scalars(statement))


def count_mailable(session: Session, *, round_id: UUID) -> int:
    """Count who can be mailed, with those who want no mail: how many they are would tell of who sent in (R10)."""
    statement = select(func.count()).select_from(Invitation).join(Contact, Contact.id == Invitation.contact_id)
    return session.scalar(statement.where(*_can_be_mailed(round_id))) or 0


def _can_be_mailed(round_id: UUID) -> tuple[ColumnElement[bool], ...]:
    """Say whose link works and whose address does: all of it known to staff."""
    return (
        Invitation.round_id == round_id,
        Invitation.withdrawn_at_utc.is_(None),
        Invitation.bounced_at_utc.is_(None),
        Contact.address.is_not(None),
        Contact.archived_at_utc.is_(None),
    )


def invited_contacts(session: Session, *, round_id: UUID) -> set[UUID]:
    """Return who was invited to a round, by contact."""
    statement = select(Invitation.contact_id).where(Invitation.round_id == round_id, Invitation.contact_id.is_not(None))
    return {contact for contact in session.scalars(statement) if contact}


def count_invited(session: Session, *, round_id: UUID) -> int:
    """Count who was invited to a round; who came in by a code was not."""
    statement = select(func.count()).where(
        Invitation.round_id == round_id, Invitation.channel == "personal", Invitation.withdrawn_at_utc.is_(None)
    )
    return session.scalar(statement) or 0


def count_sent_in(session: Session, *, round_id: UUID, until: datetime, by_code: bool = False) -> int:
    """Count what the invited, or who came in by a code, sent in to an open round by a full hour.

    A total only (disclosure rule R10).
    """
    is_counted = Invitation.channel != "personal" if by_code else Invitation.channel == "personal"
    statement = (
        select(func.count())
        .select_from(Response)
        .join(Invitation, Invitation.id == Response.invitation_id)
        .where(Response.round_id == round_id, Response.sent_in_at_utc < until, is_counted)
    )
    return session.scalar(statement) or 0


def count_sent_in_by_code(session: Session, *, round_id: UUID) -> int:
    """Count what was sent in by a code until now; part of the cut, after which nobody can tell."""
    statement = (
        select(func.count())
        .select_from(Response)
        .join(Invitation, Invitation.id == Response.invitation_id)
        .where(Response.round_id == round_id, Response.sent_in_at_utc.is_not(None), Invitation.channel != "personal")
    )
    return session.scalar(statement) or 0


def count_per_group(session: Session, *, round_id: UUID) -> dict[str | None, int]:
    """Count invitations per reporting group; those that join the total only under ``None``."""
    counted = session.connection().execute(_PER_GROUP, {"round": round_id})
    return {group: number for group, number in counted}


def most_invited_at_one(session: Session, *, round_id: UUID) -> int:
    """Return how many were invited at the organisation with the most invitations."""
    number = func.count()
    statement = (
        select(number)
        .select_from(Invitation)
        .join(Contact, Contact.id == Invitation.contact_id)
        .where(Invitation.round_id == round_id)
        .group_by(Contact.partner_organisation_id)
        .order_by(number.desc())
        .limit(1)
    )
    return session.scalar(statement) or 0


def level_invitations(session: Session, *, round_id: UUID) -> None:
    """Make the invitations of a round alike, whoever answered; part of the cut, and of cancelling.

    Who sent in could say "no more mail" and nobody saw it, who had not could refuse: from now on both want no mail. And
    a resume code says that somebody opened the link.
    """
    refused = Invitation.refused_at_utc.is_not(None)
    session.execute(
        update(Invitation)
        .where(Invitation.round_id == round_id)
        .values(wants_no_mail=or_(Invitation.wants_no_mail, refused), refused_at_utc=None, resume_hash=None)
        .execution_options(synchronize_session="fetch")
    )


def lock_sent_in(session: Session, *, round_id: UUID) -> list[SentIn]:
    """Return what was sent in to a round, locked; drafts that were not sent in are left out."""
    session.execute(select(Response.id).where(Response.round_id == round_id).with_for_update())
    statement = (
        select(Invitation.reporting_group, Response.answers)
        .join(Response, Response.invitation_id == Invitation.id)
        .where(Invitation.round_id == round_id, Response.sent_in_at_utc.is_not(None))
        .order_by(Invitation.id)
    )
    return [SentIn(*row) for row in session.execute(statement)]
