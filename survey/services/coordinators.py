"""Who has a coordinator's rights in a network: accounts of the support organisation that looks after it."""

from uuid import UUID

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Account, Network, NetworkCoordinator
from survey.queries import members


def add_coordinator(session: Session, *, network: Network, account_id: UUID) -> Account:
    """Give an account a coordinator's rights in a network.

    Raises
    ------
    Refused
        When it is no coordinator of the same support organisation, or has these rights already.
    """
    free = {account.id: account for account in members.list_free_coordinators(session, network=network)}
    if account_id not in free:
        sentence = gettext_noop("Choose a coordinator of your own support organisation who is not there yet.")
        raise Refused(sentence, field="account")
    session.add(NetworkCoordinator(network_id=network.id, account_id=account_id))
    session.flush()
    return free[account_id]


def remove_coordinator(session: Session, *, network: Network, account_id: UUID) -> None:
    """Take a coordinator's rights in a network off an account; without them nothing happens."""
    known = members.find_coordination(session, network_id=network.id, account_id=account_id)
    if known is not None:
        session.delete(known)
        session.flush()
