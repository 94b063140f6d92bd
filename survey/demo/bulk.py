"""Write invented networks of any size: in bulk, without mail, sealed as after the cut, published as always."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from numpy.random import default_rng
from sqlalchemy import insert
from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.kinds import partner_kinds
from survey.database import writing
from survey.demo.load import add_demo_adviser
from survey.demo.others import add_edition
from survey.demo.patterns import generate
from survey.demo.people import Person
from survey.demo.periods import Period, rounds_until
from survey.demo.places import Organisation, Place, measured_places
from survey.models import Account, Base, Contact, Invitation, Network, PartnerOrganisation, Response, Round
from survey.queries.rounds import SentIn
from survey.services.closing import publish_round, seal_answers
from survey.services.names import address_key
from survey.services.planning import DEFAULT_QUESTIONNAIRE, Plan, default_plan, group_of
from survey.tokens import hash_token, make_token

#: How many networks go by before the next line about progress.
LINE_EVERY = 25


@dataclass(frozen=True, slots=True)
class Size:
    """What to write: networks, closed rounds of each (and one that is open), and responses in each closed round."""

    networks: int
    rounds: int
    respondents: int

    @property
    def responses(self) -> int:
        """How many closed responses this comes to."""
        return self.networks * self.rounds * self.respondents


@dataclass(frozen=True, slots=True)
class Bulk:
    """What every step of writing needs."""

    session: Session
    questionnaire: Questionnaire
    key: bytes

    def write(self, table: type[Base], rows: list[dict[str, Any]]) -> list[UUID]:
        """Write rows in one statement, each with a random id; return the ids."""
        identified = [{"id": uuid4(), **row} for row in rows]
        self.session.execute(insert(table), identified)
        return [row["id"] for row in identified]


@dataclass(frozen=True, slots=True)
class Members:
    """The people of one network, and beside them their contact ids."""

    network_id: UUID
    people: list[Person]
    contact_ids: list[UUID]
    plan: Plan

    @property
    def kinds(self) -> list[str]:
        """The kinds of partner in the network, in the order in which they are offered."""
        present = {person.kind for person in self.people}
        return [kind for kind in partner_kinds() if kind in present]

    @property
    def groups(self) -> list[str | None]:
        """The reporting group of each; none for who has no address of their own."""
        return [group_of(self.plan, person.kind) if person.address else None for person in self.people]


def write(size: Size, *, key: bytes, at: datetime, seed: int, say: Callable[[str], object]) -> None:
    """Write all networks, a transaction each so that memory stays flat; ``say`` is told how far it is."""
    questionnaire = catalogue.latest(DEFAULT_QUESTIONNAIRE)
    with writing() as session:
        adviser = add_demo_adviser(session, kind="synthetic", at=at)
        add_edition(session, at=at, seed=seed)
    for number, place in enumerate(measured_places(size.networks, size.respondents)):
        with writing() as session:
            bulk = Bulk(session, questionnaire, key)
            members = _write_network(bulk, adviser, place, number)
            for period in rounds_until(at, closed=size.rounds, shift=number % 7):
                _write_round(bulk, members, place, period, (seed, number))
        if (number + 1) % LINE_EVERY == 0:
            say(f"{number + 1} of {size.networks} networks.")


def _write_network(bulk: Bulk, adviser: Account, place: Place, number: int) -> Members:
    organisations = place.organisations(first_person=number)
    row = {
        "support_organisation_id": adviser.support_organisation_id,
        "adviser_id": adviser.id,
        "name": place.network,
        "province": place.province,
        "coordinator_name": organisations[0].people[0].name,
    }
    [network_id] = bulk.write(Network, [row])
    people = [person for organisation in organisations for person in organisation.people]
    contact_ids = bulk.write(Contact, _contact_rows(bulk, network_id, organisations))
    return Members(network_id, people, contact_ids, default_plan(person.kind for person in people if person.address))


def _contact_rows(bulk: Bulk, network_id: UUID, organisations: list[Organisation]) -> list[dict[str, Any]]:
    """Write the organisations, and return what is to be written about their people."""
    rows = [{"network_id": network_id, "name": new.name, "kind": new.kind} for new in organisations]
    ids = bulk.write(PartnerOrganisation, rows)
    return [
        {
            "network_id": network_id,
            "partner_organisation_id": organisation_id,
            "name": person.name,
            "address": person.address,
            "address_key": address_key(person.address) if person.address else None,
            "language": person.language,
        }
        for organisation_id, organisation in zip(ids, organisations, strict=True)
        for person in organisation.people
    ]


def _write_round(bulk: Bulk, members: Members, place: Place, period: Period, seed: tuple[int, int]) -> None:
    round_id = _write_opening(bulk, members, period)
    if period.closed_at is None:
        return
    answers = generate(
        place.pattern,
        members.people,
        bulk.questionnaire,
        round_number=period.number,
        seed=seed,
        kinds=tuple(members.kinds),
    )
    everybody = [SentIn(group, answer) for group, answer in zip(members.groups, answers, strict=True)]
    order = default_rng([*seed, period.number, 1]).permutation(len(everybody))
    sent_in = [everybody[int(person)] for person in order[: round(place.response[0] * len(everybody))]]
    seal_answers(bulk.session, round_id=round_id, questionnaire=bulk.questionnaire, sent_in=sent_in)
    publish_round(bulk.session, round_id=round_id, at=period.closed_at)


def _write_opening(bulk: Bulk, members: Members, period: Period) -> UUID:
    """Write a round with an invitation for everybody, and empty responses if it is still open."""
    round_id = uuid4()
    bulk.session.execute(insert(Round), [_round_row(bulk, round_id, members, period)])
    invitations = _invitation_rows(bulk, round_id, members)
    bulk.session.execute(insert(Invitation), invitations)
    if period.closed_at is None:
        bulk.write(Response, _empty_responses(round_id, invitations, members))
    return round_id


def _empty_responses(round_id: UUID, invitations: list[dict[str, Any]], members: Members) -> list[dict[str, Any]]:
    return [
        {"round_id": round_id, "invitation_id": invitation["id"], "answers": {}, "language": person.language}
        for invitation, person in zip(invitations, members.people, strict=True)
    ]


def _round_row(bulk: Bulk, round_id: UUID, members: Members, period: Period) -> dict[str, Any]:
    return {
        "id": round_id,
        "network_id": members.network_id,
        "number": period.number,
        "questionnaire_id": bulk.questionnaire.id,
        "questionnaire_version": bulk.questionnaire.version,
        "questionnaire_hash": bulk.questionnaire.content_hash,
        "left_out": [],
        "kinds": members.kinds,
        "plan": members.plan,
        "opened_at_utc": period.opened_at,
        "closes_on": period.closes_on,
        "closed_at_utc": period.closed_at,
        "released_at_utc": period.closed_at,
        "meeting_on": period.meeting_on,
        "report_generation": 1,
        "report_token_hash": hash_token(make_token(bulk.key, "report", round_id, 1)),
    }


def _invitation_rows(bulk: Bulk, round_id: UUID, members: Members) -> list[dict[str, Any]]:
    ids = [uuid4() for _ in members.people]
    return [
        {
            "id": invitation_id,
            "round_id": round_id,
            "contact_id": contact_id,
            "generation": 1,
            "token_hash": hash_token(make_token(bulk.key, "invitation", invitation_id, 1)),
            "reporting_group": group,
        }
        for invitation_id, contact_id, group in zip(ids, members.contact_ids, members.groups, strict=True)
    ]
