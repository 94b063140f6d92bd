"""Everything that staff hold about one person, over all support organisations.

Never answers, never whether somebody was invited, reminded or answered: a person gets those by the own link.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from survey.models import (
    Account,
    AccountSession,
    AuditEvent,
    Contact,
    HandOver,
    LinkRequest,
    Network,
    NetworkCoordinator,
    OpenIdIdentity,
    PartnerOrganisation,
    Passkey,
    SupportOrganisation,
)

#: More people of one name than an administrator would read.
_MOST: Final = 50
#: What is done to a person and not to an invitation: how these actions begin.
_ABOUT: Final = ("account.", "contact.", "person.")


@dataclass(frozen=True, slots=True)
class HeldContact:
    """A contact, as staff see it."""

    id: UUID
    name: str
    address: str | None
    address_key: str | None
    job: str
    language: str
    names_profile: bool
    added_at_utc: datetime
    archived_at_utc: datetime | None
    organisation: str
    network_id: UUID
    network: str
    support_organisation: str


def find_contacts(
    session: Session, *, name: str | None = None, address_key: str | None = None, contact_id: UUID | None = None
) -> list[HeldContact]:
    """Return the contacts of this address, id, or part of a name; by name, network and id."""
    statement = (
        select(
            Contact.id, Contact.name, Contact.address, Contact.address_key, Contact.job, Contact.language,
            Contact.names_profile, Contact.added_at_utc, Contact.archived_at_utc, PartnerOrganisation.name,
            Network.id, Network.name, SupportOrganisation.name,
        )
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .join(Network, Network.id == Contact.network_id)
        .join(SupportOrganisation, SupportOrganisation.id == Network.support_organisation_id)
        .where(Contact.erased_at_utc.is_(None))
        .order_by(Contact.name, Network.name, Contact.id)
    )  # fmt: skip
    if address_key is not None:
        statement = statement.where(Contact.address_key == address_key)
    if contact_id is not None:
        statement = statement.where(Contact.id == contact_id)
    if name is not None:
        statement = statement.where(Contact.name.icontains(name, autoescape=True)).limit(_MOST)
    return [HeldContact(*row) for row in session.execute(statement)]


def find_accounts(session: Session, *, name: str | None = None, address_key: str | None = None) -> Sequence[Account]:
    """Return the accounts of this address or part of a name; a plus-tag makes no other person."""
    statement = select(Account).order_by(Account.name, Account.id)
    if address_key is not None:
        local, _, domain = address_key.rpartition("@")
        tagged = Account.address.startswith(f"{local}+", autoescape=True) & Account.address.endswith(
            f"@{domain}", autoescape=True
        )
        statement = statement.where(or_(Account.address == address_key, tagged))
    if name is not None:
        statement = statement.where(Account.name.icontains(name, autoescape=True)).limit(_MOST)
    return session.scalars(statement).all()


def list_sessions(session: Session, *, account_id: UUID) -> Sequence[AccountSession]:
    """Return where an account is signed in, newest first."""
    ours = select(AccountSession).where(AccountSession.account_id == account_id)
    return session.scalars(ours.order_by(AccountSession.begun_at_utc.desc(), AccountSession.id)).all()


def list_passkeys(session: Session, *, account_id: UUID) -> list[str]:
    """Return what an account's passkeys are called."""
    return list(session.scalars(select(Passkey.name).where(Passkey.account_id == account_id).order_by(Passkey.name)))


def list_providers(session: Session, *, account_id: UUID) -> list[str]:
    """Return the other providers that an account signs in by."""
    ours = select(OpenIdIdentity.issuer).where(OpenIdIdentity.account_id == account_id)
    return list(session.scalars(ours.order_by(OpenIdIdentity.issuer)))


def list_networks(session: Session, *, account_id: UUID) -> list[tuple[str, str]]:
    """Return the networks that an account is adviser or coordinator of: what it is, and the name."""
    advised = select(Network.name).where(Network.adviser_id == account_id).order_by(Network.name)
    mine = select(NetworkCoordinator.network_id).where(NetworkCoordinator.account_id == account_id)
    coordinated = select(Network.name).where(Network.id.in_(mine)).order_by(Network.name)
    return [("adviser", name) for name in session.scalars(advised)] + [
        ("coordinator", name) for name in session.scalars(coordinated)
    ]


def list_hand_overs(session: Session, *, account_id: UUID) -> list[tuple[str, datetime, str | None]]:
    """Return the networks that were handed over by or to an account: which, when, and the answer."""
    statement = (
        select(Network.name, HandOver.offered_at_utc, HandOver.answer)
        .join(Network, Network.id == HandOver.network_id)
        .where(or_(HandOver.from_account_id == account_id, HandOver.to_account_id == account_id))
        .order_by(HandOver.offered_at_utc, HandOver.id)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(statement)]


def list_named(session: Session, *, network_ids: Sequence[UUID], names: Sequence[str]) -> Sequence[Network]:
    """Return those of these networks that name one of these people as coordinator."""
    statement = select(Network).where(Network.id.in_(network_ids), Network.coordinator_name.in_(names))
    return session.scalars(statement.order_by(Network.name, Network.id)).all()


def coordinated_networks(session: Session, *, account_id: UUID) -> list[UUID]:
    """Return the networks that an account is coordinator of."""
    mine = select(NetworkCoordinator.network_id).where(NetworkCoordinator.account_id == account_id)
    return list(session.scalars(mine.order_by(NetworkCoordinator.network_id)))


def list_link_requests(session: Session, *, address_key: str) -> list[datetime]:
    """Return when lost links were asked for at an address, as far as they wait."""
    ours = select(LinkRequest.asked_at_utc).where(LinkRequest.address_key == address_key)
    return list(session.scalars(ours.order_by(LinkRequest.asked_at_utc)))


def delete_link_requests(session: Session, *, address_key: str) -> None:
    """Delete the requests for lost links at an address."""
    session.execute(delete(LinkRequest).where(LinkRequest.address_key == address_key))


def list_events_of(session: Session, *, ids: Sequence[UUID]) -> Sequence[AuditEvent]:
    """Return the rows of the audit log by or about these ids, oldest first; none about an invitation or a reminder."""
    about = AuditEvent.object_id.in_(ids) & or_(*(AuditEvent.action.startswith(each) for each in _ABOUT))
    statement = select(AuditEvent).where(or_(AuditEvent.actor_id.in_(ids), about))
    return session.scalars(statement.order_by(AuditEvent.at_utc, AuditEvent.id)).all()


def list_erasures(session: Session, *, mark: UUID) -> Sequence[AuditEvent]:
    """Return when the person with this mark was erased, oldest first."""
    ours = select(AuditEvent).where(AuditEvent.action == "person.erased", AuditEvent.object_id == mark)
    return session.scalars(ours.order_by(AuditEvent.at_utc, AuditEvent.id)).all()


def find_erasure(session: Session, *, event_id: UUID) -> AuditEvent | None:
    """Return one erasure of a person."""
    ours = select(AuditEvent).where(AuditEvent.action == "person.erased", AuditEvent.id == event_id)
    return session.scalars(ours).one_or_none()


def count_erased_with(session: Session, *, event: AuditEvent) -> list[tuple[str, str, int]]:
    """Return where contacts were erased together with a person: support organisation, network, and how many."""
    number = func.count()
    statement = (
        select(SupportOrganisation.name, Network.name, number)
        .select_from(AuditEvent)
        .join(Network, Network.id == AuditEvent.network_id)
        .join(SupportOrganisation, SupportOrganisation.id == Network.support_organisation_id)
        .where(
            AuditEvent.action == "contact.erased",
            AuditEvent.at_utc == event.at_utc,
            AuditEvent.actor_id == event.actor_id,
        )
        .group_by(SupportOrganisation.name, Network.name)
        .order_by(SupportOrganisation.name, Network.name)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(statement)]
