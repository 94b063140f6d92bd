"""The accounts of all support organisations, for administrators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from survey.models import Account, AccountSession, Network, NetworkCoordinator, SupportOrganisation
from survey.models.account import Role
from survey.queries.lists.finding import Condition, Matches, Order, Wish, each_word, says
from survey.queries.people import ROLES


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account in the list; ``seen_at_utc`` is the last time in a browser that is still signed in."""

    id: UUID
    name: str
    address: str
    role: Role
    support_organisation: str
    active: bool
    added_at_utc: datetime
    joined_at_utc: datetime | None
    has_second_factor: bool
    networks: int
    seen_at_utc: datetime | None


#: What an account can be in, by its name in the address bar.
STATES: Mapping[str, Condition] = {
    "actief": Account.active & Account.joined_at_utc.is_not(None),
    "uitgenodigd": Account.active & Account.joined_at_utc.is_(None),
    "gesloten": ~Account.active,
}


def match(wish: Wish) -> Matches:
    """Return which accounts match."""
    conditions = each_word(wish.search, lambda word: says(Account.search_text, word))
    if role := wish.chosen.get("rol"):
        conditions.append(Account.role == role)
    if support := wish.chosen.get("organisatie"):
        conditions.append(Account.support_organisation_id == UUID(support))
    if state := wish.chosen.get("staat"):
        conditions.append(STATES[state])
    everybody = select(Account.id)
    organisation = SupportOrganisation
    of_support = everybody.join(organisation, organisation.id == Account.support_organisation_id)
    role_first = case({role: place for place, role in enumerate(ROLES)}, value=Account.role)
    orders = {
        "naam": Order(everybody, (Account.sort_name,)),
        "adres": Order(everybody, (Account.address,)),
        "rol": Order(everybody, (role_first, Account.sort_name)),
        "organisatie": Order(of_support, (organisation.sort_name, Account.sort_name)),
        "toegevoegd": Order(everybody, (Account.added_at_utc,)),
    }
    return Matches(Account.id, everybody, conditions, orders)


def list_lines(session: Session, ids: Sequence[UUID]) -> list[AccountLine]:
    """Return these accounts in this order."""
    looked_after = select(func.count()).where(Network.adviser_id == Account.id).correlate(Account).scalar_subquery()
    coordinated = (
        select(func.count()).where(NetworkCoordinator.account_id == Account.id).correlate(Account).scalar_subquery()
    )
    seen = (
        select(func.max(AccountSession.seen_at_utc))
        .where(AccountSession.account_id == Account.id)
        .correlate(Account)
        .scalar_subquery()
    )
    statement = (
        select(
            Account.id, Account.name, Account.address, Account.role, SupportOrganisation.name, Account.active,
            Account.added_at_utc, Account.joined_at_utc, Account.tf_primary_method.is_not(None),
            looked_after + coordinated, seen,
        )
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .where(Account.id.in_(ids))
    )  # fmt: skip
    rows = {row[0]: AccountLine(*row) for row in session.execute(statement)}
    return [rows[id] for id in ids if id in rows]
