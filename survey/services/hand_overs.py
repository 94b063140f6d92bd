"""Hand a network over to another adviser: one offers it, the other accepts, and then it moves as a whole."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from survey.models import Account, HandOver, Network
from survey.queries import accounts, people
from survey.queries import hand_overs as queries
from survey.queries.hand_overs import Offer
from survey.queries.people import Person
from survey.services import audit
from survey.services.audit import Actor, What


class NotYours(Exception):
    """Somebody else looks after this network, and has to agree."""


class OfferedAlready(Exception):
    """The network is offered to somebody; one at a time."""


class LooksAfterIt(Exception):
    """The offer is to who looks after the network."""


class OfferGone(Exception):
    """The offer was withdrawn, answered or ended meanwhile."""


class NameTaken(Exception):
    """The support organisation that takes the network over has one of this name."""


def may_offer(*, network: Network, person: Person) -> bool:
    """Say whether somebody may offer a network within reach: its adviser, or an administrator."""
    return network.adviser_id == person.account_id or person.may("administrator")


def list_offers(session: Session, *, account_id: UUID) -> list[Offer]:
    """Return the networks that are offered to somebody."""
    return queries.list_offers(session, account_id=account_id)


def offer(session: Session, *, network_id: UUID, address: str, person: Person, by: Actor, at: datetime) -> None:
    """Offer a network to whoever has this address; the same happens when nobody has.

    Raises
    ------
    NotYours
        When it is not for this person to offer.
    LooksAfterIt
        When the address is that of who looks after it.
    OfferedAlready
        When an offer waits for its answer.
    """
    network = _reached(session, network_id, person)
    if not may_offer(network=network, person=person):
        raise NotYours
    taker = accounts.find_open_account_at(session, address=address)
    adviser = session.get_one(Account, network.adviser_id)
    if taker is not None and (taker.id == adviser.id or (taker.id == person.account_id and adviser.active)):
        raise LooksAfterIt
    if queries.find_waiting(session, network_id=network_id, support_id=network.support_organisation_id):
        raise OfferedAlready
    may_take = taker is not None and taker.role != "coordinator"
    row = HandOver(
        id=uuid4(),
        network_id=network_id,
        from_account_id=person.account_id,
        to_account_id=taker.id if taker and may_take else None,
        offered_at_utc=at,
    )
    session.add(row)
    session.flush()
    _note(session, "network.offered", network, network.support_organisation_id, by=by, at=at)


def accept(session: Session, *, offer_id: UUID, person: Person, by: Actor, at: datetime) -> Network:
    """Take over a network that is offered to this person.

    Raises
    ------
    OfferGone
        When the offer holds no more.
    NameTaken
        When this person's support organisation has a network of this name.
    """
    network = _locked(session, offer_id, person)
    old, new = network.support_organisation_id, person.support_organisation_id
    if old != new and queries.has_network_named(session, support_id=new, name=network.name):
        raise NameTaken
    if not queries.answer(session, offer_id=offer_id, answer="accepted", at=at):
        raise OfferGone
    unlinked = queries.unlink_coordinators(session, network_id=network.id) if old != new else 0
    network.adviser_id, network.support_organisation_id = person.account_id, new
    try:
        session.flush()
    except IntegrityError as error:  # somebody made one of this name at this moment
        raise NameTaken from error
    for support_id in dict.fromkeys((old, new)):
        _note(session, "network.handed_over", network, support_id, by=by, at=at, coordinators_unlinked=unlinked)
    return network


def refuse(session: Session, *, offer_id: UUID, person: Person, by: Actor, at: datetime) -> None:
    """Leave a network where it is.

    Raises
    ------
    OfferGone
        When the offer holds no more.
    """
    network = _locked(session, offer_id, person)
    if not queries.answer(session, offer_id=offer_id, answer="refused", at=at):
        raise OfferGone
    for support_id in dict.fromkeys((network.support_organisation_id, person.support_organisation_id)):
        _note(session, "network.offer_refused", network, support_id, by=by, at=at)


def withdraw(session: Session, *, network_id: UUID, person: Person, by: Actor, at: datetime) -> None:
    """Take a network's offer back.

    Raises
    ------
    NotYours
        When it is not for this person to do so.
    OfferGone
        When there is none any more.
    """
    network = _reached(session, network_id, person)
    if not may_offer(network=network, person=person):
        raise NotYours
    waiting = queries.find_waiting(session, network_id=network_id, support_id=network.support_organisation_id)
    if waiting is None or not queries.answer(session, offer_id=waiting.id, answer="withdrawn", at=at):
        raise OfferGone
    _note(session, "network.offer_withdrawn", network, network.support_organisation_id, by=by, at=at)


def end_of_account(session: Session, *, account_id: UUID, by: Actor, at: datetime) -> None:
    """End the offers from and to an account that is closed, moved, or may look after no networks any more."""
    for offer_id, network_id in queries.list_open_of(session, account_id=account_id):
        if queries.answer(session, offer_id=offer_id, answer="withdrawn", at=at):
            network = session.get_one(Network, network_id)
            _note(session, "network.offer_withdrawn", network, network.support_organisation_id, by=by, at=at)


def _reached(session: Session, network_id: UUID, person: Person) -> Network:
    """Lock a network, if it is still within reach; it may have been handed over a moment ago."""
    queries.lock_network(session, network_id=network_id)
    network = people.find_network(session, reach=person.reach, network_id=network_id)
    if network is None:
        raise OfferGone
    return network


def _locked(session: Session, offer_id: UUID, person: Person) -> Network:
    """Lock the network of an offer to this person: of who accepts and who withdraws, one comes first."""
    found = queries.find_offer(session, account_id=person.account_id, offer_id=offer_id)
    network = queries.lock_network(session, network_id=found.network_id) if found else None
    if network is None or queries.find_offer(session, account_id=person.account_id, offer_id=offer_id) is None:
        raise OfferGone
    return network


def _note(
    session: Session, action: str, network: Network, support_id: UUID, *, by: Actor, at: datetime, **details: int
) -> None:
    what = What(action, "network", network.id, network.id, support_id, details)
    audit.note(session, what, by=by, at=at)
