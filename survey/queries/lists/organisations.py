"""The partner organisations within somebody's reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from survey.models import Contact, Network, PartnerOrganisation
from survey.queries.lists.finding import Matches, Order, Wish, each_word, says
from survey.queries.lists.reaching import in_reach
from survey.queries.people import Reach, within


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """A partner organisation in the list."""

    id: UUID
    name: str
    kind: str
    network_id: UUID
    network: str
    contacts: int


_CONTACTS: Final = (
    select(func.count())
    .where(
        Contact.partner_organisation_id == PartnerOrganisation.id,
        Contact.archived_at_utc.is_(None),
        Contact.erased_at_utc.is_(None),
    )
    .correlate(PartnerOrganisation)
    .scalar_subquery()
)


def match(reach: Reach, wish: Wish, *, kinds: Mapping[str, int], in_order: bool) -> Matches:
    """Return which organisations within somebody's reach match; ``kinds``: in which order kinds are sorted."""
    conditions = each_word(wish.search, lambda word: says(PartnerOrganisation.sort_name, word))
    if network := wish.chosen.get("netwerk"):
        conditions.append(PartnerOrganisation.network_id == UUID(network))
    if kind := wish.chosen.get("soort"):
        conditions.append(PartnerOrganisation.kind == kind)
    ours = select(PartnerOrganisation.id)
    plain = ours.where(in_reach(PartnerOrganisation.network_id, reach, in_order=in_order))
    within_reach = ours.where(in_reach(PartnerOrganisation.network_id, reach))
    by_network = ours.join(Network, Network.id == PartnerOrganisation.network_id).where(within(reach))
    kind_first = case(dict(kinds), value=PartnerOrganisation.kind, else_=len(kinds))
    by_network_keys = (Network.sort_name, Network.id, PartnerOrganisation.sort_name)
    orders = {
        "naam": Order(plain, (PartnerOrganisation.sort_name,), within_reach, is_searched=True),
        "soort": Order(within_reach, (kind_first, PartnerOrganisation.sort_name)),
        "netwerk": Order(by_network, by_network_keys, by_network),
    }
    return Matches(PartnerOrganisation.id, within_reach, conditions, orders)


def list_lines(session: Session, ids: Sequence[UUID]) -> list[OrganisationLine]:
    """Return these organisations in this order."""
    statement = (
        select(
            PartnerOrganisation.id, PartnerOrganisation.name, PartnerOrganisation.kind,
            Network.id, Network.name, _CONTACTS,
        )
        .join(Network, Network.id == PartnerOrganisation.network_id)
        .where(PartnerOrganisation.id.in_(ids))
    )  # fmt: skip
    rows = {row[0]: OrganisationLine(*row) for row in session.execute(statement)}
    return [rows[id] for id in ids if id in rows]
