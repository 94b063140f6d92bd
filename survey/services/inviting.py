"""Invite while a round is open: who comes late, once more at the same address, or somebody else instead.

Every sentence and every refusal is the same whoever answered, and nothing here looks at it (disclosure rule R10).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Contact, Invitation, Network, PartnerOrganisation, Round
from survey.queries import invited, rounds
from survey.services import contacts, round_mail
from survey.services.contacts import Details
from survey.services.names import address_key, clean_address
from survey.services.round_mail import About

#: One that goes again sooner was asked for twice by mistake.
BETWEEN: Final = timedelta(minutes=10)
#: The first one, and three more.
MOST_INVITATIONS: Final = 4
_HALF_IS_OFF: Final = gettext_noop(
    "No more than half of the links can be withdrawn: otherwise the totals would tell who sends in. You can still "
    "choose somebody else, or cancel the round."
)
_CLOSED: Final = gettext_noop("No round is open, or it is being closed: nothing of its invitations can change.")


@dataclass(frozen=True, slots=True)
class Post:
    """What invitations are made with: the key of their links, who sends their mails, and when."""

    key: bytes
    sender: Address
    at: datetime


def invite_latecomers(
    session: Session, *, network: Network, latecomers: Sequence[tuple[Contact, str]], post: Post
) -> list[UUID]:
    """Invite contacts, each with the kind of its organisation, to a round that is open; return batches of mails."""
    made = [
        (contact, contacts.invite_if_open(session, network=network, contact=contact, kind=kind, key=post.key))
        for contact, kind in latecomers
    ]
    mailed = [invitation for contact, invitation in made if invitation is not None and contact.address is not None]
    if not mailed:
        return []
    about = About(mailed[0].round_id, "invitation")
    ids = [invitation.id for invitation in mailed]
    return round_mail.put_out(session, about, invitation_ids=ids, sender=post.sender, at=post.at)


def list_others(session: Session, *, network: Network) -> tuple[Round, list[tuple[Contact, str]]]:
    """Return a network's open round with who was not invited to it, each with the kind of its organisation.

    Raises
    ------
    Refused
        When no round is open.
    """
    newest = rounds.newest_round(session, network_id=network.id)
    if newest is None:
        raise Refused(_CLOSED)
    _refuse_closed(newest)
    return newest, invited.list_not_invited(session, round_id=newest.id, network_id=network.id)


def send_again(
    session: Session, *, round: Round, invitation: Invitation, contact: Contact, post: Post
) -> list[UUID]:  # fmt: skip
    """Send an invitation once more: the same link to the same address; return the batches of mails.

    Raises
    ------
    Refused
        When the round is not open, there is no address or link to send to, this person said not to take part, or it
        went just now, or too often.
    """
    _refuse_closed(round)
    _refuse_unmailable(invitation, contact)
    newest = invited.newest_mail(session, invitation_id=invitation.id)
    is_on_its_way = newest is not None and newest.state in ("waiting", "sent")
    if newest is not None and is_on_its_way and newest.due_at_utc > post.at - BETWEEN:
        raise Refused(gettext_noop("This invitation went out just now. After ten minutes it can go again."))
    number = newest.number + 1 if newest else 1
    if number > MOST_INVITATIONS:
        raise Refused(gettext_noop("This invitation went out four times. Call, or replace this person by another."))
    about = About(round.id, "invitation", number)
    return round_mail.put_out(session, about, invitation_ids=[invitation.id], sender=post.sender, at=post.at)


def withdraw(session: Session, *, round: Round, invitation: Invitation, at: datetime) -> None:
    """Make a link open nothing any more; what was sent in by it counts.

    At least half of the links go on working: with all others off for an hour, the total of that hour would tell
    whether one person sent in (disclosure rule R10).

    Raises
    ------
    Refused
        When the round is not open, or half of its links were withdrawn.
    """
    _refuse_closed(round)
    if invitation.withdrawn_at_utc is None:
        working, off = invited.count_links(session, round_id=round.id)
        if working - 1 < off + 1:
            raise Refused(_HALF_IS_OFF)
        invitation.withdrawn_at_utc = at
        session.flush()


def give_back(session: Session, *, round: Round, invitation: Invitation, contact: Contact) -> None:
    """Let a link work again that was withdrawn by mistake: it opens for its person what it opened before.

    Raises
    ------
    Refused
        When the round is not open, or somebody else was invited instead meanwhile.
    """
    _refuse_closed(round)
    if contact.archived_at_utc is not None:
        raise Refused(gettext_noop("This contact is archived, or was replaced already. Add the other one by itself."))
    invitation.withdrawn_at_utc = None
    session.flush()


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is replaced: the round, and the place in the network."""

    network: Network
    organisation: PartnerOrganisation
    round: Round


def replace(
    session: Session, *, place: Place, invitation: Invitation, contact: Contact, details: Details, post: Post
) -> tuple[Contact, list[UUID]]:
    """Invite another address, or another person, instead of a contact; return the new one and the batches of mails.

    The old contact is archived and the old link withdrawn, whether or not anything was sent in; what was, counts. The
    new invitation is a late one, which starts empty and joins the total only (disclosure rule R3).

    Raises
    ------
    Refused
        When the round is not open, the contact was replaced before, the address is the same one, or as
        ``contacts.add``.
    """
    _refuse_closed(place.round)
    if contact.archived_at_utc is not None:
        raise Refused(gettext_noop("This contact is archived, or was replaced already. Add the other one by itself."))
    _refuse_same_address(contact, details)
    withdraw(session, round=place.round, invitation=invitation, at=post.at)
    contacts.archive(session, contact=contact, at=post.at)
    new = contacts.add(session, organisation=place.organisation, details=details)
    late = [(new, place.organisation.kind)]
    return new, invite_latecomers(session, network=place.network, latecomers=late, post=post)


def _refuse_closed(round: Round) -> None:
    if round.closed_at_utc is not None or round.closing_asked_at_utc is not None:
        raise Refused(_CLOSED)


def _refuse_unmailable(invitation: Invitation, contact: Contact) -> None:
    if contact.address is None:
        raise Refused(gettext_noop("This person has no e-mail address. Print a letter or a card."))
    if invitation.withdrawn_at_utc is not None:
        raise Refused(
            gettext_noop("This link was withdrawn. Let it work again, correct the address, or invite somebody else.")
        )
    if contact.archived_at_utc is not None:
        raise Refused(gettext_noop("This contact is archived, and gets no mail."))
    if invitation.refused_at_utc is not None:
        raise Refused(gettext_noop("This person said not to take part, and gets no more mail. The link still works."))


def _refuse_same_address(contact: Contact, details: Details) -> None:
    """Refuse the address that the old invitation went to: one address is one person (disclosure rule R3)."""
    if not details.address or contact.address_key is None:
        return
    if address_key(clean_address(details.address)) == contact.address_key:
        sentence = gettext_noop(
            "The invitation of %(name)s went to this address. A new invitation needs another address, or none."
        )
        raise Refused(sentence, field="address", name=contact.name)
