"""The support organisations, for administrators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models import Account, Network, SupportOrganisation
from survey.queries.lists.finding import Matches, Order, Wish, each_word, says


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A support organisation in the list."""

    id: UUID
    name: str
    sender_name: str | None
    contact_months: int
    audit_months: int
    archived_at_utc: datetime | None
    accounts: int
    networks: int


_ACCOUNTS: Final = (
    select(func.count())
    .where(Account.support_organisation_id == SupportOrganisation.id, Account.active)
    .correlate(SupportOrganisation)
    .scalar_subquery()
)
_NETWORKS: Final = (
    select(func.count())
    .where(Network.support_organisation_id == SupportOrganisation.id)
    .correlate(SupportOrganisation)
    .scalar_subquery()
)


def match(wish: Wish) -> Matches:
    """Return which support organisations match."""
    conditions = each_word(wish.search, lambda word: says(SupportOrganisation.sort_name, word))
    if archived := wish.chosen.get("archief"):
        archived_at = SupportOrganisation.archived_at_utc
        conditions.append(archived_at.is_not(None) if archived == "ja" else archived_at.is_(None))
    all_of_them = select(SupportOrganisation.id)
    keys = {
        "naam": (SupportOrganisation.sort_name,),
        "accounts": (_ACCOUNTS, SupportOrganisation.sort_name),
        "netwerken": (_NETWORKS, SupportOrganisation.sort_name),
    }
    orders = {name: Order(all_of_them, each) for name, each in keys.items()}
    return Matches(SupportOrganisation.id, all_of_them, conditions, orders)


def list_lines(session: Session, ids: Sequence[UUID]) -> list[SupportLine]:
    """Return these support organisations in this order."""
    statement = select(
        SupportOrganisation.id, SupportOrganisation.name, SupportOrganisation.sender_name,
        SupportOrganisation.contact_months, SupportOrganisation.audit_months, SupportOrganisation.archived_at_utc,
        _ACCOUNTS, _NETWORKS,
    ).where(SupportOrganisation.id.in_(ids))  # fmt: skip
    rows = {row[0]: SupportLine(*row) for row in session.execute(statement)}
    return [rows[id] for id in ids if id in rows]


def list_names(session: Session) -> list[tuple[UUID, str]]:
    """Return all support organisations, to choose from."""
    statement = select(SupportOrganisation.id, SupportOrganisation.name)
    ordered = statement.order_by(SupportOrganisation.sort_name, SupportOrganisation.id)
    return [(id, name) for id, name in session.execute(ordered)]
