"""The rows of a file against what is known, into a plan; nothing is written here."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from survey.importing.alike import same_key
from survey.importing.folding import folded
from survey.importing.reading import Row
from survey.importing.sentences import Sentence
from survey.queries import importing as queries
from survey.queries.people import Reach
from survey.services.importing import contacts, drafts, networks, organisations
from survey.services.importing.drafts import DraftNetwork, Drafts
from survey.services.importing.networks import Finder
from survey.services.importing.organisations import Kinds
from survey.services.importing.plans import Plan, PlannedRow
from survey.services.importing.wishes import Unclear, Wish, read_wish


@dataclass(frozen=True, slots=True)
class Target:
    """What a file is for: one network, or, without one, those within reach that the rows name."""

    reach: Reach
    network_id: UUID | None


def plan(session: Session, rows: Iterable[Row], *, target: Target, lock: bool = False) -> Plan:
    """Return what carrying out these rows would do now; ``lock``: no other import may change it meanwhile."""
    read = [read_wish(row) for row in rows]
    wishes = [each for each in read if isinstance(each, Wish)]
    network_ids = _named_networks(session, wishes, target)
    if lock:
        queries.lock_networks(session, network_ids=network_ids)
    has_places = target.network_id is None and any(wish.municipalities for wish in wishes)
    known = drafts.load(session, network_ids=network_ids, with_municipalities=has_places)
    planner = _Planner(known, wishes, target)
    return Plan([planner.unclear(each) if isinstance(each, Unclear) else planner.row(each) for each in read], known)


def _named_networks(session: Session, wishes: list[Wish], target: Target) -> list[UUID]:
    if target.network_id is not None:
        return [target.network_id]
    wanted = {folded(wish.network) for wish in wishes}
    return [
        network_id for network_id, name in queries.list_names(session, reach=target.reach) if folded(name) in wanted
    ]


class _Planner:
    """Goes through the wishes in their order, and draws each on the networks."""

    def __init__(self, known: Drafts, wishes: list[Wish], target: Target) -> None:
        self._drafts = known
        self._is_for_one = target.network_id is not None
        one = next(iter(known.networks.values()), None) if self._is_for_one else None
        self._find_network: Finder = networks.only(one) if one else networks.Named(known, wishes)
        self._network_of = {wish.number: folded(one.name if one else wish.network) for wish in wishes}
        self._kinds: Kinds = organisations.kinds_in_file(wishes, self._network_of)
        self._keys: dict[str, set[str]] = {}
        for wish in wishes:
            if wish.key:
                self._keys.setdefault(self._network_of[wish.number], set()).add(wish.key)

    def unclear(self, unclear: Unclear) -> PlannedRow:
        """Return a row of which nothing is done."""
        row = PlannedRow(unclear.number, unclear.network, unclear.organisation, unclear.name)
        row.reasons += unclear.reasons
        return row

    def row(self, wish: Wish) -> PlannedRow:
        """Draw one wish; a row that is skipped leaves nothing behind, no organisation and no network."""
        row = PlannedRow(wish.number, wish.network, wish.organisation, wish.name)
        row.remarks += wish.remarks
        row.reasons += wish.left_out
        network = self._find_network(wish, row)
        if network is not None:
            row.network = network.name
            network.keys_in_file = self._keys.get(self._network_of[wish.number], set())
            self._draw(network, wish, row)
        return row

    def _draw(self, network: DraftNetwork, wish: Wish, row: PlannedRow) -> None:
        given = self._kinds.get((self._network_of[wish.number], same_key(wish.organisation)))
        organisation = organisations.find_or_make(network, wish, row, given)
        contact = contacts.find(network, organisation, wish) if organisation and wish.name else None
        if isinstance(contact, Sentence):
            row.reasons.append(contact)
        if organisation is None or isinstance(contact, Sentence):
            return
        self._draw_network(network, wish, row)
        if network.find_organisation(organisation.name) is None:
            organisations.draw(network, organisation, row)
        organisations.draw_kind(network, organisation, wish, row)
        if contact is not None:
            contacts.draw_changes(network, organisation, contact, wish, row)
        elif wish.name:
            contacts.draw_new(network, organisation, wish, row)

    def _draw_network(self, network: DraftNetwork, wish: Wish, row: PlannedRow) -> None:
        if self._is_for_one:
            return
        networks.draw(network, row)
        networks.draw_province(network, wish, row)
        networks.draw_municipalities(self._drafts, network, wish, row)
