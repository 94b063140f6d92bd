"""Contacts: the people at partner organisations who can be invited."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import LANGUAGES, gettext_noop
from survey.models import Contact, Invitation, Network, PartnerOrganisation
from survey.queries import networks as queries
from survey.queries.networks import ContactRow
from survey.services.changes import change, is_invited
from survey.services.names import address_key, clean_address, clean_name, tidy
from survey.services.rounds import invite_late

#: How long the name of a job can be.
LONGEST_JOB = 100


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a contact, besides where the contact works."""

    name: str
    address: str | None
    language: str = "nl"
    job: str = ""
    names_profile: bool = False


def add_contact(
    session: Session, *, organisation: PartnerOrganisation, name: str, address: str | None, language: str = "nl"
) -> Contact:
    """Add a contact of whom no more is known than this; see ``add``."""
    return add(session, organisation=organisation, details=Details(name, address, language))


def add(session: Session, *, organisation: PartnerOrganisation, details: Details, id: UUID | None = None) -> Contact:
    """Add a contact, known by this id if one is given; an address belongs to one contact of a network (rule R3).

    Raises
    ------
    Refused
        When the address is none, is used already in this network, or the language is unknown.
    """
    contact = Contact(
        id=id or uuid4(),
        network_id=organisation.network_id,
        partner_organisation_id=organisation.id,
        **_cleaned(session, organisation.network_id, details, None),
    )
    session.add(contact)
    session.flush()
    return contact


def invite_if_open(
    session: Session, *, network: Network, contact: Contact, kind: str, key: bytes
) -> Invitation | None:  # fmt: skip
    """Invite a contact who joins while a round is open, and was not invited to it before; ``None`` otherwise.

    The answers of who is invited late join the total only (disclosure rule R3).
    """
    if is_invited(session, contact=contact):
        return None
    organisation_id = contact.partner_organisation_id
    row = ContactRow(contact.id, contact.name, contact.address_key, contact.language, kind, organisation_id)
    return invite_late(session, network=network, contact=row, key=key)


def change_contact(
    session: Session, *, contact: Contact, organisation: PartnerOrganisation, details: Details
) -> list[str]:
    """Change what is known of a contact, and where the contact works; return what changed.

    Raises
    ------
    Refused
        As ``add`` does; when the organisation is of another network; and when the address or the organisation would
        change of somebody who is invited to a round that is open, whether or not anything was sent in.
    """
    if organisation.network_id != contact.network_id:
        raise Refused(gettext_noop("Choose an organisation of this network."), field="organisation")
    values = _cleaned(session, contact.network_id, details, contact.id)
    moves = organisation.id != contact.partner_organisation_id
    if (moves or values["address"] != contact.address) and is_invited(session, contact=contact):
        _refuse_moving(moves)
    changed = change(contact, **values, partner_organisation_id=organisation.id)
    session.flush()
    return [name for name in changed if name != "address_key"]


def archive(session: Session, *, contact: Contact, at: datetime) -> None:
    """Invite a contact no more; what was sent in stays, and a link that went out goes on working."""
    if contact.archived_at_utc is None:
        contact.archived_at_utc = at
        session.flush()


def bring_back(session: Session, *, contact: Contact) -> None:
    """Let a contact be invited again."""
    contact.archived_at_utc = None
    session.flush()


def _cleaned(session: Session, network_id: UUID, details: Details, contact_id: UUID | None) -> dict[str, object]:
    if details.language not in LANGUAGES:
        sentence = gettext_noop("'%(language)s' is no language we have. Choose one of: %(known)s.")
        raise Refused(sentence, field="language", language=details.language, known=", ".join(LANGUAGES))
    job = tidy(details.job)
    if len(job) > LONGEST_JOB:
        sentence = gettext_noop("This has %(length)s characters; 100 fit.")
        raise Refused(sentence, field="job", length=len(job))
    address, key = _own_address(session, network_id, details.address, contact_id)
    return {
        "name": clean_name(details.name, what="contact"),
        "address": address,
        "address_key": key,
        "language": details.language,
        "job": job,
        "names_profile": details.names_profile,
    }


def _own_address(
    session: Session, network_id: UUID, typed: str | None, contact_id: UUID | None
) -> tuple[str | None, str | None]:
    """Return an address with its key, or none; refuse one that another contact of the network has."""
    if not typed:
        return None, None
    address = clean_address(typed)
    key = address_key(address)
    known = queries.find_contact(session, network_id=network_id, address_key=key)
    if known is not None and known.id != contact_id:
        sentence = gettext_noop("The address %(address)s belongs to another contact of this network already.")
        raise Refused(sentence, field="address", address=address)
    return address, key


def _refuse_moving(moves: bool) -> None:
    if moves:
        sentence = gettext_noop("This person is invited to the open round. Moving is possible once it is closed.")
        raise Refused(sentence, field="organisation")
    sentence = gettext_noop(
        "This person is invited to the open round at the address that stands here. Is it wrong? Correct it on the "
        "page of who is invited."
    )
    raise Refused(sentence, field="address")
