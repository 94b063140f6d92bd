"""Support organisations, networks, partner organisations, contacts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from survey.models import Account, Contact, Instance, Network, PartnerOrganisation, Round, SupportOrganisation
from survey.queries.people import Reach, within


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network in a list, with its newest round."""

    id: UUID
    name: str
    province: str
    adviser_id: UUID
    round_number: int | None
    opened_at_utc: datetime | None
    closes_on: date | None
    closed_at_utc: datetime | None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact with the kind of its organisation, as opening a round needs it."""

    id: UUID
    name: str
    address_key: str | None
    language: str
    kind: str
    organisation_id: UUID


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A partner organisation of a network."""

    id: UUID
    name: str
    kind: str


def get_instance(session: Session) -> Instance | None:
    """Return what this database is, once that has been said."""
    return session.scalars(select(Instance)).one_or_none()


def has_networks(session: Session) -> bool:
    """Whether the database holds any network."""
    return session.scalar(select(Network.id).limit(1)) is not None


def find_support_organisation(session: Session, *, name: str) -> SupportOrganisation | None:
    """Return a support organisation by name."""
    return session.scalars(select(SupportOrganisation).where(SupportOrganisation.name == name)).one_or_none()


def find_adviser(session: Session, *, address: str) -> Account | None:
    """Return an adviser by e-mail address."""
    return session.scalars(select(Account).where(Account.address == address)).one_or_none()


def get_adviser(session: Session, *, adviser_id: UUID) -> Account | None:
    """Return an adviser by id."""
    return session.get(Account, adviser_id)


def get_demo_adviser(session: Session) -> Account | None:
    """Return the fixed adviser of a demo."""
    return session.scalars(select(Account).where(Account.is_demo)).one_or_none()


def find_networks(session: Session, *, name: str) -> Sequence[Network]:
    """Return the networks of this name; more than one only at different support organisations."""
    return session.scalars(select(Network).where(Network.name == name).order_by(Network.id)).all()


def find_organisation(session: Session, *, network_id: UUID, name: str) -> PartnerOrganisation | None:
    """Return a network's partner organisation by name."""
    statement = select(PartnerOrganisation).where(
        PartnerOrganisation.network_id == network_id, PartnerOrganisation.name == name
    )
    return session.scalars(statement).one_or_none()


def find_contact(session: Session, *, network_id: UUID, address_key: str) -> Contact | None:
    """Return a network's contact by normalised address."""
    statement = select(Contact).where(Contact.network_id == network_id, Contact.address_key == address_key)
    return session.scalars(statement).one_or_none()


def list_contacts(session: Session, *, network_id: UUID) -> list[ContactRow]:
    """Return the contacts of a network who can be invited, by organisation and name."""
    return list_contacts_of(session, network_ids=[network_id])[network_id]


def list_contacts_of(session: Session, *, network_ids: Sequence[UUID]) -> dict[UUID, list[ContactRow]]:
    """Return the contacts of each of these networks who can be invited, by organisation and name."""
    found: dict[UUID, list[ContactRow]] = {network_id: [] for network_id in network_ids}
    statement = (
        select(
            Contact.network_id, Contact.id, Contact.name, Contact.address_key, Contact.language,
            PartnerOrganisation.kind, PartnerOrganisation.id,
        )
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .where(
            Contact.network_id.in_(network_ids), Contact.archived_at_utc.is_(None), Contact.erased_at_utc.is_(None)
        )
        .order_by(PartnerOrganisation.name, Contact.name, Contact.id)
    )  # fmt: skip
    for row in session.execute(statement):
        found[row[0]].append(ContactRow(*row[1:]))
    return found


def list_organisations(where: Session | Connection, *, network_id: UUID) -> list[OrganisationRow]:
    """Return a network's partner organisations."""
    organisation = PartnerOrganisation
    statement = select(organisation.id, organisation.name, organisation.kind)
    ours = statement.where(organisation.network_id == network_id).order_by(organisation.name, organisation.id)
    return [OrganisationRow(*row) for row in where.execute(ours)]


def list_kinds(session: Session, *, network_id: UUID) -> set[str]:
    """Return the kinds of partner organisation that a network has."""
    statement = select(PartnerOrganisation.kind).where(PartnerOrganisation.network_id == network_id)
    return set(session.scalars(statement.distinct().order_by(PartnerOrganisation.kind)))


def list_networks(session: Session, *, reach: Reach | None = None) -> list[NetworkRow]:
    """Return the networks within reach, or all, with their newest round, by name."""
    newest = (
        select(Round.network_id, func.max(Round.number).label("number"))
        .where(Round.cancelled_at_utc.is_(None))
        .group_by(Round.network_id)
        .subquery("newest")
    )
    statement = (
        select(
            Network.id, Network.name, Network.province, Network.adviser_id,
            Round.number, Round.opened_at_utc, Round.closes_on, Round.closed_at_utc,
        )
        .outerjoin(newest, newest.c.network_id == Network.id)
        .outerjoin(Round, (Round.network_id == Network.id) & (Round.number == newest.c.number))
        .order_by(Network.name, Network.id)
    )  # fmt: skip
    if reach is not None:
        statement = statement.where(within(reach))
    return [NetworkRow(*row) for row in session.execute(statement)]
