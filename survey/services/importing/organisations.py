"""Which partner organisation a row is about, and of which kind it is."""

from uuid import uuid4

from survey.importing.alike import same_key
from survey.importing.sentences import later
from survey.services.importing.drafts import DraftNetwork, DraftOrganisation
from survey.services.importing.plans import Change, PlannedRow
from survey.services.importing.wishes import Wish

#: The kinds that the file itself gives for organisations, with the row that does: for rows that leave the kind out.
Kinds = dict[tuple[str, str], tuple[str, int]]


def kinds_in_file(wishes: list[Wish], network_of: dict[int, str]) -> Kinds:
    """Return the first kind that a file gives for each organisation of each network."""
    found: Kinds = {}
    for wish in wishes:
        if wish.kind:
            found.setdefault((network_of[wish.number], same_key(wish.organisation)), (wish.kind, wish.number))
    return found


def find_or_make(
    network: DraftNetwork, wish: Wish, row: PlannedRow, given: tuple[str, int] | None
) -> DraftOrganisation | None:
    """Return the organisation of a row, not drawn yet when it is new; none, with the reason, without a kind."""
    known = network.find_organisation(wish.organisation)
    if known is not None:
        if known.name != wish.organisation:
            row.remarks.append(
                later(
                    "“%(written)s” is taken for “%(known)s”, which is the same but for how it is written.",
                    written=wish.organisation,
                    known=known.name,
                )
            )
        return known
    if given is None:
        row.reasons.append(later("The organisation is new, and its kind of partner is not filled in."))
        return None
    kind, decided_by = given
    return DraftOrganisation(uuid4(), wish.organisation, kind, row=decided_by)


def draw(network: DraftNetwork, organisation: DraftOrganisation, row: PlannedRow) -> None:
    """Draw a new organisation; one that looks like another one is told."""
    near = network.looks_like(organisation.name)
    if near is not None:
        row.remarks.append(
            later(
                "“%(name)s” looks like “%(near)s”. Is it the same? Then give both the same name in the file.",
                name=organisation.name,
                near=near,
            )
        )
    network.add_organisation(organisation)
    row.organisation = organisation.name
    row.adds.append("organisation")


def draw_kind(network: DraftNetwork, organisation: DraftOrganisation, wish: Wish, row: PlannedRow) -> None:
    """Change the kind of an organisation to that of the first row that gives one; not while a round is open."""
    if wish.kind is None:
        return
    if organisation.row is not None:
        if organisation.row != wish.number and organisation.kind != wish.kind:
            row.remarks.append(
                later(
                    "Row %(row)s gives this organisation another kind of partner; that one counts.",
                    row=organisation.row,
                )
            )
        return
    organisation.row = wish.number
    if organisation.kind == wish.kind:
        return
    if network.has_open_round:
        row.reasons.append(later("A round is open. The kind of partner can be changed after it has closed."))
        return
    row.changes.append(Change("kind", organisation.kind, wish.kind))
    organisation.kind, organisation.is_changed = wish.kind, True
