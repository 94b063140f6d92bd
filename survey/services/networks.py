"""Add networks, partner organisations and contacts."""

import re
import unicodedata
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from questionnaires.kinds import partner_kinds
from survey.errors import Refused
from survey.i18n import LANGUAGES
from survey.models import Account, Contact, Instance, Network, PartnerOrganisation, SupportOrganisation
from survey.models.instance import InstanceKind
from survey.models.network import PROVINCES
from survey.queries import networks as queries

#: What no part of an address has: spaces, what separates addresses, and control characters, which no database takes.
_NEVER = r"@\s,;<>\"\x00-\x1f\x7f"
_ADDRESS = re.compile(rf"[^{_NEVER}]{{1,64}}@[^{_NEVER}]+\.[^{_NEVER}.]{{2,}}")


def mark_instance(session: Session, *, kind: InstanceKind, at: datetime) -> None:
    """Say once what this database is; a database that is something else already refuses.

    Raises
    ------
    Refused
        When the database was marked as something else.
    """
    instance = queries.get_instance(session)
    if instance is None:
        session.add(Instance(kind=kind, created_at_utc=at))
        session.flush()
    elif instance.kind != kind:
        raise Refused(f"This database is marked as {instance.kind}. It cannot become {kind}.")


def add_support_organisation(session: Session, *, name: str) -> SupportOrganisation:
    """Return the support organisation of this name, new or known."""
    name = clean_name(name, what="support organisation")
    known = queries.find_support_organisation(session, name=name)
    if known is not None:
        return known
    organisation = SupportOrganisation(id=uuid4(), name=name)
    session.add(organisation)
    session.flush()
    return organisation


def add_adviser(session: Session, *, support: SupportOrganisation, name: str, address: str) -> Account:
    """Return the adviser with this address, new or known; one address belongs to one support organisation."""
    address = clean_address(address).casefold()
    known = queries.find_adviser(session, address=address)
    if known is not None:
        if known.support_organisation_id != support.id:
            raise Refused(f"The adviser {address} already belongs to another support organisation.")
        return known
    adviser = Account(
        id=uuid4(), support_organisation_id=support.id, name=clean_name(name, what="adviser"), address=address
    )
    session.add(adviser)
    session.flush()
    return adviser


def add_network(
    session: Session, *, adviser: Account, name: str, province: str, coordinator: str | None = None
) -> Network:
    """Add a network to an adviser's support organisation.

    Raises
    ------
    Refused
        When the province is unknown, or the support organisation has a network of this name.
    """
    name = clean_name(name, what="network")
    code = _province_code(province)
    support_id = adviser.support_organisation_id
    if any(other.support_organisation_id == support_id for other in queries.find_networks(session, name=name)):
        raise Refused(f"There is a network '{name}' already.")
    network = Network(
        id=uuid4(),
        support_organisation_id=support_id,
        adviser_id=adviser.id,
        name=name,
        province=code,
        coordinator_name=clean_name(coordinator, what="coordinator") if coordinator else None,
    )
    session.add(network)
    session.flush()
    return network


def find_network(session: Session, *, name: str) -> Network:
    """Return the one network of this name.

    Raises
    ------
    Refused
        When there is none, or more than one.
    """
    found = queries.find_networks(session, name=clean_name(name, what="network"))
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"There are {len(found)} networks '{name}', at different support organisations.")
    raise Refused(f"There is no network '{name}'. 'flask --app wsgi network list' shows them all.")


def add_organisation(session: Session, *, network: Network, name: str, kind: str) -> PartnerOrganisation:
    """Add a partner organisation to a network.

    Raises
    ------
    Refused
        When the kind is unknown, or the network has an organisation of this name.
    """
    name = clean_name(name, what="organisation")
    if kind not in partner_kinds():
        raise Refused(f"'{kind}' is no kind of partner. Choose one of: {', '.join(partner_kinds())}.")
    if queries.find_organisation(session, network_id=network.id, name=name) is not None:
        raise Refused(f"'{network.name}' has an organisation '{name}' already.")
    organisation = PartnerOrganisation(id=uuid4(), network_id=network.id, name=name, kind=kind)
    session.add(organisation)
    session.flush()
    return organisation


def find_organisation(session: Session, *, network: Network, name: str) -> PartnerOrganisation:
    """Return a network's organisation by name.

    Raises
    ------
    Refused
        When the network has no such organisation.
    """
    found = queries.find_organisation(session, network_id=network.id, name=clean_name(name, what="organisation"))
    if found is None:
        raise Refused(f"'{network.name}' has no organisation '{name}'. Add it with 'organisation add'.")
    return found


def add_contact(
    session: Session, *, organisation: PartnerOrganisation, name: str, address: str | None, language: str = "nl"
) -> Contact:
    """Add a contact; an address belongs to one contact of a network (disclosure rule R3).

    Raises
    ------
    Refused
        When the address is none, is used already in this network, or the language is unknown.
    """
    if language not in LANGUAGES:
        raise Refused(f"'{language}' is no language we have. Choose one of: {', '.join(LANGUAGES)}.")
    address = clean_address(address) if address else None
    key = address_key(address) if address else None
    if key and queries.find_contact(session, network_id=organisation.network_id, address_key=key):
        raise Refused(f"The address {address} belongs to another contact of this network already.")
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


def clean_name(name: str, *, what: str) -> str:
    """Return a name in one form: composed, without control characters, single spaces.

    Raises
    ------
    Refused
        When nothing is left, or it is longer than 200 characters.
    """
    printable = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in name)
    cleaned = " ".join(unicodedata.normalize("NFC", printable).split())
    if not cleaned:
        raise Refused(f"Give the {what} a name.")
    if len(cleaned) > 200:
        raise Refused(f"The name of the {what} has {len(cleaned)} characters; 200 fit.")
    return cleaned


def clean_address(address: str) -> str:
    """Return an e-mail address without the spaces people type around it.

    Raises
    ------
    Refused
        When it is no address.
    """
    cleaned = unicodedata.normalize("NFC", address).strip()
    if len(cleaned) > 254 or not _ADDRESS.fullmatch(cleaned):
        raise Refused(f"'{cleaned[:80]}' is no e-mail address, such as naam@voorbeeld.nl.")
    return cleaned


def address_key(address: str) -> str:
    """Return what makes an address one's own: lower case, without the plus-tag."""
    local, _, domain = address.casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _province_code(province: str) -> str:
    for code, name in PROVINCES.items():
        if province.strip().casefold() in (code.casefold(), name.casefold()):
            return code
    raise Refused(f"'{province}' is no province. Choose one of: {', '.join(PROVINCES.values())}.")
