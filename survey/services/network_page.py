"""Everything about one network that its page shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from reports.names import dutch_order
from survey.models import Account, Contact, Municipality, Network, PartnerOrganisation, Round
from survey.queries import actions, members, municipalities, networks, rounds
from survey.queries.actions import AgreedAction
from survey.queries.people import Person
from survey.queries.published import ReportLine
from survey.services.overview import Totals, reports, totals
from survey.services.planning import can_be_shown, default_plan, group_of, total_can_be_shown


@dataclass(frozen=True, slots=True)
class Members:
    """One organisation with its people."""

    organisation: PartnerOrganisation
    contacts: list[Contact]
    archived: list[Contact]


@dataclass(frozen=True, slots=True)
class Chances:
    """What the next round can show, if everybody who can be invited answers (disclosure rules R3, R4 and R13)."""

    people: int
    with_address: int
    total: bool
    #: Per reporting group: how many count in it, and whether it can have a result of its own.
    groups: dict[str, tuple[int, bool]]


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Everything about one network."""

    network: Network
    adviser: Account | None
    coordinators: Sequence[Account]
    municipalities: Sequence[Municipality]
    region: str | None
    year: int | None
    newest: Round | None
    totals: Totals | None
    #: For who may read them, the newest first.
    reports: list[ReportLine]
    members: list[Members]
    chances: Chances
    #: What is to be done, by date.
    actions: list[AgreedAction]


def network_page(session: Session, *, network: Network, reader: Person, at: datetime) -> NetworkPage:
    """Return everything about a network that somebody may see."""
    newest = rounds.newest_round(session, network_id=network.id)
    parts = list_members(session, network=network)
    return NetworkPage(
        network=network,
        adviser=networks.get_adviser(session, adviser_id=network.adviser_id),
        coordinators=members.list_coordinators(session, network_id=network.id),
        municipalities=municipalities.list_of_network(session, network_id=network.id),
        region=dict(municipalities.list_regions(session)).get(network.region or "", network.region),
        year=municipalities.newest_year(session),
        newest=newest,
        totals=totals(session, newest=newest, at=at),
        reports=reports(session, reader=reader, network_id=network.id, adviser_id=network.adviser_id),
        members=parts,
        chances=_chances(parts),
        actions=[each for each in actions.list_agreed(session, network_id=network.id) if each.is_to_do],
    )


def list_members(session: Session, *, network: Network) -> list[Members]:
    """Return the organisations of a network with their people, each by name."""
    everybody = sorted(members.list_contacts(session, network_id=network.id), key=lambda each: dutch_order(each.name))
    organisations = members.list_organisations(session, network_id=network.id)
    return [
        _members(organisation, [each for each in everybody if each.partner_organisation_id == organisation.id])
        for organisation in sorted(organisations, key=lambda each: dutch_order(each.name))
    ]


def _members(organisation: PartnerOrganisation, people: list[Contact]) -> Members:
    archived = [each for each in people if each.archived_at_utc is not None]
    return Members(organisation, [each for each in people if each.archived_at_utc is None], archived)


def _chances(parts: list[Members]) -> Chances:
    kinds = [part.organisation.kind for part in parts for each in part.contacts if each.address_key]
    plan = default_plan(kinds)
    counted: Counter[str | None] = Counter(group_of(plan, kind) for kind in kinds)
    shown = can_be_shown(plan, counted)
    groups = {group["id"]: (counted[group["id"]], shown[group["id"]]) for group in plan}
    people = sum(len(part.contacts) for part in parts)
    return Chances(people, len(kinds), total_can_be_shown(counted), groups)
