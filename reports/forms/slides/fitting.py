"""Whether words fit: offices disagree about shrinking text, so that it is done before they see it.

A slide opens with whatever font the machine has when it lacks ours. So words are measured by the widths of a wide
font, DejaVu Sans, which LibreOffice takes: what fits with it fits with ours.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reports.forms.slides.boxes import POINT

#: The height of a line, and the air between two paragraphs, in parts of the type size.
LINE: Final = 1.25
AIR: Final = 0.45
#: What bold type needs more.
_BOLD: Final = 1.12
#: More characters than any slide can hold.
_LONGEST: Final = 3000
#: What stands for the rest of a text that does not fit at any size.
CUT: Final = " …"

_NARROW: Final = frozenset(" ijlftrI.,:;'’‘!|()[]-/")
_WIDE: Final = frozenset("mwMWQOG@%—–…&=+<>≤≥~±→←")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Texts at a size at which they fit; ``is_cut`` when something had to be left out."""

    texts: tuple[str, ...]
    size: int
    is_cut: bool = False


def fitted(texts: Sequence[str], *, width: int, height: int, sizes: Sequence[int], strong: bool = False) -> Fitted:
    """Return paragraphs at the largest of the sizes at which they fit a place, or cut at the smallest one."""
    for size in sizes:
        if depth(texts, width=width, size=size, strong=strong) <= height:
            return Fitted(tuple(texts), size)
    size = min(sizes)
    return Fitted(tuple(_cut(texts, width, height, size, strong)), size, is_cut=True)


def depth(texts: Sequence[str], *, width: int, size: int, strong: bool = False) -> int:
    """Return how much height paragraphs need, in EMU."""
    number = sum(lines(text, width=width, size=size, strong=strong) for text in texts)
    return round((number * LINE + max(0, len(texts) - 1) * AIR) * size * POINT)


def breadth(text: str, size: int, *, strong: bool = False) -> int:
    """Return how wide a text is on one line, in EMU."""
    return round(sum(map(_em, text)) * size * POINT * (_BOLD if strong else 1))


def lines(text: str, *, width: int, size: int, strong: bool = False) -> int:
    """Return how many lines a paragraph takes; a word that is too long for a line is broken."""
    room = width / (size * POINT * (_BOLD if strong else 1))
    number, taken = 1, 0.0
    for word in text.split(" "):
        needed = sum(map(_em, word))
        if taken and taken + _em(" ") + needed > room:
            number, taken = number + 1, 0.0
        broken, rest = divmod(taken + (_em(" ") if taken else 0) + needed, max(room, 1))
        number, taken = number + int(broken), rest
    return number


def _cut(texts: Sequence[str], width: int, height: int, size: int, strong: bool) -> list[str]:
    """Return as many paragraphs as fit, the last one as far as it fits, and a mark that there was more."""
    kept = list[str]()
    for text in texts:
        if depth([*kept, text], width=width, size=size, strong=strong) > height:
            return [*kept, _shortened(kept, text, width, height, size, strong)]
        kept.append(text)
    return kept


def _shortened(kept: Sequence[str], text: str, width: int, height: int, size: int, strong: bool) -> str:
    """Return the longest beginning of a text that fits; found by halving, for texts can be very long."""
    fits, fails = 0, min(len(text), _LONGEST)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        tried = [*kept, text[:middle].rstrip() + CUT]
        is_fitting = depth(tried, width=width, size=size, strong=strong) <= height
        fits, fails = (middle, fails) if is_fitting else (fits, middle)
    return _whole_words(text, fits).rstrip(" ,;") + CUT


def _whole_words(text: str, fits: int) -> str:
    """Return the beginning of a text up to the last word that fits whole; of a single long word what fits."""
    ends_a_word = text[fits : fits + 1] in ("", " ")
    kept = text[:fits] if ends_a_word else text[:fits].rpartition(" ")[0]
    return kept or text[:fits]


@cache
def _em(character: str) -> float:
    """Return the width of a character in parts of the type size."""
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF" or unicodedata.category(character) == "So":
        return 1.3
    if character in _NARROW:
        return 0.36
    if character in _WIDE:
        return 0.9
    return 0.7 if character.isupper() else 0.62
