"""Somebody lost a personal link: take the request, the same for every address, and answer it later by mail.

Whoever asks learns nothing: whether we know an address is looked up by the worker, long after the page was answered,
and the answer goes to the address itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.headerregistry import Address
from itertools import groupby
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.mail.message import new_message_id, numbered
from survey.models import LinkRequest
from survey.queries import lost_links as queries
from survey.queries.lost_links import LostLink
from survey.services import throttling
from survey.services.names import address_key, clean_address
from survey.services.throttling import Limit
from survey.tokens import make_token

#: Of one neighbourhood, for whole offices share one; and for one address, for it is that person's mailbox.
FROM_ONE_PLACE: Final = Limit("lost link, from", 30, timedelta(hours=1))
FOR_ONE_ADDRESS: Final = Limit("lost link, for", 3, timedelta(hours=1))

#: After a day nobody waits for the answer any more.
KEPT: Final = timedelta(days=1)

_LONGEST_KEY: Final = 254


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed: the address as contacts have it, and in which language they read."""

    address_key: str
    language: str


@dataclass(frozen=True, slots=True)
class Place:
    """One network in the mail: where the link leads."""

    network: str
    link: str
    closes_on: date
    is_open: bool


@dataclass(frozen=True, slots=True)
class Adviser:
    """Whom to ask."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What one mailbox is told."""

    message_id: str
    to: str
    language: str
    places: tuple[Place, ...]
    advisers: tuple[Adviser, ...]


def key_of(typed: str) -> str:
    """Return an address as contacts have it.

    Raises
    ------
    Refused
        When it cannot be an e-mail address.
    """
    key = address_key(clean_address(typed))
    if len(key) > _LONGEST_KEY:  # lower case can be longer
        raise Refused("This is no e-mail address.")
    return key


def ask(session: Session, *, asked: Asked, place: str, key: bytes, at: datetime) -> UUID | None:
    """Keep a request and return its id; ``None`` when there were too many.

    A try counts also when it is refused, so the transaction has to be committed either way.
    """
    free = [
        throttling.take(session, limit, where=where, key=key, at=at)
        for limit, where in ((FROM_ONE_PLACE, place), (FOR_ONE_ADDRESS, asked.address_key))
    ]
    if not all(free):
        return None
    request = LinkRequest(id=uuid4(), address_key=asked.address_key, language=asked.language, asked_at_utc=at)
    session.add(request)
    session.flush()
    return request.id


def letters(session: Session, *, request_id: UUID, sender: Address, base_url: str, key: bytes) -> list[Letter]:
    """Return the mails that answer a request: none when the address is nobody's, or when it was answered before.

    The Message-ID is stored with the request: whoever tries again sends the same mails.
    """
    request = queries.lock_request(session, request_id=request_id)
    if request is None:
        return []
    if request.message_id is None:
        request.message_id = new_message_id(sender)
        session.flush()
    found = queries.find_links(session, address_key=request.address_key)
    # two ways of writing an address can be two mailboxes, and nobody gets the link of another mailbox
    mailboxes = groupby(sorted(found, key=_mailbox), key=_mailbox)
    return [
        _letter([*links], numbered(request.message_id, number), request.language, base_url, key)
        for number, (_, links) in enumerate(mailboxes)
    ]


def _mailbox(link: LostLink) -> str:
    return link.address.casefold()


def _letter(links: list[LostLink], message_id: str, asked_in: str, base_url: str, key: bytes) -> Letter:
    languages = [link.language for link in links]
    return Letter(
        message_id=message_id,
        to=links[0].address,
        # who is listed in several languages gets the one that was asked in
        language=asked_in if asked_in in languages else languages[0],
        places=tuple(_place(link, base_url, key) for link in links),
        advisers=_advisers(links),
    )


def _place(link: LostLink, base_url: str, key: bytes) -> Place:
    """Return a network with its link; that of a closed round leads to the report."""
    token = make_token(key, "invitation", link.invitation_id, link.generation)
    return Place(link.network_name, f"{base_url}/v/{token}", link.closes_on, link.is_open)


def _advisers(links: Iterable[LostLink]) -> tuple[Adviser, ...]:
    """Return everybody who looks after one of these networks, once."""
    return tuple(dict.fromkeys(Adviser(link.adviser_name, link.adviser_address) for link in links))


def finish(session: Session, *, request_id: UUID) -> None:
    """Delete a request that was answered, or never can be."""
    queries.delete_request(session, request_id=request_id)


def forget_old(session: Session, *, at: datetime) -> None:
    """Delete the requests that nobody waits for any more."""
    queries.delete_asked_before(session, moment=at - KEPT)
