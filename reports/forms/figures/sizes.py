"""How much room text takes on the page, and how it is folded into lines."""

from functools import lru_cache
from textwrap import wrap
from typing import Final, Literal

#: ``broad`` has the labels at the left, for 44rem and wider; ``slim`` has them above the rows.
Form = Literal["broad", "slim"]

#: The narrowest place that the slim drawing gets: a page of 320 pixels less its edges.
NARROWEST: Final = 284
#: The same of the broad drawing: a page of 44rem less its edges.
NARROWEST_BROAD: Final = 726
#: Between a label and what stands at its right.
AIR: Final = 8
#: The width of an average character in words and numbers, in parts of the type size.
_CHARACTER: Final = 0.48
#: How many folded texts are kept: labels are those of questionnaires, and come back in every report.
_FOLDED: Final = 2048


def wide(text: str, size: int) -> int:
    """Return about how many pixels a text takes."""
    return round(len(text) * size * _CHARACTER)


@lru_cache(_FOLDED)
def fold(text: str, characters: int) -> tuple[str, ...]:
    """Break a text into lines; at least one, which may be empty."""
    return tuple(wrap(text, characters)) or ("",)
