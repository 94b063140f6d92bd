"""E-mail addresses as people write them in a list."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from survey.importing.folding import folded
from survey.importing.sentences import Sentence, later

#: How people say that there is none.
_NONE: Final = frozenset(
    {
        *("nvt", "na", "nb", "nee", "niet", "geen", "geenemail", "geenmail", "geenemailadres", "geenmailadres"),
        *("no", "none", "onbekend", "unknown", "volgt"),
    }
)
_IN_BRACKETS: Final = re.compile(r"^(?P<name>[^<>]*)<(?P<address>[^<>]*)>[\s;,.]*$")
_AROUND: Final = " \t\r\n;,.:'\"()[]<>"


@dataclass(frozen=True, slots=True)
class WrittenAddress:
    """What a cell says: an address or none, the name that stood with it, or what is wrong with it."""

    address: str | None = None
    name: str = ""
    problem: Sentence | None = None


def read_address(written: str) -> WrittenAddress:
    """Return the one address in a cell, in small letters; whether it can be one is not looked at here."""
    text = _plain(written)
    found = _IN_BRACKETS.match(text)
    name, text = (found["name"].strip(_AROUND), found["address"]) if found else ("", text)
    if folded(text) in _NONE or not folded(text):
        return WrittenAddress(name=name)
    addresses = list(dict.fromkeys(bare for part in _split(text) if (bare := _bare(part))))
    if len(addresses) > 1:
        told = later("There are %(number)s addresses in one cell. Give each person a row.", number=len(addresses))
        return WrittenAddress(name=name, problem=told)
    return WrittenAddress(addresses[0] if addresses else text[:80], name)


def _plain(written: str) -> str:
    """Return the text composed, with spaces for what looks like one, and without signs that nobody sees."""
    text = unicodedata.normalize("NFKC", written)
    return "".join(char for char in text if unicodedata.category(char) not in ("Cf", "Cs")).strip()


def _split(text: str) -> list[str]:
    """Split where a second address can begin; spaces around the @ belong to the first."""
    joined = re.sub(r"\s*@\s*", "@", text)
    parts = re.split(r"[\s;,/|]+|(?<=\w)\s+(?:of|en|or|and|&)\s+", joined)
    return [part for part in parts if "@" in part]


def _bare(part: str) -> str:
    without = re.sub(r"(?i)^.*?mailto:", "", part.strip(_AROUND))
    return without.partition("?")[0].strip(_AROUND).casefold()
