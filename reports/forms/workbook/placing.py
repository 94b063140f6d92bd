"""Where the columns of a sheet stand, how wide they are, and how high its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any, Final

#: In characters. A first column holds the words that a row is about.
NARROWEST: Final = 9
WIDEST: Final = 24
WIDEST_FIRST: Final = 50
#: Of a sheet without a table.
WIDEST_TEXT: Final = 90
_GAP: Final = 3
#: Left and right of a text, with some room for wide letters.
_MARGINS: Final = 4
#: A heading wraps, but not within a word.
_HEADING: Final = 19

#: In points; a program refuses a higher one.
_LINE_HEIGHT: Final = 15
_HIGHEST: Final = 405
#: Texts are set a little wider than the digits in which widths are given.
_ROOM: Final = 0.92


@dataclass
class Widths:
    """The widths of one sheet's columns, by what is written into them."""

    of: dict[int, int] = field(default_factory=dict[int, int])

    def fit(self, column: int, heading: str, texts: Iterable[str], *, lines: int = 1) -> None:
        """Make a column as wide as its texts ask, within bounds; and its heading, on so many lines."""
        words = max(map(len, heading.split()), default=0)
        wanted = _MARGINS + max(words, min(-(-len(heading) // lines), _HEADING), *map(len, texts), 0)
        most = WIDEST if column else WIDEST_FIRST
        self.of[column] = max(self.of.get(column, 0), min(most, max(NARROWEST, wanted)))

    def gap(self, column: int) -> None:
        """Leave a narrow column empty."""
        self.of[column] = _GAP

    def together(self, columns: int) -> int:
        """Return how wide the first columns are together."""
        return sum(self.of.get(column, NARROWEST) for column in range(columns))

    def height(self, texts: Iterable[tuple[int, str]]) -> int:
        """Return how high a row is with these texts, each with its column."""
        return height((text, self.of.get(column, NARROWEST)) for column, text in texts)

    def set(self, sheet: Any) -> None:
        """Give the widths to a sheet."""
        for column, width in self.of.items():
            sheet.set_column(column, column, width)


@dataclass(frozen=True, slots=True)
class Zones:
    """Where the three parts of a sheet's tables begin: as printed, as numbers, how exact; the same for all of them."""

    shown: int
    numbers: int

    @classmethod
    def around(cls, tables: Sequence[tuple[int, int]]) -> "Zones":
        """Make room for tables of so many columns, and so many columns of numbers."""
        return cls(max((shown for shown, _ in tables), default=1), max((numbers for _, numbers in tables), default=0))

    @property
    def first_number(self) -> int:
        """The column in which numbers begin."""
        return self.shown + 1

    @property
    def first_exactness(self) -> int:
        """The column in which it begins to say how exact they are."""
        return self.first_number + self.numbers + 1


def height(cells: Iterable[tuple[str, int]]) -> int:
    """Return how high a row must be for its texts, each with the width that it has; programs do not find it out.

    Examples
    --------
    >>> height([("Rollen", 20), ("Wie doet dit nu, volgens de invullers", 24)])
    30
    """
    lines = max((len(wrap(text, max(1, int(width * _ROOM)))) for text, width in cells), default=1)
    return min(_HIGHEST, _LINE_HEIGHT * max(1, lines))
