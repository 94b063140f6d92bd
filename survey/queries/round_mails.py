"""The mails of rounds that wait to be sent, or went."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.orm import Session, aliased

from survey.models import (
    Account,
    Contact,
    Invitation,
    Network,
    PartnerOrganisation,
    Reminding,
    Response,
    Round,
    RoundMail,
    SupportOrganisation,
)
from survey.models.campaign import MailPurpose, MailState
from survey.queries.rounds import count_per_group


@dataclass(frozen=True, slots=True)
class Addressed:
    """Everything that a mail to an invited person is made of."""

    mail: RoundMail
    invitation: Invitation
    round: Round
    contact: Contact
    network: Network
    adviser: Account
    support: SupportOrganisation
    organisation: PartnerOrganisation
    #: How many are invited in each reporting group: what a mail says before (disclosure rule R13).
    invited: Mapping[str | None, int]
    #: Looked up when the mail is taken: who sent in meanwhile is not reminded.
    has_sent_in: bool = False


def put_out(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Store mails that are to go."""
    if rows:
        session.execute(insert(RoundMail), rows)


def list_due(session: Session, *, batch_id: UUID, at: datetime) -> list[UUID]:
    """Return the mails of a batch that are to go now, those that waited longest first."""
    statement = select(RoundMail.id).where(RoundMail.batch_id == batch_id, *_is_due(at))
    return list(session.scalars(statement.order_by(RoundMail.due_at_utc, RoundMail.id)))


def _is_due(at: datetime) -> tuple[ColumnElement[bool], ...]:
    return RoundMail.state == "waiting", RoundMail.due_at_utc <= at


def list_batches(session: Session, *, round_id: UUID) -> list[UUID]:
    """Return the batches of a round with mails that wait."""
    statement = select(RoundMail.batch_id).where(RoundMail.round_id == round_id, RoundMail.state == "waiting")
    return list(session.scalars(statement.distinct().order_by(RoundMail.batch_id)))


def list_batches_due(
    session: Session, *, at: datetime, told_since: datetime, in_hand_since: datetime
) -> list[tuple[UUID, int]]:
    """Return the batches with mails that are to go now, and how many each has; those that waited longest first.

    Left out is what a worker has in hand, and what somebody told a worker of a moment ago.
    """
    other = aliased(RoundMail)
    in_hand = exists().where(
        other.batch_id == RoundMail.batch_id, other.state == "waiting", other.taken_at_utc >= in_hand_since
    )
    was_told = and_(RoundMail.tries == 0, RoundMail.due_at_utc > told_since)
    statement = (
        select(RoundMail.batch_id, func.count())
        .where(*_is_due(at), ~was_told, ~in_hand)
        .group_by(RoundMail.batch_id)
        .order_by(func.min(RoundMail.due_at_utc), RoundMail.batch_id)
    )
    return [(batch_id, mails) for batch_id, mails in session.execute(statement)]


def take(session: Session, *, mail_id: UUID, at: datetime, in_hand_since: datetime) -> Addressed | None:
    """Return a mail that nobody else sends until the transaction ends.

    ``None`` when it went, is not to go yet, or somebody has it in hand.
    """
    has_sent_in = exists().where(Response.invitation_id == Invitation.id, Response.sent_in_at_utc.is_not(None))
    statement = (
        select(
            RoundMail, Invitation, Round, Contact, Network, Account, SupportOrganisation, PartnerOrganisation,
            has_sent_in,
        )
        .join(Invitation, Invitation.id == RoundMail.invitation_id)
        .join(Round, Round.id == RoundMail.round_id)
        .join(Contact, Contact.id == Invitation.contact_id)
        .join(Network, Network.id == Round.network_id)
        .join(Account, Account.id == Network.adviser_id)
        .join(SupportOrganisation, SupportOrganisation.id == Network.support_organisation_id)
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .where(
            RoundMail.id == mail_id,
            *_is_due(at),
            or_(RoundMail.taken_at_utc.is_(None), RoundMail.taken_at_utc < in_hand_since),
        )
        .with_for_update(of=RoundMail)
    )  # fmt: skip
    row = session.execute(statement).one_or_none()
    if row is None:
        return None
    mail, invitation, asked, contact, network, adviser, support, organisation, sent_in = row
    invited = count_per_group(session, round_id=asked.id)
    return Addressed(mail, invitation, asked, contact, network, adviser, support, organisation, invited, sent_in)


def let_go(session: Session, *, worker: str) -> None:
    """Let others, or the same worker, take what a worker had in hand when it died."""
    session.execute(
        update(RoundMail)
        .where(RoundMail.taken_by == worker, RoundMail.state == "waiting")
        .values(taken_at_utc=None, taken_by=None)
    )


def lock_due(session: Session, *, mail_ids: Sequence[UUID], at: datetime) -> list[RoundMail]:
    """Return those of these mails that are to go now and that nobody has in hand."""
    statement = select(RoundMail).where(RoundMail.id.in_(mail_ids), *_is_due(at), RoundMail.taken_at_utc.is_(None))
    return list(session.scalars(statement.order_by(RoundMail.id).with_for_update()))


def find_mail(session: Session, *, mail_id: UUID) -> RoundMail | None:
    """Return a mail, locked; ``None`` when it is gone."""
    return session.scalars(select(RoundMail).where(RoundMail.id == mail_id).with_for_update()).one_or_none()


def find_sent(session: Session, *, message_id: str, purpose: MailPurpose) -> RoundMail | None:
    """Return the mail of this purpose that has a Message-ID, locked; ``None`` when there is none."""
    statement = select(RoundMail).where(RoundMail.message_id == message_id, RoundMail.purpose == purpose)
    return session.scalars(statement.with_for_update()).one_or_none()


def invitation_of(session: Session, *, mail: RoundMail) -> Invitation:
    """Return whose mail it is."""
    return session.scalars(select(Invitation).where(Invitation.id == mail.invitation_id)).one()


def count_failed_reminder(session: Session, *, mail: RoundMail) -> None:
    """Count that one mail of a time of reminding was not taken."""
    session.execute(
        update(Reminding)
        .where(Reminding.round_id == mail.round_id, Reminding.number == mail.number)
        .values(failed=Reminding.failed + 1)
    )


def count_invitations(session: Session, *, round_id: UUID) -> Counter[tuple[MailState, bool]]:
    """Return how many people's newest invitation is in which state, and whether it was tried before.

    Left out is who has no link any more.
    """
    newest = (
        select(RoundMail.invitation_id, func.max(RoundMail.number).label("number"))
        .where(RoundMail.round_id == round_id, RoundMail.purpose == "invitation")
        .group_by(RoundMail.invitation_id)
        .subquery()
    )
    was_tried = RoundMail.tries > 0
    statement = (
        select(RoundMail.state, was_tried, func.count())
        .join(newest, and_(newest.c.invitation_id == RoundMail.invitation_id, newest.c.number == RoundMail.number))
        .join(Invitation, Invitation.id == RoundMail.invitation_id)
        .where(RoundMail.purpose == "invitation", Invitation.withdrawn_at_utc.is_(None))
        .group_by(RoundMail.state, was_tried)
    )
    return Counter({(state, bool(tried)): number for state, tried, number in session.execute(statement)})


def newest_number(session: Session, *, invitation_id: UUID, purpose: MailPurpose) -> int:
    """Return how many mails of this purpose a person was sent, or is about to be; none is 0."""
    statement = select(func.max(RoundMail.number)).where(
        RoundMail.invitation_id == invitation_id, RoundMail.purpose == purpose
    )
    return session.scalar(statement) or 0


def delete_waiting(session: Session, *, round_id: UUID, purposes: Sequence[MailPurpose]) -> None:
    """Delete mails of a round that need not go any more."""
    session.execute(
        delete(RoundMail).where(
            RoundMail.round_id == round_id, RoundMail.state == "waiting", RoundMail.purpose.in_(purposes)
        )
    )


def delete_all_waiting(session: Session, *, round_id: UUID) -> None:
    """Delete every mail of a round that did not go."""
    session.execute(delete(RoundMail).where(RoundMail.round_id == round_id, RoundMail.state == "waiting"))


def list_told(session: Session, *, round_id: UUID) -> set[UUID]:
    """Return the invitations of a round that were mailed, or that a worker is mailing just now."""
    went = or_(RoundMail.state == "sent", RoundMail.taken_at_utc.is_not(None))
    statement = select(RoundMail.invitation_id).where(
        RoundMail.round_id == round_id, RoundMail.purpose == "invitation", went
    )
    return set(session.scalars(statement))
