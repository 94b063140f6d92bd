"""Invented people: names from two lists, addresses at a domain that exists nowhere (``.example``)."""

import re
import unicodedata
from dataclasses import dataclass

FIRST_NAMES = (
    "Samira", "Joost", "Marijke", "Yusuf", "Anneke", "Wei", "Fatma", "Henk", "Lotte", "Amadou", "Griet", "Priya",
    "Willem", "Nadia", "Teun", "Soraya", "Klaas", "Zeynep", "Hanneke", "Mehmet", "Femke", "Ibrahim", "Trijntje",
    "Agnieszka", "Bram", "Rashida", "Gerrit", "Selam", "Ilse", "Omar", "Wiebe", "Chantal", "Tomasz", "Aaltje",
    "Kofi", "Marloes", "Dilan", "Sjoerd", "Lucia", "Hamid", "Petra", "Elias", "Roos", "Farid", "Nynke", "Irina",
    "Bas", "Maryam", "Jacoba", "Tariq", "Els", "Mai", "Ruud", "Esra", "Carla", "Bilal", "Tineke", "Dawit", "Sanne",
)  # fmt: skip
LAST_NAMES = (
    "Bakker", "El Amrani", "de Vries", "Yılmaz", "Jansen", "Mensah", "Hoekstra", "Ramdin", "Visser", "Kaya",
    "van Dijk", "Haddad", "Smit", "Nowak", "Dijkstra", "Tesfaye", "Meijer", "Chen", "van den Berg", "Bouali",
    "Mulder", "Wiratma", "Kuipers", "Demir", "van Leeuwen", "Sarpong", "Postma", "Aziz", "Dekker", "Ahmadi",
    "van der Meer", "Lim", "Brouwer", "Zeroual", "de Boer", "Petrova", "Scholten", "Jahangir", "Peters", "Öztürk",
    "van Vliet", "Doekhi", "Kok", "Berhane", "Veldman", "Idrissi", "Schouten", "Tahir", "Prins", "Kowalczyk",
    "van Beek", "Ceesay", "Terpstra", "Salhi", "Maas", "Nguyen", "van Dam", "Rachidi", "Blom", "Sitompul",
    "Vos",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person at an organisation of a kind; without an address of their own the answers join the total."""

    name: str
    address: str | None
    kind: str
    language: str = "nl"


def person_name(number: int) -> str:
    """Return the name of invented person ``number``; the first 3,599 are all different.

    The lists have 59 and 61 names, which share no divisor: going through both side by side meets every pair once.
    """
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {LAST_NAMES[number % len(LAST_NAMES)]}"


def person_address(name: str, organisation: str) -> str:
    """Return an address such as ``samira.bakker@bibliotheek-waterdam.example``."""
    return f"{_plain(name, '.')}@{_plain(organisation, '-')}.example"


def _plain(text: str, between: str) -> str:
    """Return ``text`` in small letters without accents, words joined by ``between``."""
    letters = unicodedata.normalize("NFKD", text.replace("ı", "i")).encode("ascii", "ignore").decode().lower()
    return between.join(re.findall(r"[a-z0-9]+", letters))
