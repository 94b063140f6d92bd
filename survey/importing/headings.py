"""Which column is what: headings as people write them, Dutch and English."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from survey.importing.folding import folded
from survey.importing.grid import Line
from survey.importing.limits import HEADING_ROWS

Column = Literal[
    "network",
    "province",
    "municipalities",
    "organisation",
    "kind",
    "name",
    "first_name",
    "infix",
    "last_name",
    "address",
    "language",
    "job",
    "names_profile",
]

#: How a column may be called, the first of each as our own template calls it; capitals, spaces and signs do not count.
SPELLINGS: Final[dict[Column, str]] = {
    "network": "netwerk, network, naam netwerk, taalnetwerk, naam taalnetwerk, network name, name of network",
    "province": "provincie, province",
    "municipalities": (
        "gemeenten, municipalities, gemeente, municipality, gemeentecode, gemeentecodes, gemeente(n), werkgebied"
    ),
    "organisation": (
        "organisatie, organisation, organization, naam organisatie, organisatienaam, naam van de organisatie, "
        "naam partner, partner, partnerorganisatie, partner organisatie, partner organisation, instelling, "
        "naam instelling, bedrijf, bedrijfsnaam, werkgever, company, organisation name, name of organisation"
    ),
    "kind": (
        "soort partner, kind of partner, soort, type, type partner, soort organisatie, type organisatie, "
        "organisatiesoort, organisatietype, categorie, sector, kind, partner type, kind of organisation, "
        "organisation type, type of organisation, category"
    ),
    "name": (
        "naam, name, naam contactpersoon, contactpersoon, contact, naam contact, volledige naam, voor- en achternaam, "
        "persoon, medewerker, deelnemer, full name, contact name, contact person, weergavenaam, display name"
    ),
    "first_name": "voornaam, first name, roepnaam, voornamen, given name, voorletters, initials, forename",
    "infix": "tussenvoegsel, infix, tussenvoegsels, tussenv, tv, voorvoegsel, prefix, middle name",
    "last_name": "achternaam, last name, familienaam, surname, family name",
    "address": (
        "e-mailadres, e-mail address, e-mail, mail, mailadres, email adres, e-mail contactpersoon, e-mailadressen, "
        "mailaddress, e-mail werk, zakelijk e-mailadres, emailadres contactpersoon"
    ),
    "language": "taal, language, voorkeurstaal, taal contactpersoon, taal van de uitnodiging, preferred language",
    "job": (
        "functie, job, functienaam, rol, functie contactpersoon, job title, role, function, position, functietitel, "
        "beroep"
    ),
    "names_profile": (
        "namens organisatie, on behalf of organisation, namens de organisatie, vult namens organisatie in, "
        "organisatieprofiel, profiel, spreekt namens organisatie, on behalf, on behalf of the organisation, "
        "organisation profile"
    ),
}

_COLUMNS: Final[dict[str, Column]] = {
    folded(spelling): column for column, all_ in SPELLINGS.items() for spelling in all_.split(", ")
}

#: One of these has to be there: without them, a row says who nobody is.
_TELLING: Final = frozenset({"organisation", "name", "last_name", "address"})


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand, and what is below them; ``twice`` and ``unknown`` as they are written."""

    row: int
    columns: dict[Column, int]
    twice: tuple[str, ...]
    unknown: tuple[str, ...]


def find_headings(lines: list[Line]) -> Headings | None:
    """Return the row near the top that reads most like headings; ``None`` when none does."""
    near = [line for line in lines if line.number <= HEADING_ROWS]
    found = [headings for line in near if (headings := _read(line)) is not None]
    return max(found, key=lambda headings: len(headings.columns), default=None)


def count_headings(lines: list[Line]) -> int:
    """Return how many columns are known by the best row of headings."""
    found = find_headings(lines)
    return len(found.columns) if found else 0


def _read(line: Line) -> Headings | None:
    columns: dict[Column, int] = {}
    twice: list[str] = []
    unknown: list[str] = []
    for place, written, column in _known(line):
        if column is None:
            unknown.append(written)
        elif column in columns:
            twice.append(written)
        else:
            columns[column] = place
    if len(columns) < 2 or not _TELLING & columns.keys():
        return None
    return Headings(line.number, columns, tuple(twice), tuple(unknown))


def _known(line: Line) -> Iterator[tuple[int, str, Column | None]]:
    for place, written in sorted(line.cells.items()):
        yield place, " ".join(written.split())[:60], _COLUMNS.get(folded(written))
