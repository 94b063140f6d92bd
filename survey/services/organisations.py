"""Partner organisations of a network: add one, change it, take it out."""

from uuid import uuid4

from sqlalchemy.orm import Session

from questionnaires.kinds import partner_kinds
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, PartnerOrganisation
from survey.queries import actions, members
from survey.queries import networks as queries
from survey.services.alike import alike
from survey.services.changes import change, has_open_round, refuse_archived
from survey.services.names import clean_name


class LooksLike(Refused):
    """The network has an organisation whose name is almost the same; who is sure can add this one anyway."""


def add_organisation(session: Session, *, network: Network, name: str, kind: str) -> PartnerOrganisation:
    """Add a partner organisation to a network.

    Raises
    ------
    Refused
        When the network is archived, the kind is unknown, or the network has an organisation of this name.
    """
    refuse_archived(network)
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


def refuse_alike(session: Session, *, network: Network, name: str) -> None:
    """Refuse a name that is almost the one of another organisation of the network.

    Raises
    ------
    LooksLike
        When there is such an organisation.
    """
    known = alike(clean_name(name, what="organisation"), members.list_organisations(session, network_id=network.id))
    if known:
        sentence = gettext_noop("This looks like '%(name)s', which is in this network already.")
        raise LooksLike(sentence, field="name", name=known[0].name)


def change_organisation(
    session: Session, *, network: Network, organisation: PartnerOrganisation, name: str, kind: str
) -> list[str]:
    """Give an organisation another name or kind; return what changed.

    Raises
    ------
    Refused
        When another organisation has this name, or the kind would change while a round is open.
    """
    name = clean_name(name, what="organisation")
    check_kind(kind)
    if name != organisation.name:
        refuse_known(session, network=network, name=name)
    if kind != organisation.kind and has_open_round(session, network=network):
        sentence = gettext_noop("While a round is open, the kind stays as it was when the round opened.")
        raise Refused(sentence, field="kind")
    changed = change(organisation, name=name, kind=kind)
    session.flush()
    return changed


def delete_organisation(session: Session, *, network: Network, organisation: PartnerOrganisation) -> None:
    """Delete an organisation that nobody refers to; raises as ``refuse_in_use`` does."""
    refuse_in_use(session, network=network, organisation=organisation)
    session.delete(organisation)
    session.flush()


def refuse_in_use(session: Session, *, network: Network, organisation: PartnerOrganisation) -> None:
    """Refuse to delete what is in use.

    Raises
    ------
    Refused
        When there are contacts at it, also archived ones; it sees to an action, also one of before; or a round is
        open, which may ask about it.
    """
    if has_open_round(session, network=network):
        raise Refused(
            gettext_noop("While a round is open, no organisation can be deleted: partners are asked about it.")
        )
    number = members.count_contacts(session, organisation_id=organisation.id)
    if number:
        sentence = gettext_noop(
            "'%(name)s' still has contacts (%(number)s, archived ones too). Move them first, or merge the organisation."
        )
        raise Refused(sentence, name=organisation.name, number=number)
    number = actions.count_of_owner(session, organisation_id=organisation.id)
    if number:
        sentence = gettext_noop(
            "'%(name)s' sees to actions of the network (%(number)s, settled ones too). Let another organisation see to "
            "them first, or merge the organisation."
        )
        raise Refused(sentence, name=organisation.name, number=number)


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
