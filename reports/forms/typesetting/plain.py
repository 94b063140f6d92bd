"""Anything as the data that templates draw: text only ever travels as data, never as markup."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from reports.look import FONT, TOKENS

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

#: Stands where a character cannot be printed.
REPLACEMENT = "?"

#: Unicode categories that are no text: control and formatting characters (also those that turn the direction of
#: what follows), and code points without a meaning.
_NOT_TEXT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
#: Formatting characters that hold one sign together, as in an emoji of a family.
_JOINERS = frozenset("\u200c\u200d")
#: What the fonts have for certain: the letters of Western and Central Europe, and the signs that our own texts use.
_CERTAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x17F)))) - set("ŉµĸĿŀŊŋŦŧ")
_SIGNS = frozenset("–—‘’‚“”„…•€≤≥−×\n\u200b\u2060\u00a0")
#: Text in which there is nothing to replace, as nearly all of it is.
_USUAL = re.compile("[ -~\xa1-\xac\xae-\u017e–—‘’‚“”„…•€≤≥−×]*")


def look() -> dict[str, Json]:
    """Return the font and the colours."""
    return {"font": FONT, "colours": {name: token.light for name, token in TOKENS.items()}}


def printable(text: str, unprintable: Collection[str] = ()) -> str:
    """Return a text without control and formatting characters, and with what no font has made visible."""
    if not unprintable and _USUAL.fullmatch(text):
        return text
    spaced = "".join(" " if character.isspace() else character for character in text)
    text = "".join(each for each in spaced if each in _JOINERS or unicodedata.category(each) not in _NOT_TEXT)
    for cluster in sorted(unprintable, key=len, reverse=True):
        text = text.replace(cluster, REPLACEMENT)
    return text


def beyond_doubt(character: str) -> bool:
    """Whether the fonts have a character for certain."""
    return character in _CERTAIN or character in _SIGNS


def plain(value: object, text: Callable[[str], str]) -> Json:
    """Return any part of a document as JSON; a dataclass names its kind, so that the templates can choose."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        parts: Mapping[str, Json] = {each.name: plain(getattr(value, each.name), text) for each in fields(value)}
        return {"type": type(value).__name__, **parts}
    return [plain(each, text) for each in cast("Sequence[object]", value)]
