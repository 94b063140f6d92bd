"""Which actions somebody may work on: one of a network that is not within reach does not exist."""

from typing import NamedTuple
from uuid import UUID

from flask import abort
from sqlalchemy.orm import Session

from survey.access import person
from survey.advise.within import locked_network, own_network
from survey.models import Action, Network
from survey.queries import actions


class OwnAction(NamedTuple):
    """An action with its network."""

    network: Network
    action: Action


def own_action(session: Session, network_id: UUID, action_id: UUID) -> OwnAction:
    """Return an action of a network that who is signed in may work on."""
    found = actions.find(session, reach=person().reach, network_id=network_id, action_id=action_id)
    if found is None:
        abort(404)
    return OwnAction(own_network(session, network_id), found)


def locked_action(session: Session, network_id: UUID, action_id: UUID) -> OwnAction:
    """Return an action, its network locked; raises as ``locked_network`` does."""
    locked_network(session, network_id)
    return own_action(session, network_id, action_id)
