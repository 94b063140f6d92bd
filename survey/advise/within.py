"""What somebody may work on: a network, an organisation or a contact that is not within reach does not exist."""

from typing import NamedTuple, NoReturn, TypeVar
from uuid import UUID

from flask import abort
from sqlalchemy.orm import Session

from survey.access import person
from survey.models import Contact, Network, PartnerOrganisation, Round
from survey.queries import members, people, rounds
from survey.services.changes import refuse_archived

Found = TypeVar("Found")


class OwnOrganisation(NamedTuple):
    """A partner organisation, and the network it is in."""

    network: Network
    organisation: PartnerOrganisation


class OwnRound(NamedTuple):
    """A round, and the network it is of."""

    network: Network
    round: Round


class OwnContact(NamedTuple):
    """A contact, where the contact works, and the network that is in."""

    network: Network
    organisation: PartnerOrganisation
    contact: Contact


def own_network(session: Session, network_id: UUID) -> Network:
    """Return a network that who is signed in may work on."""
    return _or_nothing(people.find_network(session, reach=person().reach, network_id=network_id))


def own_organisation(session: Session, organisation_id: UUID) -> OwnOrganisation:
    """Return a partner organisation of such a network."""
    found = members.find_organisation(session, reach=person().reach, organisation_id=organisation_id)
    organisation = _or_nothing(found)
    return OwnOrganisation(own_network(session, organisation.network_id), organisation)


def own_round(session: Session, round_id: UUID) -> OwnRound:
    """Return a round of such a network; one that was cancelled does not exist any more."""
    found = _or_nothing(rounds.find_round(session, reach=person().reach, round_id=round_id))
    return OwnRound(own_network(session, found.network_id), found)


def locked_round(session: Session, round_id: UUID) -> OwnRound:
    """Return a round, itself and its network locked; raises as ``locked_network`` does."""
    network = locked_network(session, own_round(session, round_id).network.id)
    return OwnRound(network, rounds.lock_round(session, round_id=round_id))


def own_contact(session: Session, contact_id: UUID) -> OwnContact:
    """Return a contact of such a network."""
    contact = _or_nothing(members.find_contact(session, reach=person().reach, contact_id=contact_id))
    return OwnContact(*own_organisation(session, contact.partner_organisation_id), contact)


def locked_network(session: Session, network_id: UUID) -> Network:
    """Return a network that nobody else can change anything in until the transaction ends.

    Raises
    ------
    Refused
        When it is archived.
    """
    network = own_network(session, network_id)
    members.lock_network(session, reach=person().reach, network_id=network_id)
    session.expire_all()
    refuse_archived(network)
    return network


def locked_organisation(session: Session, organisation_id: UUID) -> OwnOrganisation:
    """Return a partner organisation, its network locked; raises as ``locked_network`` does."""
    locked_network(session, own_organisation(session, organisation_id).network.id)
    return own_organisation(session, organisation_id)


def locked_contact(session: Session, contact_id: UUID) -> OwnContact:
    """Return a contact, the network locked; raises as ``locked_network`` does."""
    locked_network(session, own_contact(session, contact_id).network.id)
    return own_contact(session, contact_id)


def _or_nothing(found: Found | None) -> Found:
    return found if found is not None else _nothing()


def _nothing() -> NoReturn:
    abort(404)
