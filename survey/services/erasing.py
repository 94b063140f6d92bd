"""Erase a contact: what is known of the person goes; what was sent in to an open round stays as it was.

Nothing here depends on whether the person answered, so nothing tells it either (disclosure rule R10).
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from survey.models import Contact, Network
from survey.queries import actions
from survey.queries import erasing as queries
from survey.services import audit, editions
from survey.services.audit import Actor, What

#: "deleted": the row is gone; "emptied": a row without a person is left until its round is published.
Fate = Literal["deleted", "emptied"]
#: Backup copies hold what was erased until they are this old.
DAYS_IN_BACKUPS: Final = 30


def erase_contact(session: Session, *, contact_id: UUID, by: Actor, at: datetime) -> Fate | None:
    """Erase a contact and note it; ``None`` when that was done already.

    Who is invited to a round that is not published yet leaves an empty row, by which the personal link, what was sent
    in with it and the cut go on as for anybody else; the nightly round takes the row away once that is over.
    """
    contact = queries.lock_contact(session, contact_id=contact_id)
    if contact is None or contact.erased_at_utc is not None:
        return None
    network = session.get_one(Network, contact.network_id)
    forget_in_actions(session, network_id=network.id, contact_id=contact.id, names=(contact.name,), at=at)
    fate: Fate = "emptied" if queries.is_invited(session, contact_id=contact.id) else "deleted"
    what = What(
        "contact.erased", "contact", contact.id, network.id, network.support_organisation_id, details={"left": fate}
    )
    if fate == "emptied":
        empty(contact, at=at)
        session.flush()
    else:
        queries.delete_contact(session, contact=contact)
    audit.note(session, what, by=by, at=at)
    return fate


def empty(contact: Contact, *, at: datetime) -> None:
    """Take everything off a contact that says who it is."""
    contact.name, contact.address, contact.address_key, contact.job = "", None, None, ""
    contact.names_profile = False
    contact.archived_at_utc = contact.archived_at_utc or at
    contact.erased_at_utc = at


def forget_in_actions(
    session: Session, *, network_id: UUID, names: Iterable[str], at: datetime, contact_id: UUID | None = None
) -> None:
    """Take a person off the actions of a network: as the one who does it, and by name out of every text.

    So it is for the actions that reports tell of: those get another edition.
    """
    whole = editions.patterns_of(names)
    theirs = set[str]()
    for action in actions.list_of_network(session, network_id=network_id):
        if contact_id is not None and action.contact_id == contact_id:
            action.contact_id = None
            theirs.add(str(action.id))
        for text in actions.TEXTS:
            setattr(action, text.key, editions.without_names(whole, getattr(action, text.key)))
    session.flush()
    editions.forget_person(session, network_id=network_id, names=whole, action_ids=theirs, at=at)
