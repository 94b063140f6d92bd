"""Who is signed in, and which networks that person reaches."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select, true
from sqlalchemy.orm import Session

from survey.models import Account, AccountSession, Network, NetworkCoordinator, Passkey, SupportOrganisation
from survey.models.account import Role

#: What each role may do, those before it may not.
ROLES: Final[tuple[Role, ...]] = ("coordinator", "adviser", "administrator")

#: Ways of signing in that are two factors by themselves, whatever else was set up. "openid" alone is never more than
#: one, also for who has set up a second: the provider did not ask for it.
_WITH_SECOND_FACTOR: Final = ("passkey", "openid+trusted")


@dataclass(frozen=True, slots=True)
class Reach:
    """The networks somebody may work on: those of one support organisation, or of them only the own ones."""

    support_organisation_id: UUID
    #: Set for a coordinator, who reaches the networks that name this account.
    coordinator_id: UUID | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in, in one browser."""

    account_id: UUID
    session_id: UUID
    name: str
    role: Role
    language: str
    support_organisation_id: UUID
    support_organisation: str
    has_second_factor: bool
    is_demo: bool
    seen_at_utc: datetime

    @property
    def reach(self) -> Reach:
        """The networks this person may work on."""
        coordinator_id = self.account_id if self.role == "coordinator" else None
        return Reach(self.support_organisation_id, coordinator_id)

    def may(self, role: Role) -> bool:
        """Say whether this person may do what this role may do."""
        return ROLES.index(self.role) >= ROLES.index(role)

    def reads_reports(self, *, adviser_id: UUID) -> bool:
        """Say whether this person reads the reports of a network within reach: an administrator only as its adviser.

        By that role alone nobody reads a network's report (disclosure rule R10).
        """
        return self.role != "administrator" or self.account_id == adviser_id

    def reads_own_words(self, *, adviser_id: UUID) -> bool:
        """Say whether this person reads what participants wrote in a network: one adviser does (disclosure rule R8)."""
        return self.may("adviser") and self.account_id == adviser_id


def find_person(session: Session, *, session_id: UUID, begun_after: datetime) -> Person | None:
    """Return who is signed in by this session; nobody when it was ended, is too old, or the account was closed."""
    statement = (
        select(
            Account.id, AccountSession.id, Account.name, Account.role, Account.language,
            Account.support_organisation_id, SupportOrganisation.name,
            Account.tf_primary_method, AccountSession.method, Account.is_demo, AccountSession.seen_at_utc,
            exists().where(Passkey.account_id == Account.id).label("has_passkey"),
        )
        .join(Account, Account.id == AccountSession.account_id)
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .where(
            AccountSession.id == session_id,
            AccountSession.begun_at_utc > begun_after,
            Account.active,
            SupportOrganisation.archived_at_utc.is_(None),
        )
    )  # fmt: skip
    row = session.execute(statement).one_or_none()
    if row is None:
        return None
    has_second_factor = row.tf_primary_method is not None or row.has_passkey or row.method in _WITH_SECOND_FACTOR
    return Person(*row[:7], has_second_factor, row.is_demo, row.seen_at_utc)


def within(reach: Reach) -> ColumnElement[bool]:
    """Return the condition that a network is within somebody's reach: put it on every query that finds one."""
    ours = Network.support_organisation_id == reach.support_organisation_id
    if reach.coordinator_id is None:
        return ours & true()
    own = select(NetworkCoordinator.network_id).where(NetworkCoordinator.account_id == reach.coordinator_id)
    return ours & Network.id.in_(own)


def readable(somebody: Person) -> ColumnElement[bool]:
    """Return the condition that somebody reads the reports of a network: as :meth:`Person.reads_reports` says it."""
    if somebody.role != "administrator":
        return within(somebody.reach)
    return within(somebody.reach) & (Network.adviser_id == somebody.account_id)


def find_network(session: Session, *, reach: Reach, network_id: UUID) -> Network | None:
    """Return a network, if it is within reach."""
    return session.scalars(select(Network).where(Network.id == network_id, within(reach))).one_or_none()
