"""Who was invited to a round, as staff may know it: nothing here looks at answers, devices or reminders (R10)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from survey.models import Contact, Invitation, Network, PartnerOrganisation, Round, RoundMail
from survey.queries.people import Reach, within


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """One person who was invited, with what became of the invitation as far as that is no secret."""

    invitation_id: UUID
    contact_id: UUID
    name: str
    address: str | None
    language: str
    organisation_id: UUID
    organisation_name: str
    added_at_utc: datetime
    archived_at_utc: datetime | None
    #: The group in which the answers count; none: in the total only.
    reporting_group: str | None
    generation: int
    refused_at_utc: datetime | None
    bounced_at_utc: datetime | None
    bounce_code: int | None
    withdrawn_at_utc: datetime | None

    @property
    def can_get_a_letter(self) -> bool:
        """Whether the link can be printed: only of who has no address, so that no link goes both ways (R3)."""
        return self.address is None and self.withdrawn_at_utc is None and self.archived_at_utc is None


def list_invited(session: Session, *, round_id: UUID) -> list[InvitedRow]:
    """Return everybody who was invited to a round and was not erased, by organisation and name."""
    statement = (
        select(
            Invitation.id, Contact.id, Contact.name, Contact.address, Contact.language, PartnerOrganisation.id,
            PartnerOrganisation.name, Contact.added_at_utc, Contact.archived_at_utc, Invitation.reporting_group,
            Invitation.generation, Invitation.refused_at_utc, Invitation.bounced_at_utc, Invitation.bounce_code,
            Invitation.withdrawn_at_utc,
        )
        .join(Contact, Contact.id == Invitation.contact_id)
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .where(Invitation.round_id == round_id, Contact.erased_at_utc.is_(None))
        .order_by(PartnerOrganisation.sort_name, PartnerOrganisation.id, Contact.sort_name, Contact.id)
    )  # fmt: skip
    return [InvitedRow(*row) for row in session.execute(statement)]


def count_links(session: Session, *, round_id: UUID) -> tuple[int, int]:
    """Count the personal links of a round that work, and those that were withdrawn and not replaced by others."""
    is_off = Invitation.withdrawn_at_utc.is_not(None)
    statement = (
        select(func.count(case((~is_off, 1))), func.count(case((is_off & Contact.archived_at_utc.is_(None), 1))))
        .outerjoin(Contact, Contact.id == Invitation.contact_id)
        .where(Invitation.round_id == round_id, Invitation.channel == "personal")
    )
    working, off = session.execute(statement).one()
    return working, off


def list_not_invited(session: Session, *, round_id: UUID, network_id: UUID) -> list[tuple[Contact, str]]:
    """Return who can be invited to a round and was not, each with the kind of its organisation."""
    theirs = select(Invitation.contact_id).where(Invitation.round_id == round_id, Invitation.contact_id.is_not(None))
    statement = (
        select(Contact, PartnerOrganisation.kind)
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .where(
            Contact.network_id == network_id,
            Contact.archived_at_utc.is_(None),
            Contact.erased_at_utc.is_(None),
            Contact.id.not_in(theirs),
        )
        .order_by(PartnerOrganisation.sort_name, Contact.sort_name, Contact.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def find_invitation(session: Session, *, reach: Reach, invitation_id: UUID) -> Invitation | None:
    """Return the invitation of a contact, not erased, of a network within reach, to a round that was not cancelled."""
    statement = (
        select(Invitation)
        .join(Contact, Contact.id == Invitation.contact_id)
        .join(Network, Network.id == Contact.network_id)
        .join(Round, Round.id == Invitation.round_id)
        .where(
            Invitation.id == invitation_id,
            Contact.erased_at_utc.is_(None),
            Round.cancelled_at_utc.is_(None),
            within(reach),
        )
    )
    return session.scalars(statement).one_or_none()


def list_sent(session: Session, *, round_id: UUID) -> dict[UUID, list[datetime]]:
    """Return when an invitation was put out to each, oldest first.

    Whether it was taken is not looked at: a mail that was kept back would tell of who wants no mail.
    """
    statement = select(RoundMail.invitation_id, RoundMail.due_at_utc).where(
        RoundMail.round_id == round_id, RoundMail.purpose == "invitation"
    )
    found: dict[UUID, list[datetime]] = {}
    for invitation_id, at in session.execute(statement.order_by(RoundMail.number, RoundMail.id)):
        found.setdefault(invitation_id, []).append(at)
    return found


def newest_mail(session: Session, *, invitation_id: UUID) -> RoundMail | None:
    """Return the last invitation that was put out to somebody."""
    statement = select(RoundMail).where(RoundMail.invitation_id == invitation_id, RoundMail.purpose == "invitation")
    return session.scalars(statement.order_by(RoundMail.number.desc()).limit(1)).one_or_none()


def list_of_contact(session: Session, *, contact_id: UUID) -> list[tuple[Round, InvitedRow]]:
    """Return the invitations of a contact, the newest round first."""
    rounds = (
        select(Round)
        .join(Invitation, Invitation.round_id == Round.id)
        .where(Invitation.contact_id == contact_id, Round.cancelled_at_utc.is_(None))
        .order_by(Round.number.desc())
    )
    return [
        (each, row)
        for each in session.scalars(rounds)
        for row in list_invited(session, round_id=each.id)
        if row.contact_id == contact_id
    ]


def mark_through_staff(session: Session, *, invitation_ids: list[UUID]) -> None:
    """Note that these links pass through the hands of staff."""
    for invitation in session.scalars(select(Invitation).where(Invitation.id.in_(invitation_ids))):
        invitation.through_staff = True
    session.flush()
