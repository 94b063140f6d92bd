"""Who coordinates a network: invited by its advisers, within their own support organisation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from survey.models import Account, Network, NetworkCoordinator
from survey.queries import accounts as account_queries
from survey.queries import staff
from survey.services import accounts, audit
from survey.services.account_mail import Post
from survey.services.audit import Actor, What


class NotHere(Exception):
    """The address cannot be a coordinator's of this support organisation; why is nobody's business."""


class Known(Exception):
    """The address is of a colleague who reaches this network already."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an adviser wants as coordinator."""

    name: str
    address: str
    language: str


def add(
    session: Session, *, network: Network, whom: Invited, post: Post, by: Actor, at: datetime
) -> Literal["invited", "linked"]:
    """Let somebody coordinate a network: a known account of this support organisation, or a new one.

    Raises
    ------
    NotHere
        When the address is of an account elsewhere, or of a closed one.
    Known
        When this person reaches the network already.
    """
    account = account_queries.find_account(session, address=whom.address)
    if account is None:
        _link(session, network, _invited(session, network, whom, post, by, at), by, at)
        return "invited"
    if account.support_organisation_id != network.support_organisation_id or not account.active:
        raise NotHere
    if account.role != "coordinator" or staff.find_coordinator(session, network_id=network.id, account_id=account.id):
        raise Known
    _link(session, network, account, by, at)
    return "linked"


def take_off(session: Session, *, network: Network, account_id: UUID, by: Actor, at: datetime) -> None:
    """Take somebody off a network; the account stays."""
    if staff.unlink(session, account_id=account_id, network_id=network.id):
        _note(session, "coordinator.removed", network, account_id, by, at)


def _invited(session: Session, network: Network, whom: Invited, post: Post, by: Actor, at: datetime) -> Account:
    try:
        account = accounts.add_account(
            session,
            support_id=network.support_organisation_id,
            name=whom.name,
            address=whom.address,
            role="coordinator",
            language=whom.language,
            by=by,
            at=at,
        )
    except IntegrityError as error:  # somebody invited this address at this moment
        raise NotHere from error
    accounts.invite(session, account, post=post, by=by, at=at)
    return account


def _link(session: Session, network: Network, account: Account, by: Actor, at: datetime) -> None:
    session.add(NetworkCoordinator(id=uuid4(), network_id=network.id, account_id=account.id))
    try:
        session.flush()
    except IntegrityError as error:
        raise Known from error
    _note(session, "coordinator.added", network, account.id, by, at)


def _note(session: Session, action: str, network: Network, account_id: UUID, by: Actor, at: datetime) -> None:
    what = What(action, "account", account_id, network.id, network.support_organisation_id)
    audit.note(session, what, by=by, at=at)
