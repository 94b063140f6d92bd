"""What administrators decide about accounts, so that somebody can always administer; and nothing is left in the air.

What becomes of the account itself is in ``accounts``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey.models import Account
from survey.models.account import Role
from survey.queries import accounts as account_queries
from survey.queries import staff
from survey.queries.administrators import lock_administrators
from survey.services import accounts, audit, hand_overs
from survey.services.audit import Actor, What


class LastAdministrator(Exception):
    """Nobody else could administer."""


class LooksAfterNetworks(Exception):
    """Its networks have to be handed over first; ``names``: which."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = names


class ChangedMeanwhile(Exception):
    """Somebody else changed this account since it was shown; nothing was written."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which role at which support organisation; ``version``: of the account as it was shown."""

    role: Role
    support_id: UUID
    version: int


def place(session: Session, where: Place, *, account_id: UUID, by: Actor, at: datetime) -> None:
    """Give an account a role at a support organisation.

    Raises
    ------
    ChangedMeanwhile
        When the account was changed since it was shown.
    LastAdministrator
        When nobody else could administer.
    LooksAfterNetworks
        When it is the adviser of networks, which a coordinator, or somebody elsewhere, cannot be.
    """
    account = _locked(session, account_id, losing=where.role != "administrator")
    if account.version != where.version:
        raise ChangedMeanwhile
    moves = where.support_id != account.support_organisation_id
    if moves or where.role == "coordinator":
        _refuse_adviser(session, account_id)
    if moves or where.role != account.role:
        hand_overs.end_of_account(session, account_id=account_id, by=by, at=at)
    accounts.change_role(session, account, role=where.role, by=by, at=at)
    if moves:
        _move(session, account, where.support_id, by, at)


def close(session: Session, *, account_id: UUID, anyway: bool = False, by: Actor, at: datetime) -> None:
    """Close an account, with the offers from and to it.

    Raises
    ------
    LastAdministrator
        When nobody else could administer.
    LooksAfterNetworks
        When it is the adviser of networks, whose partners read its name: ``anyway`` leaves them with it for a while.
    """
    account = _locked(session, account_id, losing=True)
    if account.active and not anyway:
        _refuse_adviser(session, account_id)
    hand_overs.end_of_account(session, account_id=account_id, by=by, at=at)
    accounts.close_account(session, account, by=by, at=at)


def end_sessions(session: Session, *, account_id: UUID, by: Actor, at: datetime) -> None:
    """Sign somebody out in every browser."""
    ended = account_queries.delete_sessions(session, account_id=account_id)
    account = session.get_one(Account, account_id)
    _note(session, "account.sessions_ended", account, account.support_organisation_id, by, at, sessions=ended)


def _locked(session: Session, account_id: UUID, *, losing: bool) -> Account:
    """Lock the administrators, and then this account, which may be the last of them."""
    administrators = [each for each, _ in lock_administrators(session)]
    if losing and administrators == [account_id]:
        raise LastAdministrator
    account = staff.lock_account(session, account_id=account_id)
    if account is None:
        raise ChangedMeanwhile
    return account


def _refuse_adviser(session: Session, account_id: UUID) -> None:
    if networks := staff.looked_after(session, account_id=account_id):
        raise LooksAfterNetworks([each.name for each in networks])


def _move(session: Session, account: Account, support_id: UUID, by: Actor, at: datetime) -> None:
    before = account.support_organisation_id
    unlinked = staff.unlink(session, account_id=account.id)
    account.support_organisation_id = support_id
    session.flush()
    for each in (before, support_id):
        _note(session, "account.moved", account, each, by, at, networks_unlinked=unlinked)


def _note(
    session: Session, action: str, account: Account, support_id: UUID, by: Actor, at: datetime, **details: int
) -> None:
    what = What(action, "account", account.id, support_organisation_id=support_id, details=details)
    audit.note(session, what, by=by, at=at)
