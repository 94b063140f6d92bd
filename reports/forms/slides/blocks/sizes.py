"""The type in the rows of a table."""

from collections.abc import Iterable
from typing import Final

from reports.forms.slides.fitting import breadth, depth, fitted

#: From what reads well on a wall to what can be read at all.
SIZES: Final = (16, 15, 14, 13, 12, 11, 10, 9, 8)


def largest(texts: Iterable[str], width: int, height: int, *, strong: bool = False) -> int:
    """Return the largest type at which each of the texts fits a place of its own."""
    longest = list(texts)
    for size in SIZES:
        if all(depth([text], width=width, size=size, strong=strong) <= height for text in longest):
            return size
    return SIZES[-1]


def unbroken(texts: Iterable[str], width: int) -> int:
    """Return the largest type at which no word of the texts is wider than a place."""
    words = [word for text in texts for word in text.split()]
    return next((size for size in SIZES if all(breadth(word, size) <= width for word in words)), SIZES[-1])


def within(text: str, width: int, height: int, size: int, *, strong: bool = False) -> str:
    """Return a text as far as it fits a place at a size, with a mark where it was cut."""
    return fitted([text], width=width, height=height, sizes=(size,), strong=strong).texts[0]
