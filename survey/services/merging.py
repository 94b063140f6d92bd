"""Make one of two organisations, or of two contacts, that turn out to be the same.

Not while a round is open: who was invited, and for whom, is fixed then. That holds for all alike, so that a refusal
tells nothing about who answered (disclosure rule R10).
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Contact, Network, PartnerOrganisation
from survey.queries import actions, members
from survey.services.changes import has_open_round


@dataclass(frozen=True, slots=True)
class Moving:
    """What goes from one organisation to the other; ``twice`` are the names that stand at both."""

    contacts: int
    twice: list[str]


def what_moves(session: Session, *, kept: PartnerOrganisation, other: PartnerOrganisation) -> Moving:
    """Return what would move if ``other`` were merged into ``kept``."""
    here = {each.name.casefold() for each in members.list_contacts_of(session, organisation_id=kept.id)}
    moving = [each for each in members.list_contacts_of(session, organisation_id=other.id) if not each.erased_at_utc]
    return Moving(len(moving), [each.name for each in moving if each.name.casefold() in here])


def merge_organisations(
    session: Session, *, network: Network, kept: PartnerOrganisation, other: PartnerOrganisation
) -> int:
    """Move everybody of ``other`` to ``kept``, and its actions, and delete ``other``; return how many people moved.

    Raises
    ------
    Refused
        When a round is open, or these are not two organisations of this network.
    """
    refuse_while_open(session, network=network)
    _check_two(network, kept, other)
    moving = members.list_contacts_of(session, organisation_id=other.id)
    for contact in moving:
        contact.partner_organisation_id = kept.id
    session.flush()
    actions.move_to_owner(session, from_id=other.id, to_id=kept.id)
    session.delete(other)
    session.flush()
    return len(moving)


def merge_contacts(session: Session, *, network: Network, kept: Contact, other: Contact) -> None:
    """Give ``kept`` what it lacks and ``other`` has, its actions and the links of rounds before; delete ``other``.

    Raises
    ------
    Refused
        When a round is open, or these are not two contacts of this network.
    """
    refuse_while_open(session, network=network)
    _check_two(network, kept, other)
    address, key, job, names_profile = other.address, other.address_key, other.job, other.names_profile
    members.move_invitations(session, from_id=other.id, to_id=kept.id)
    actions.move_to_contact(session, from_id=other.id, to_id=kept.id)
    session.delete(other)
    session.flush()
    if kept.address is None:
        kept.address, kept.address_key = address, key
    kept.job = kept.job or job
    kept.names_profile = kept.names_profile or names_profile
    session.flush()


def refuse_while_open(session: Session, *, network: Network) -> None:
    """Refuse to merge anything in a network with an open round."""
    if has_open_round(session, network=network):
        raise Refused(
            gettext_noop("While a round is open, nothing can be merged: who is invited is fixed until it closes.")
        )


def _check_two(network: Network, kept: PartnerOrganisation | Contact, other: PartnerOrganisation | Contact) -> None:
    if kept.id == other.id or {kept.network_id, other.network_id} != {network.id}:
        raise Refused(gettext_noop("Choose another one of the same network."), field="other")
