"""The invitations that somebody may do something with; of a network that is not within reach, none exist."""

from typing import NamedTuple
from uuid import UUID

from flask import abort
from sqlalchemy.orm import Session

from survey.access import person
from survey.advise.within import locked_round, own_contact
from survey.models import Contact, Invitation, Network, PartnerOrganisation, Round
from survey.queries import invited
from survey.services.inviting import Place


class OwnInvitation(NamedTuple):
    """The invitation of a contact, with where it belongs."""

    network: Network
    organisation: PartnerOrganisation
    contact: Contact
    round: Round
    invitation: Invitation

    @property
    def place(self) -> Place:
        """Where this person can be replaced."""
        return Place(self.network, self.organisation, self.round)


def own_invitation(session: Session, invitation_id: UUID) -> OwnInvitation:
    """Return an invitation of a network that who is signed in may work on."""
    found = invited.find_invitation(session, reach=person().reach, invitation_id=invitation_id)
    if found is None or found.contact_id is None:
        abort(404)
    return OwnInvitation(*own_contact(session, found.contact_id), session.get_one(Round, found.round_id), found)


def locked_invitation(session: Session, invitation_id: UUID) -> OwnInvitation:
    """Return an invitation, its network and round locked; raises as ``locked_network`` does."""
    locked_round(session, own_invitation(session, invitation_id).round.id)
    return own_invitation(session, invitation_id)
