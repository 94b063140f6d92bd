"""Which contact a row is about: by address, else by name at the organisation; and what changes of that person."""

from uuid import uuid4

from survey.importing.sentences import Sentence, later
from survey.services.importing.drafts import DraftContact, DraftNetwork, DraftOrganisation
from survey.services.importing.plans import Change, PlannedRow
from survey.services.importing.wishes import Wish


def find(network: DraftNetwork, organisation: DraftOrganisation, wish: Wish) -> DraftContact | Sentence | None:
    """Return the contact of a row, the reason why the row is skipped, or ``None`` for somebody new."""
    known = network.find_contact(wish.key) if wish.key else None
    if known is None:
        known = _find_by_name(network, organisation, wish)
    if not isinstance(known, DraftContact):
        return known
    if known.is_archived:
        return later("This person is archived. Take that back on the page of the network first.")
    return _twice(known, wish) if known.row is not None else known


def _twice(known: DraftContact, wish: Wish) -> Sentence:
    if wish.key and wish.key == known.key:
        return later("The address is in row %(row)s already.", row=known.row)
    return later("The same name at the same organisation is in row %(row)s already.", row=known.row)


def _find_by_name(network: DraftNetwork, organisation: DraftOrganisation, wish: Wish) -> DraftContact | Sentence | None:
    """Return who has the name; whose address stands in the file as well is somebody else, if the row has an address."""
    found = network.list_contacts(organisation, wish.name)
    if wish.key:
        found = [contact for contact in found if contact.key is None or contact.key not in network.keys_in_file]
    if len(found) > 1:
        return later("There are %(number)s people of this name at the organisation.", number=len(found))
    return found[0] if found else None


def draw_new(network: DraftNetwork, organisation: DraftOrganisation, wish: Wish, row: PlannedRow) -> None:
    """Draw a contact that is not there yet."""
    contact = DraftContact(
        id=uuid4(),
        organisation=organisation,
        name=wish.name,
        address=wish.address,
        key=wish.key,
        language=wish.language or "nl",
        job=wish.job,
        names_profile=bool(wish.names_profile),
        row=wish.number,
    )
    network.add_contact(contact)
    row.adds.append("contact")


def draw_changes(
    network: DraftNetwork, organisation: DraftOrganisation, contact: DraftContact, wish: Wish, row: PlannedRow
) -> None:
    """Change what the row has and the contact has not; an empty cell changes nothing."""
    contact.row = wish.number
    before = len(row.changes)
    _change_text(contact, "name", wish.name, row)
    _change_text(contact, "job", wish.job, row)
    _change_text(contact, "language", wish.language or "", row)
    if wish.names_profile is not None and wish.names_profile != contact.names_profile:
        row.changes.append(Change("names_profile", str(int(contact.names_profile)), str(int(wish.names_profile))))
        contact.names_profile = wish.names_profile
    _change_address(contact, wish, row)
    _move(contact, organisation, row)
    contact.is_changed = contact.is_changed or len(row.changes) > before


def _change_text(contact: DraftContact, field: str, wanted: str, row: PlannedRow) -> None:
    old = getattr(contact, field)
    if wanted and wanted != old:
        row.changes.append(Change(field, old, wanted))
        setattr(contact, field, wanted)


def _change_address(contact: DraftContact, wish: Wish, row: PlannedRow) -> None:
    """Change an address; never that of who is invited into an open round, whose link went there."""
    if wish.address is None or wish.address.casefold() == (contact.address or "").casefold():
        return
    if contact.is_invited:
        row.reasons.append(
            later("The address stays as it is: this person is invited to a round that is open. Change it after that.")
        )
        return
    row.changes.append(Change("address", contact.address or "", wish.address))
    contact.address, contact.key = wish.address, wish.key


def _move(contact: DraftContact, organisation: DraftOrganisation, row: PlannedRow) -> None:
    if organisation.id == contact.organisation.id:
        return
    if contact.is_invited:
        row.reasons.append(
            later(
                "This person stays at “%(name)s”, and is invited to a round that is open. Change it after that.",
                name=contact.organisation.name,
            )
        )
        return
    row.changes.append(Change("organisation", contact.organisation.name, organisation.name))
    contact.organisation = organisation
