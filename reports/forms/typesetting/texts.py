"""What people typed as it is printed: every sign of it, or something that shows that there was more."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from reports.forms.typesetting.fitting import shortened, softened, unbroken_numbers
from reports.forms.typesetting.plain import printable

#: Longer than any sentence of ours, and short enough for two of them on a page.
LONGEST: Final = 2000
#: In tables and drawings there is less room.
LONGEST_INSIDE: Final = 300
#: At the foot of a page there is one line.
LONGEST_FOOT: Final = 60
#: On a map names stand beside each other.
LONGEST_NAME: Final = 40
#: Above a column there are a few lines.
LONGEST_HEAD: Final = 70


@dataclass(frozen=True, slots=True)
class Texts:
    """How one document prints text: what no font has, and what is said where a text was cut."""

    unprintable: Collection[str]
    cut: str

    def running(self, text: str) -> str:
        """Return running text."""
        return self._fitting(text, LONGEST)

    def inside(self, text: str) -> str:
        """Return text inside a table or a drawing."""
        return self._fitting(text, LONGEST_INSIDE)

    def name(self, text: str) -> str:
        """Return a name where there is little room; it stands in full in the table below."""
        return softened(self._plain(shortened(text, LONGEST_NAME, "").rstrip()))

    def head(self, text: str) -> str:
        """Return what stands above a column of a drawing."""
        return softened(self._plain(shortened(text, LONGEST_HEAD, "").rstrip()))

    def foot(self, text: str) -> str:
        """Return as much of a title as fits on the line at the foot of a page."""
        return self._plain(shortened(text, LONGEST_FOOT, "").rstrip())

    def title(self, text: str) -> str:
        """Return the document's title, which stands on no line of a page."""
        return self._plain(shortened(text, LONGEST_INSIDE, self.cut))

    def _plain(self, text: str) -> str:
        return unbroken_numbers(printable(text, self.unprintable))

    def _fitting(self, text: str, most: int) -> str:
        return softened(self._plain(shortened(text, most, self.cut)))
