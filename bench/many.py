"""Many networks, organisations, contacts, accounts and rows of the log, written in bulk: what lists are measured on.

All of it belongs to one support organisation, which is the hardest that can be: every row is within reach.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from hashlib import sha256
from itertools import islice
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, insert

from questionnaires.kinds import partner_kinds
from survey import clock
from survey.models import (
    Account,
    AuditEvent,
    Base,
    Contact,
    Invitation,
    Municipality,
    Network,
    NetworkCoordinator,
    NetworkMunicipality,
    PartnerOrganisation,
    Response,
    Round,
    SupportOrganisation,
)
from survey.models.network import PROVINCES

NETWORKS, ORGANISATIONS_EACH, CONTACTS_EACH = 10_000, 5, 2
ADVISERS, SUPPORTS, EVENTS, MUNICIPALITIES = 250, 40, 50_000, 342
#: One network in so many has an open round, whose totals are counted; most others have a closed one.
_OPEN_ONE_IN: Final = 10
_AT_A_TIME: Final = 5_000
_FIRST: Final = (
    "Anna",
    "Bülent",
    "Cas",
    "Daan",
    "Élise",
    "Fatima",
    "Gijs",
    "Hanna",
    "IJsbrand",
    "Joris",
    "Kübra",
    "Zoë",
)
_LAST: Final = ("de Vries", "Jansen", "van den Berg", "Öztürk", "Bakker", "Visser", "el Amrani", "Smit", "Meijer")
_PLACES: Final = ("Waterdam", "Kroonmeer", "IJsselbeek", "Élst", "Zandhoven", "'s-Gravenmeer", "Ambacht", "Noordwolde")

Rows = Iterable[dict[str, Any]]
#: Writes rows into a table and returns their ids.
Write = Callable[[type[Base], Rows], list[UUID]]


def fill(engine: Engine, *, networks: int = NETWORKS, events: int = EVENTS) -> UUID:
    """Write everything; return the account of an adviser who looks after 40 of the networks."""
    with engine.begin() as connection:
        write = writer(connection)
        support, *_ = write(SupportOrganisation, _supports())
        accounts = write(Account, _accounts(support))
        network_ids = write(Network, _networks(support, accounts, networks))
        write(NetworkCoordinator, pairs("network_id", network_ids, "account_id", accounts))
        places = write(
            Municipality,
            ({"code": f"GM{n:04}", "name": f"{one_of(_PLACES, n)} {n}", "year": 2026} for n in range(MUNICIPALITIES)),
        )
        write(NetworkMunicipality, pairs("network_id", network_ids, "municipality_id", places))
        organisations = [each for each in network_ids for _ in range(ORGANISATIONS_EACH)]
        organisation_ids = write(PartnerOrganisation, organisations_of(organisations))
        belongs = list(zip(organisation_ids, organisations, strict=True))
        contacts = write(Contact, contacts_of([each for each in belongs for _ in range(CONTACTS_EACH)]))
        rounds = write(Round, _rounds(network_ids))
        _write_open(write, rounds, contacts)
        write(AuditEvent, _events(support, accounts, network_ids, events))
    return accounts[0]


def writer(connection: Connection) -> Write:
    """Return what writes rows into a table, so many at a time, and returns their ids."""

    def write(table: type[Base], rows: Rows) -> list[UUID]:
        ids: list[UUID] = []
        for some in parts({"id": uuid4(), **row} for row in rows):
            connection.execute(insert(table), some)
            ids += [row["id"] for row in some]
        return ids

    return write


def parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Give rows so many at a time."""
    while some := list(islice(rows, _AT_A_TIME)):
        yield some


def one_of(things: tuple[str, ...], number: int) -> str:
    """Return one of these, another for the next number."""
    return things[number * 7 % len(things)]


def _person(number: int) -> str:
    return f"{one_of(_FIRST, number)} {one_of(_LAST, number // 5)}"


def _supports() -> Rows:
    return ({"name": f"Taalsteun {one_of(_PLACES, number)} {number}"} for number in range(SUPPORTS))


def _accounts(support: UUID) -> Rows:
    return (
        {"support_organisation_id": support, "name": _person(number), "address": f"adviser{number}@taalsteun.example"}
        for number in range(ADVISERS)
    )


def _networks(support: UUID, accounts: list[UUID], number: int) -> Rows:
    codes = tuple(PROVINCES)
    return (
        {
            "support_organisation_id": support,
            "adviser_id": accounts[each % len(accounts)],
            "name": f"Taalnetwerk {one_of(_PLACES, each)} {each}",
            "province": one_of(codes, each),
            "coordinator_name": _person(each),
        }
        for each in range(number)
    )


def pairs(one: str, ids: list[UUID], other: str, others: list[UUID]) -> Rows:
    """Give each of the ones with one of the others."""
    return ({one: each, other: others[number % len(others)]} for number, each in enumerate(ids))


def organisations_of(network_ids: list[UUID]) -> Rows:
    """Give an organisation for each of these networks, which may come more than once."""
    kinds = tuple(partner_kinds())
    return (
        {
            "network_id": each,
            "name": f"{one_of(_PLACES, number // 3)} organisatie {number}",
            "kind": one_of(kinds, number),
        }
        for number, each in enumerate(network_ids)
    )


def contacts_of(belongs: list[tuple[UUID, UUID]]) -> Rows:
    """Give a contact for each of these pairs of an organisation and its network."""
    return (
        {
            "network_id": network_id,
            "partner_organisation_id": organisation_id,
            "name": _person(number),
            "address": f"persoon{number}@organisatie.example",
            "address_key": f"persoon{number}@organisatie.example",
            "names_profile": number % 2 == 0,
        }
        for number, (organisation_id, network_id) in enumerate(belongs)
    )


def _rounds(network_ids: list[UUID]) -> Rows:
    now = clock.now()
    return (
        {
            "network_id": each,
            "number": 1,
            "questionnaire_id": "taalnetwerkspiegel",
            "questionnaire_version": "1.0.0",
            "questionnaire_hash": "0" * 64,
            "plan": [],
            "opened_at_utc": now - timedelta(days=30),
            "closes_on": clock.dutch_day(now) + timedelta(days=number % 50),
            "closed_at_utc": None if number % _OPEN_ONE_IN == 0 else now,
            "report_token_hash": hashed("round", number),
        }
        for number, each in enumerate(network_ids)
    )


def _write_open(write: Write, rounds: list[UUID], contacts: list[UUID]) -> None:
    """Invite everybody to the open rounds; half of them sent in."""
    each_network = ORGANISATIONS_EACH * CONTACTS_EACH
    invited = [
        (round_id, contact)
        for number, round_id in enumerate(rounds)
        if number % _OPEN_ONE_IN == 0
        for contact in contacts[number * each_network : (number + 1) * each_network]
    ]
    ids = write(
        Invitation,
        (
            {"round_id": round_id, "contact_id": contact, "token_hash": hashed("invitation", number)}
            for number, (round_id, contact) in enumerate(invited)
        ),
    )
    sent_in = clock.now() - timedelta(hours=3)
    write(
        Response,
        (
            {
                "round_id": round_id,
                "invitation_id": each,
                "language": "nl",
                "sent_in_at_utc": sent_in if number % 2 else None,
            }
            for number, (each, (round_id, _)) in enumerate(zip(ids, invited, strict=True))
        ),
    )


def hashed(kind: str, number: int) -> str:
    """Return the hash of what can be told from all others."""
    return sha256(f"{kind} {number}".encode()).hexdigest()


def _events(support: UUID, accounts: list[UUID], network_ids: list[UUID], number: int) -> Rows:
    now = clock.now()
    actions = ("account.signed_in", "network.changed", "contacts.exported", "report.read")
    return (
        {
            "at_utc": now - timedelta(minutes=each),
            "kept_until_utc": now + timedelta(days=700),
            "actor_id": accounts[each % len(accounts)],
            "support_organisation_id": support,
            "action": one_of(actions, each),
            "object_kind": "network",
            "object_id": network_ids[each % len(network_ids)],
            "network_id": network_ids[each % len(network_ids)],
            "place": "192.0.2.0/24",
            "details": {"rows": each % 100},
        }
        for each in range(number)
    )
