"""Which network a row is for: the one that the file is for, one that is named, or a new one."""

from collections.abc import Callable

from survey.importing.folding import folded
from survey.importing.sentences import later
from survey.services.importing.drafts import DraftNetwork, Drafts
from survey.services.importing.plans import Change, PlannedRow
from survey.services.importing.wishes import Wish

#: Finds the network of a row; none, with the reason at the row, when there is none for it.
Finder = Callable[[Wish, PlannedRow], DraftNetwork | None]


def only(network: DraftNetwork) -> Finder:
    """Return how rows find the one network that a file is for."""

    def find(wish: Wish, row: PlannedRow) -> DraftNetwork | None:
        if wish.network and folded(wish.network) != folded(network.name):
            row.reasons.append(later("This row is for another network: “%(network)s”.", network=wish.network))
            return None
        return _not_archived(network, row)

    return find


class Named:
    """Finds networks by the names in the rows; makes them, when any row names a province."""

    def __init__(self, drafts: Drafts, wishes: list[Wish]) -> None:
        self._drafts = drafts
        self._provinces: dict[str, tuple[str, int]] = {}
        for wish in wishes:
            if wish.province:
                self._provinces.setdefault(folded(wish.network), (wish.province, wish.number))

    def __call__(self, wish: Wish, row: PlannedRow) -> DraftNetwork | None:
        """Return the network of a row."""
        if not folded(wish.network):
            row.reasons.append(later("There is no network in this row."))
            return None
        known = self._drafts.find(wish.network)
        if known is not None:
            return _not_archived(known, row)
        given = self._provinces.get(folded(wish.network))
        if given is None:
            row.reasons.append(
                later(
                    "You have no network “%(network)s”. Give its province if it has to be made.", network=wish.network
                )
            )
            return None
        province, decided_by = given
        return self._drafts.add_network(name=wish.network, province=province, row=decided_by)


def _not_archived(network: DraftNetwork, row: PlannedRow) -> DraftNetwork | None:
    if network.is_archived:
        row.reasons.append(later("The network “%(network)s” is archived.", network=network.name))
        return None
    return network


def draw(network: DraftNetwork, row: PlannedRow) -> None:
    """Draw a new network, by the first row for it that is not skipped."""
    if not network.is_drawn:
        network.is_drawn = True
        row.adds.append("network")


def draw_province(network: DraftNetwork, wish: Wish, row: PlannedRow) -> None:
    """Change a network's province to that of the first row that names one."""
    if wish.province is None:
        return
    if network.row is None:
        if network.province != wish.province:
            row.changes.append(Change("province", network.province, wish.province))
            network.province, network.is_changed = wish.province, True
        network.row = wish.number
    elif network.province != wish.province:
        row.remarks.append(
            later("Row %(row)s has another province for this network; that one counts.", row=network.row)
        )


def draw_municipalities(drafts: Drafts, network: DraftNetwork, wish: Wish, row: PlannedRow) -> None:
    """Add the municipalities that a network does not have yet; none is taken away."""
    for written in wish.municipalities:
        known = drafts.find_municipality(written)
        if known is None:
            row.remarks.append(later("We know no municipality “%(text)s”: it was left out.", text=written[:60]))
        elif known.id not in network.municipalities:
            network.municipalities.add(known.id)
            network.new_municipalities.append(known.id)
            if not network.is_new:
                row.changes.append(Change("municipality", "", known.name))
