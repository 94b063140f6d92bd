"""Find in own words what says who somebody is: names, addresses, phone numbers. A proposal; the adviser decides."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["name", "mail", "phone", "place"]

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"(?<![\w+])(?:\+|\(?0)\d?[\d\s().-]{6,}\d(?!\w)")
_FEWEST_DIGITS, _MOST_DIGITS = 9, 15
_POSTCODE: Final = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")
_STREET: Final = re.compile(
    r"\b[A-Z]\w+(?:straat|weg|laan|plein|gracht|kade|dijk|dreef|hof|singel|steeg|pad|park|markt) \d+\w?\b"
)
#: Small words within a name: "Jan van der Berg".
_BETWEEN: Final = r"(?:van|de|der|den|het|ten|ter|te|el|al|in|'t|von|di|da|la|bin|ben)"
_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
#: How people are addressed; what follows is a name: "mevrouw De Vries".
_TITLED: Final = re.compile(
    rf"\b(?i:mevrouw|mevr|mw|meneer|mijnheer|de heer|dhr|juf|meester|wethouder|burgemeester|mrs|ms|mr)\.? "
    rf"((?:(?i:{_BETWEEN}) )*{_CAPITAL}(?: {_CAPITAL})*)"
)
#: A word with a capital that no sentence begins with: "vraag het Jan".
_LONE: Final = re.compile(rf"(?<=[\wà-öø-þ,;)] )({_CAPITAL})")
_PAIR: Final = re.compile(rf"\b({_CAPITAL})((?: {_BETWEEN})*(?: {_CAPITAL})+)")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that a sentence begins with, and no name.
_NO_NAMES: Final = _words(
    "de het een en in op aan bij van voor met maar want dus als dan er dat die dit deze wij we ik je jij jullie zij ze "
    "hij onze ons mijn hun alle elke ook nu soms vaak meer geen the a an and we i our in at but with",
)
#: Words with a capital that are no names of people: languages, and what they belong to.
_KNOWN: Final = _words(
    "nederland nederlands nederlandse nederlanders nederlander engels arabisch turks frans duits pools spaans "
    "oekraïens dutch english arabic turkish european europa europese taalhuis taalpunt taalnetwerk digitaalhuis",
)
#: The shortest part of a name that is looked for by itself.
_SHORTEST: Final = 3
_SMALL: Final = re.compile(rf"{_BETWEEN}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a text that may say who somebody is: from ``start`` up to ``end``."""

    start: int
    end: int
    kind: Kind


def find_marks(text: str, *, people: Iterable[str], organisations: Iterable[str]) -> list[Mark]:
    """Return what may have to go, from the first on; marks do not overlap.

    Parameters
    ----------
    people, organisations
        The names of the network: of people also first name and surname by themselves, written with a capital.
    """
    found = sorted(_find(text, people, organisations), key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    for mark in found:
        if kept and mark.start < kept[-1].end:
            kept[-1] = Mark(kept[-1].start, max(kept[-1].end, mark.end), kept[-1].kind)
        else:
            kept.append(mark)
    return kept


def without(text: str, marks: Sequence[Mark], instead: Mapping[Kind, str]) -> str:
    """Return the text with a word in the place of each mark.

    >>> without("Vraag het Noor.", [Mark(10, 14, "name")], {"name": "[naam]"})
    'Vraag het [naam].'
    """
    return "".join(instead[mark.kind] if mark else piece for piece, mark in pieces(text, marks))


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """Cut a text into what is marked and what is not, in order."""
    at = 0
    for mark in marks:
        if text[at : mark.start]:
            yield text[at : mark.start], None
        yield text[mark.start : mark.end], mark
        at = mark.end
    if text[at:]:
        yield text[at:], None


def _find(text: str, people: Iterable[str], organisations: Iterable[str]) -> Iterator[Mark]:
    yield from _matches(_MAIL, text, "mail")
    for pattern in (_POSTCODE, _STREET):
        yield from _matches(pattern, text, "place")
    yield from (mark for mark in _matches(_PHONE, text, "phone") if _is_number(text[mark.start : mark.end]))
    full, parts = [*organisations], set[str]()
    for name in people:
        full.append(name)
        parts |= {part for part in name.split() if len(part) >= _SHORTEST and not _SMALL.match(part)}
    yield from _names(text, full, re.IGNORECASE)
    yield from _names(text, [part[:1].upper() + part[1:] for part in parts], re.NOFLAG)
    yield from _pairs(text)
    yield from (Mark(*found.span(1), "name") for found in _TITLED.finditer(text))
    yield from (Mark(*found.span(), "name") for found in _LONE.finditer(text) if _may_be_a_name(found[1]))


def _matches(pattern: re.Pattern[str], text: str, kind: Kind) -> Iterator[Mark]:
    return (Mark(*found.span(), kind) for found in pattern.finditer(text))


def _may_be_a_name(word: str) -> bool:
    return not word.isupper() and word.lower() not in _KNOWN


def _is_number(text: str) -> bool:
    return _FEWEST_DIGITS <= sum(char.isdecimal() for char in text) <= _MOST_DIGITS


def _names(text: str, names: Sequence[str], flags: re.RegexFlag) -> Iterator[Mark]:
    """Find whole names, also as "Noors" and "Noor's"."""
    known = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if known:
        either = "|".join(map(re.escape, known))
        yield from _matches(re.compile(rf"\b(?:{either})(?:['’]?s)?(?!\w)", flags), text, "name")


def _pairs(text: str) -> Iterator[Mark]:
    """Find words with a capital beside each other; a sentence's first word is no name by its capital alone."""
    for found in _PAIR.finditer(text):
        start = found.start()
        if found[1].lower() in _NO_NAMES:
            rest = _PAIR.match(text, found.start(2) + 1)
            if rest is None:
                continue
            start = rest.start()
        yield Mark(start, found.end(), "name")
