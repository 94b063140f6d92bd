"""Contacts: the people at partner organisations who can be invited."""

from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import LANGUAGES, gettext_noop
from survey.models import Contact, PartnerOrganisation
from survey.queries import networks as queries
from survey.services.names import address_key, clean_address, clean_name


def add_contact(
    session: Session, *, organisation: PartnerOrganisation, name: str, address: str | None, language: str = "nl"
) -> Contact:
    """Add a contact; an address belongs to one contact of a network (disclosure rule R3).

    Raises
    ------
    Refused
        When the address is none, is used already in this network, or the language is unknown.
    """
    check_language(language)
    address, key = own_address(session, network_id=organisation.network_id, address=address)
    contact = Contact(
        id=uuid4(),
        network_id=organisation.network_id,
        partner_organisation_id=organisation.id,
        name=clean_name(name, what="contact"),
        address=address,
        address_key=key,
        language=language,
    )
    session.add(contact)
    session.flush()
    return contact


def check_language(language: str) -> None:
    """Refuse a language that the interface does not have."""
    if language not in LANGUAGES:
        sentence = gettext_noop("'%(language)s' is no language we have. Choose one of: %(known)s.")
        raise Refused(sentence, field="language", language=language, known=", ".join(LANGUAGES))


def own_address(
    session: Session, *, network_id: UUID, address: str | None, contact_id: UUID | None = None
) -> tuple[str | None, str | None]:
    """Return an address with its key, or none; refuse one that another contact of the network has."""
    if not address:
        return None, None
    address = clean_address(address)
    key = address_key(address)
    known = queries.find_contact(session, network_id=network_id, address_key=key)
    if known is not None and known.id != contact_id:
        sentence = gettext_noop("The address %(address)s belongs to another contact of this network already.")
        raise Refused(sentence, field="address", address=address)
    return address, key
