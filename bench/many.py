"""Many networks, organisations, contacts, accounts and rows of the log, written in bulk: what lists are measured on.

All of it belongs to one support organisation, which is the hardest that can be: every row is within reach.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from hashlib import sha256
from itertools import islice
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import Engine, insert

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


def fill(engine: Engine, *, networks: int = NETWORKS, events: int = EVENTS) -> UUID:
    """Write everything; return the account of an adviser who looks after 40 of the networks."""
    with engine.begin() as connection:

        def write(table: type[Base], rows: Rows) -> list[UUID]:
            """Write rows, so many at a time; return their ids."""
            ids: list[UUID] = []
            for some in _parts({"id": uuid4(), **row} for row in rows):
                connection.execute(insert(table), some)
                ids += [row["id"] for row in some]
            return ids

        support, *_ = write(SupportOrganisation, _supports())
        accounts = write(Account, _accounts(support))
        network_ids = write(Network, _networks(support, accounts, networks))
        write(NetworkCoordinator, _pairs("network_id", network_ids, "account_id", accounts))
        places = write(
            Municipality,
            ({"code": f"GM{n:04}", "name": f"{_of(_PLACES, n)} {n}", "year": 2026} for n in range(MUNICIPALITIES)),
        )
        write(NetworkMunicipality, _pairs("network_id", network_ids, "municipality_id", places))
        organisations = [each for each in network_ids for _ in range(ORGANISATIONS_EACH)]
        organisation_ids = write(PartnerOrganisation, _organisations(organisations))
        belongs = list(zip(organisation_ids, organisations, strict=True))
        contacts = write(Contact, _contacts([each for each in belongs for _ in range(CONTACTS_EACH)]))
        rounds = write(Round, _rounds(network_ids))
        _write_open(write, rounds, contacts)
        write(AuditEvent, _events(support, accounts, network_ids, events))
    return accounts[0]


def _parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(islice(rows, _AT_A_TIME)):
        yield some


def _of(things: tuple[str, ...], number: int) -> str:
    return things[number * 7 % len(things)]


def _person(number: int) -> str:
    return f"{_of(_FIRST, number)} {_of(_LAST, number // 5)}"


def _supports() -> Rows:
    return ({"name": f"Taalsteun {_of(_PLACES, number)} {number}"} for number in range(SUPPORTS))


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
            "name": f"Taalnetwerk {_of(_PLACES, each)} {each}",
            "province": _of(codes, each),
            "coordinator_name": _person(each),
        }
        for each in range(number)
    )


def _pairs(one: str, ids: list[UUID], other: str, others: list[UUID]) -> Rows:
    return ({one: each, other: others[number % len(others)]} for number, each in enumerate(ids))


def _organisations(network_ids: list[UUID]) -> Rows:
    kinds = tuple(partner_kinds())
    return (
        {"network_id": each, "name": f"{_of(_PLACES, number // 3)} organisatie {number}", "kind": _of(kinds, number)}
        for number, each in enumerate(network_ids)
    )


def _contacts(belongs: list[tuple[UUID, UUID]]) -> Rows:
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
            "report_token_hash": _hash("round", number),
        }
        for number, each in enumerate(network_ids)
    )


def _write_open(write: Any, rounds: list[UUID], contacts: list[UUID]) -> None:
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
            {"round_id": round_id, "contact_id": contact, "token_hash": _hash("invitation", number)}
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


def _hash(kind: str, number: int) -> str:
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
            "action": _of(actions, each),
            "object_kind": "network",
            "object_id": network_ids[each % len(network_ids)],
            "network_id": network_ids[each % len(network_ids)],
            "place": "192.0.2.0/24",
            "details": {"rows": each % 100},
        }
        for each in range(number)
    )
