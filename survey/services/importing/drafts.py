"""Networks as they are, on which a plan draws what they become; only what is new or changed is written later."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.importing.alike import Alike, same_key
from survey.importing.folding import folded
from survey.queries import importing as queries
from survey.queries.importing import KnownContact, KnownMunicipality, KnownNetwork, KnownOrganisation


@dataclass(slots=True)
class DraftOrganisation:
    """A partner organisation; ``row`` decided about its kind. Without a version, it is new."""

    id: UUID
    name: str
    kind: str
    version: int | None = None
    row: int | None = None
    is_changed: bool = False


@dataclass(slots=True)
class DraftContact:
    """A contact; ``row`` is the row of the file that is about this person. Without a version, it is new."""

    id: UUID
    organisation: DraftOrganisation
    name: str
    address: str | None
    key: str | None
    language: str
    job: str
    names_profile: bool
    version: int | None = None
    is_archived: bool = False
    is_invited: bool = False
    row: int | None = None
    is_changed: bool = False


class DraftNetwork:
    """A network with everything of it that a file can name."""

    def __init__(self, known: KnownNetwork, *, is_new: bool) -> None:
        self.id, self.name, self.province, self.version = known.id, known.name, known.province, known.version
        self.is_archived, self.has_open_round, self.is_new = known.is_archived, known.has_open_round, is_new
        self.is_changed = False
        #: Whether a row that is not skipped is for it: a new network is made only then.
        self.is_drawn = not is_new
        #: The row that decided about its province.
        self.row: int | None = None
        self.municipalities: set[UUID] = set()
        self.new_municipalities: list[UUID] = []
        self.organisations: list[DraftOrganisation] = []
        self.contacts: list[DraftContact] = []
        #: Which addresses the file has for this network: nobody with one of these is mistaken for somebody else.
        self.keys_in_file: set[str] = set()
        self._by_name: dict[str, DraftOrganisation] = {}
        self._by_likeness: dict[str, DraftOrganisation] = {}
        self._by_key: dict[str, DraftContact] = {}
        self._at: dict[tuple[UUID, str], list[DraftContact]] = {}
        self._alike = Alike()

    def add_organisation(self, organisation: DraftOrganisation) -> None:
        """Draw one more organisation."""
        self.organisations.append(organisation)
        self._by_name.setdefault(organisation.name, organisation)
        self._by_likeness.setdefault(same_key(organisation.name), organisation)
        self._alike.add(organisation.name)

    def find_organisation(self, name: str) -> DraftOrganisation | None:
        """Return the organisation of this name, or of one that means the same."""
        return self._by_name.get(name) or self._by_likeness.get(same_key(name))

    def looks_like(self, name: str) -> str | None:
        """Return the name of another organisation that looks like this one."""
        return self._alike.find(name)

    def add_contact(self, contact: DraftContact) -> None:
        """Draw one more contact."""
        self.contacts.append(contact)
        self._at.setdefault((contact.organisation.id, folded(contact.name)), []).append(contact)
        if contact.key:
            self._by_key[contact.key] = contact

    def find_contact(self, key: str) -> DraftContact | None:
        """Return who has this address."""
        return self._by_key.get(key)

    def list_contacts(self, organisation: DraftOrganisation, name: str) -> list[DraftContact]:
        """Return who has this name at an organisation, and is not archived."""
        found = self._at.get((organisation.id, folded(name)), [])
        return [contact for contact in found if not contact.is_archived]


@dataclass(slots=True)
class Drafts:
    """The networks that a file names, by their names, and the municipalities that there are."""

    networks: dict[str, DraftNetwork] = field(default_factory=dict[str, DraftNetwork])
    municipalities: dict[str, KnownMunicipality] = field(default_factory=dict[str, KnownMunicipality])

    def find(self, name: str) -> DraftNetwork | None:
        """Return the network of this name."""
        return self.networks.get(folded(name))

    def add_network(self, *, name: str, province: str, row: int) -> DraftNetwork:
        """Prepare a network that is not there yet, with the province of a row."""
        made = DraftNetwork(KnownNetwork(uuid4(), name, province, 1, False, False), is_new=True)
        made.row = row
        self.networks[folded(name)] = made
        return made

    def find_municipality(self, written: str) -> KnownMunicipality | None:
        """Return a municipality by code, with or without its letters, or by name."""
        code = f"GM{written.zfill(4)}" if written.isdecimal() else written
        return self.municipalities.get(folded(code))


def load(session: Session, *, network_ids: Iterable[UUID], with_municipalities: bool) -> Drafts:
    """Return networks as they are now, by six statements for each 500 of them."""
    ids = list(network_ids)
    drafts = {each.id: DraftNetwork(each, is_new=False) for each in queries.list_networks(session, network_ids=ids)}
    organisations = dict(_organisations(drafts, queries.list_organisations(session, network_ids=ids)))
    for contact in queries.list_contacts(session, network_ids=ids):
        drafts[contact.network_id].add_contact(_contact(contact, organisations[contact.organisation_id]))
    for network_id, municipality_id in queries.list_places(session, network_ids=ids):
        drafts[network_id].municipalities.add(municipality_id)
    municipalities = queries.list_municipalities(session) if with_municipalities else []
    return Drafts({folded(each.name): each for each in drafts.values()}, _named(municipalities))


def _organisations(
    drafts: dict[UUID, DraftNetwork], known: list[KnownOrganisation]
) -> Iterator[tuple[UUID, DraftOrganisation]]:
    for each in known:
        organisation = DraftOrganisation(each.id, each.name, each.kind, each.version)
        drafts[each.network_id].add_organisation(organisation)
        yield each.id, organisation


def _contact(known: KnownContact, organisation: DraftOrganisation) -> DraftContact:
    return DraftContact(
        id=known.id,
        organisation=organisation,
        name=known.name,
        address=known.address,
        key=known.key,
        language=known.language,
        job=known.job,
        names_profile=known.names_profile,
        version=known.version,
        is_archived=known.is_archived,
        is_invited=known.is_invited,
    )


def _named(municipalities: list[KnownMunicipality]) -> dict[str, KnownMunicipality]:
    found: dict[str, KnownMunicipality] = {}
    for each in municipalities:
        found.setdefault(folded(each.code), each)
        found.setdefault(folded(each.name), each)
    return found
