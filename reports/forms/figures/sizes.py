"""How much room text takes on the page, and how it is folded into lines."""

import re
from functools import lru_cache
from textwrap import wrap
from typing import Final, Literal

#: ``broad`` has the labels at the left, for 48rem and wider; ``slim`` has them above the rows.
Form = Literal["broad", "slim"]

#: The narrowest place that the slim drawing gets: a page of 320 pixels less its edges.
NARROWEST: Final = 284
#: The same of the broad drawing: a page of 768 pixels (48rem of 16, whatever the letters are) less its edges and a bar.
NARROWEST_BROAD: Final = 690
#: Between a label and what stands at its right.
AIR: Final = 8
#: The width of an average character in words and numbers, in parts of the type size.
_CHARACTER: Final = 0.48
#: How many folded texts are kept: labels are those of questionnaires, and come back in every report.
_FOLDED: Final = 2048

#: What ``fold`` keeps together: up to a space, or with a hyphen at its end.
_PIECE: Final = re.compile(r"[^\s-]+-?")


def wide(text: str, size: int) -> int:
    """Return about how many pixels a text takes."""
    return round(len(text) * size * _CHARACTER)


@lru_cache(_FOLDED)
def fold(text: str, characters: int) -> tuple[str, ...]:
    """Break a text into lines; at least one, which may be empty."""
    return tuple(wrap(text, characters)) or ("",)


def fold_words(text: str, characters: int) -> tuple[str, ...]:
    """Break a text into lines; a word that fits on none of them into equal pieces, with hyphens."""
    return fold(_PIECE.sub(lambda piece: _hyphened(piece[0], characters), text), characters)


def longest(text: str) -> int:
    """Return how many characters there are at most between two places where a text may be broken."""
    return max(map(len, _PIECE.findall(text)), default=0)


def _hyphened(piece: str, characters: int) -> str:
    if len(piece) <= characters:
        return piece
    size = _shared(len(piece), _shared(len(piece), characters - 1))
    return "- ".join(piece[start : start + size] for start in range(0, len(piece), size))


def _shared(length: int, pieces: int) -> int:
    return -(-length // pieces)
