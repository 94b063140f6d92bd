"""The mails of rounds that wait to be sent, or went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, insert, or_, select
from sqlalchemy.orm import Session, aliased

from survey.models import (
    Account,
    Contact,
    Invitation,
    Network,
    PartnerOrganisation,
    Round,
    RoundMail,
    SupportOrganisation,
)
from survey.models.campaign import MailPurpose
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


def put_out(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Store mails that are to go."""
    if rows:
        session.execute(insert(RoundMail), rows)


def list_waiting(session: Session, *, batch_id: UUID) -> list[UUID]:
    """Return the mails of a batch that did not go."""
    statement = select(RoundMail.id).where(RoundMail.batch_id == batch_id, RoundMail.state == "waiting")
    return list(session.scalars(statement.order_by(RoundMail.id)))


def list_batches(session: Session, *, round_id: UUID) -> list[UUID]:
    """Return the batches of a round with mails that wait."""
    statement = select(RoundMail.batch_id).where(RoundMail.round_id == round_id, RoundMail.state == "waiting")
    return list(session.scalars(statement.distinct().order_by(RoundMail.batch_id)))


def list_batches_left(session: Session, *, untouched_since: datetime) -> list[UUID]:
    """Return the batches with mails that wait, and that no worker took anything of since a moment."""
    other = aliased(RoundMail)
    touched = exists().where(
        other.batch_id == RoundMail.batch_id, other.state == "waiting", other.taken_at_utc >= untouched_since
    )
    statement = select(RoundMail.batch_id).where(RoundMail.state == "waiting", ~touched).distinct()
    return list(session.scalars(statement.order_by(RoundMail.batch_id)))


def take(session: Session, *, mail_id: UUID, worker: str, free_since: datetime) -> Addressed | None:
    """Return a mail that nobody else sends until the transaction ends; ``None`` when it went or is in other hands."""
    statement = (
        select(RoundMail, Invitation, Round, Contact, Network, Account, SupportOrganisation, PartnerOrganisation)
        .join(Invitation, Invitation.id == RoundMail.invitation_id)
        .join(Round, Round.id == RoundMail.round_id)
        .join(Contact, Contact.id == Invitation.contact_id)
        .join(Network, Network.id == Round.network_id)
        .join(Account, Account.id == Network.adviser_id)
        .join(SupportOrganisation, SupportOrganisation.id == Network.support_organisation_id)
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .where(
            RoundMail.id == mail_id,
            RoundMail.state == "waiting",
            or_(RoundMail.taken_at_utc.is_(None), RoundMail.taken_by == worker, RoundMail.taken_at_utc < free_since),
        )
        .with_for_update(of=RoundMail)
    )
    row = session.execute(statement).one_or_none()
    return Addressed(*row[:8], count_per_group(session, round_id=row[2].id)) if row else None


def find_mail(session: Session, *, mail_id: UUID) -> RoundMail | None:
    """Return a mail, locked; ``None`` when it is gone."""
    return session.scalars(select(RoundMail).where(RoundMail.id == mail_id).with_for_update()).one_or_none()


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
