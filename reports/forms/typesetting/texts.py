"""What people typed as it is printed: every sign of it, or something that shows that there was more."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from reports.forms.typesetting.fitting import shortened, softened
from reports.forms.typesetting.plain import printable

#: Longer than any sentence of ours, and short enough for two of them on a page.
LONGEST: Final = 2000
#: In tables and drawings there is less room.
LONGEST_INSIDE: Final = 300
#: On a map names stand beside each other.
LONGEST_NAME: Final = 40


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
        return softened(self.plain(shortened(text, LONGEST_NAME, "").rstrip()))

    def plain(self, text: str) -> str:
        """Return a text that no line of the page has to hold, such as the document's title."""
        return printable(text, self.unprintable)

    def _fitting(self, text: str, most: int) -> str:
        return softened(self.plain(shortened(text, most, self.cut)))
