"""Add networks, with the support organisation and the adviser that look after them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Account, Instance, Network, SupportOrganisation
from survey.models.instance import InstanceKind
from survey.models.network import PROVINCES
from survey.queries import networks as queries
from survey.services.changes import change, has_open_round
from survey.services.names import clean_address, clean_name, clean_sender


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a network."""

    name: str
    province: str
    region: str | None = None
    coordinator_name: str | None = None
    notes: str = ""


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
    name = clean_sender(name)
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
    _refuse_known(session, support_id, name)
    network = Network(
        id=uuid4(),
        support_organisation_id=support_id,
        adviser_id=adviser.id,
        name=name,
        province=code,
        coordinator_name=_clean_coordinator(coordinator),
    )
    session.add(network)
    session.flush()
    return network


def change_network(session: Session, *, network: Network, details: Details) -> list[str]:
    """Change what is known of a network; return what changed.

    Raises
    ------
    Refused
        When the province is unknown, or the support organisation has another network of this name.
    """
    name = clean_name(details.name, what="network")
    if name != network.name:
        _refuse_known(session, network.support_organisation_id, name)
    changed = change(
        network,
        name=name,
        province=_province_code(details.province),
        region=details.region or None,
        coordinator_name=_clean_coordinator(details.coordinator_name),
        notes=details.notes,
    )
    session.flush()
    return changed


def archive(session: Session, *, network: Network, at: datetime) -> None:
    """Put a network away; nothing of it is lost, and nothing in it can be changed.

    Raises
    ------
    Refused
        When a round is open.
    """
    if has_open_round(session, network=network):
        raise Refused(gettext_noop("A round is open. Close it first; then the network can be archived."))
    if network.archived_at_utc is None:
        network.archived_at_utc = at
        session.flush()


def bring_back(session: Session, *, network: Network) -> None:
    """Bring an archived network back."""
    network.archived_at_utc = None
    session.flush()


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


def _clean_coordinator(name: str | None) -> str | None:
    return clean_name(name, what="coordinator", field="coordinator_name") if name else None


def _refuse_known(session: Session, support_id: UUID, name: str) -> None:
    if any(other.support_organisation_id == support_id for other in queries.find_networks(session, name=name)):
        raise Refused(gettext_noop("There is a network '%(name)s' already."), field="name", name=name)


def _province_code(province: str) -> str:
    for code, name in PROVINCES.items():
        if province.strip().casefold() in (code.casefold(), name.casefold()):
            return code
    sentence = gettext_noop("'%(typed)s' is no province. Choose one of: %(provinces)s.")
    raise Refused(sentence, field="province", typed=province, provinces=", ".join(PROVINCES.values()))
