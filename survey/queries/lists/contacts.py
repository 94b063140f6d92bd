"""The contacts within somebody's reach. Nothing of invitations or answers is here (disclosure rule R10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import Contact, Network, PartnerOrganisation
from survey.queries.lists.finding import Condition, Matches, Order, Wish, each_word, says
from survey.queries.lists.reaching import in_reach
from survey.queries.lists.unindexed import unindexed
from survey.queries.people import Reach, within


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact in the list."""

    id: UUID
    name: str
    address: str | None
    job: str
    language: str
    names_profile: bool
    added_at_utc: datetime
    archived_at_utc: datetime | None
    organisation: str
    kind: str
    network_id: UUID
    network: str


def match(reach: Reach, wish: Wish, *, in_order: bool) -> Matches:
    """Return which contacts within somebody's reach match; who was erased is nobody."""
    somebody = select(Contact.id).where(Contact.erased_at_utc.is_(None))
    organisation = PartnerOrganisation
    by_organisation = somebody.join(
        organisation,
        Contact.partner_organisation_id == (unindexed(organisation.id) if in_order else organisation.id),
    ).where(in_reach(organisation.network_id, reach, in_order=in_order))
    by_network = somebody.join(Network, Network.id == Contact.network_id).where(within(reach))
    plain = somebody.where(in_reach(Contact.network_id, reach, in_order=in_order))
    within_reach = somebody.where(in_reach(Contact.network_id, reach))
    with_organisation = within_reach.join(organisation, organisation.id == Contact.partner_organisation_id)
    by_organisation_keys = (organisation.sort_name, organisation.id, Contact.sort_name)
    orders = {
        "naam": Order(plain, (Contact.sort_name,), within_reach, is_searched=True),
        "organisatie": Order(by_organisation, by_organisation_keys, with_organisation),
        "netwerk": Order(by_network, (Network.sort_name, Network.id, Contact.sort_name), by_network),
    }
    return Matches(Contact.id, within_reach, _conditions(wish), orders)


def _conditions(wish: Wish) -> list[Condition]:
    conditions = each_word(wish.search, lambda word: says(Contact.search_text, word))
    if network := wish.chosen.get("netwerk"):
        conditions.append(Contact.network_id == UUID(network))
    if kind := wish.chosen.get("soort"):
        of_kind = select(PartnerOrganisation.id).where(PartnerOrganisation.kind == kind)
        conditions.append(Contact.partner_organisation_id.in_(of_kind))
    if language := wish.chosen.get("spreekt"):
        conditions.append(Contact.language == language)
    if speaks := wish.chosen.get("namens"):
        conditions.append(Contact.names_profile.is_(speaks == "ja"))
    if archived := wish.chosen.get("archief"):
        archived_at = Contact.archived_at_utc
        conditions.append(archived_at.is_not(None) if archived == "ja" else archived_at.is_(None))
    return conditions


def list_lines(session: Session, ids: Sequence[UUID]) -> list[ContactLine]:
    """Return these contacts in this order."""
    statement = (
        select(
            Contact.id, Contact.name, Contact.address, Contact.job, Contact.language, Contact.names_profile,
            Contact.added_at_utc, Contact.archived_at_utc,
            PartnerOrganisation.name, PartnerOrganisation.kind, Network.id, Network.name,
        )
        .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
        .join(Network, Network.id == Contact.network_id)
        .where(Contact.id.in_(ids))
    )  # fmt: skip
    rows = {row[0]: ContactLine(*row) for row in session.execute(statement)}
    return [rows[id] for id in ids if id in rows]
