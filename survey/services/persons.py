"""Find one person everywhere, and erase that person everywhere.

A person is whose address it is; who has none is one contact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from survey.models import Account
from survey.queries import persons as queries
from survey.queries.persons import HeldContact
from survey.services import audit, throttling
from survey.services.audit import Actor, What
from survey.services.erasing import erase_contact, forget_in_actions
from survey.services.erasing_accounts import anonymise, check_erasable
from survey.services.throttling import Limit
from survey.tokens import keyed_hash

#: Of one administrator: enough for a day full of requests, too little to copy everybody.
LOOKING: Final = Limit("persons, by", 60, timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as staff know that person: contacts and accounts with one address, or one contact without."""

    #: The address as contacts have it, or the id of the contact without one.
    key: str
    contacts: tuple[HeldContact, ...]
    accounts: tuple[Account, ...]

    @property
    def address_key(self) -> str | None:
        """The address, for who has one."""
        return self.key if "@" in self.key else None

    @property
    def names(self) -> tuple[str, ...]:
        """The names this person has, each once."""
        return tuple(dict.fromkeys(each.name for each in (*self.contacts, *self.accounts)))

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The ids by which the audit log refers to this person."""
        return tuple(each.id for each in (*self.contacts, *self.accounts))


def take_a_look(session: Session, *, account_id: UUID, key: bytes, at: datetime) -> bool:
    """Count one look at people; ``False`` when that is more than an administrator needs."""
    return throttling.take(session, LOOKING, where=account_id.hex, key=key, at=at)


def find_person(session: Session, *, key: str) -> Person | None:
    """Return the person of an address, or the contact of an id; nobody when nothing is held."""
    if "@" in key:
        contacts = queries.find_contacts(session, address_key=key)
        accounts = queries.find_accounts(session, address_key=key)
    else:
        found = queries.find_contacts(session, contact_id=_uuid(key))
        contacts, accounts = [each for each in found if each.address_key is None], ()
    return Person(key, tuple(contacts), tuple(accounts)) if contacts or accounts else None


def search(session: Session, *, name: str) -> list[Person]:
    """Return the people with a part of a name, each whole."""
    contacts = queries.find_contacts(session, name=name)
    accounts = queries.find_accounts(session, name=name)
    keys = [each.address_key or str(each.id) for each in contacts] + [key_of(each) for each in accounts]
    people = (find_person(session, key=key) for key in dict.fromkeys(keys))
    return [each for each in people if each is not None]


def key_of(account: Account) -> str:
    """Return the key of an account's person: the address without a plus-tag."""
    local, _, domain = account.address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def mark_of(person_key: str, *, key: bytes) -> UUID:
    """Return by what a proof is recognised later: a keyed hash, from which nobody can read the address."""
    return UUID(keyed_hash(key, f"person:{person_key}")[:32])


def erase_person(session: Session, *, person: Person, key: bytes, by: Actor, at: datetime) -> UUID:
    """Erase a person everywhere; return the row of the audit log that the proof is made from.

    Raises
    ------
    Refused
        While one of the accounts cannot go; nothing is erased then.
    """
    for account in person.accounts:
        check_erasable(session, account=account)
    _forget_coordinator(session, person)
    for network_id in networks_of(session, person):
        forget_in_actions(session, network_id=network_id, names=person.names, at=at)
    fates = [erase_contact(session, contact_id=each.id, by=by, at=at) for each in person.contacts]
    for account in person.accounts:
        anonymise(session, account=account)
        audit.note(session, What("account.erased", "account", account.id), by=by, at=at)
    if person.address_key is not None:
        queries.delete_link_requests(session, address_key=person.address_key)
    details = {
        "deleted": fates.count("deleted"),
        "emptied": fates.count("emptied"),
        "networks": len({each.network_id for each in person.contacts}),
        "accounts": len(person.accounts),
    }
    what = What("person.erased", "person", mark_of(person.key, key=key), details=details)
    return audit.note(session, what, by=by, at=at)


def named_networks(session: Session, person: Person) -> Sequence[str]:
    """Return the networks that name this person as coordinator, among those that the person belongs to."""
    found = queries.list_named(session, network_ids=networks_of(session, person), names=person.names)
    return [each.name for each in found]


def networks_of(session: Session, person: Person) -> list[UUID]:
    """Return the networks that a person is a contact or the coordinator of."""
    coordinated = [
        network_id
        for account in person.accounts
        for network_id in queries.coordinated_networks(session, account_id=account.id)
    ]
    return [*(each.network_id for each in person.contacts), *coordinated]


def _forget_coordinator(session: Session, person: Person) -> None:
    for network in queries.list_named(session, network_ids=networks_of(session, person), names=person.names):
        network.coordinator_name = None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)  # nobody's
