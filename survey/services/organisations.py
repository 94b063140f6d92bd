"""Partner organisations of a network: add one, change it, take it out."""

from uuid import uuid4

from sqlalchemy.orm import Session

from questionnaires.kinds import partner_kinds
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, PartnerOrganisation
from survey.queries import networks as queries
from survey.services.names import clean_name


def add_organisation(session: Session, *, network: Network, name: str, kind: str) -> PartnerOrganisation:
    """Add a partner organisation to a network.

    Raises
    ------
    Refused
        When the kind is unknown, or the network has an organisation of this name.
    """
    name = clean_name(name, what="organisation")
    check_kind(kind)
    refuse_known(session, network=network, name=name)
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


def check_kind(kind: str) -> None:
    """Refuse what is no kind of partner."""
    if kind not in partner_kinds():
        sentence = gettext_noop("'%(kind)s' is no kind of partner. Choose one of: %(kinds)s.")
        raise Refused(sentence, field="kind", kind=kind, kinds=", ".join(partner_kinds()))


def refuse_known(session: Session, *, network: Network, name: str) -> None:
    """Refuse a name that an organisation of the network has already."""
    if queries.find_organisation(session, network_id=network.id, name=name) is not None:
        sentence = gettext_noop("'%(network)s' has an organisation '%(name)s' already.")
        raise Refused(sentence, field="name", network=network.name, name=name)
