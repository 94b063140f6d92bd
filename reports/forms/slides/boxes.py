"""Where things stand on a slide: in EMU, of which there are 36,000 in a millimetre and 12,700 in a point."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

MM: Final = 36_000
POINT: Final = 12_700


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.top + self.height

    def inset(self, across: int, down: int) -> "Box":
        """Return the box within a border."""
        return Box(self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down)

    def upper(self, height: int) -> "Box":
        """Return its upper part."""
        return replace(self, height=height)

    def below(self, height: int) -> "Box":
        """Return what is left below its upper part."""
        return replace(self, top=self.top + height, height=self.height - height)

    def columns(self, parts: Sequence[int], gap: int = 0) -> "list[Box]":
        """Return boxes beside each other, as wide as their parts of the whole."""
        room, left, found = self.width - gap * (len(parts) - 1), self.left, list[Box]()
        for part in parts:
            found.append(replace(self, left=left, width=room * part // sum(parts)))
            left = found[-1].right + gap
        return found

    def rows(self, number: int, gap: int = 0) -> "list[Box]":
        """Return boxes of one height below each other."""
        height = (self.height - gap * (number - 1)) // number
        return [replace(self, top=self.top + each * (height + gap), height=height) for each in range(number)]


SLIDE: Final = Box(0, 0, 12_192_000, 6_858_000)
#: Between the edges of the slide, below the title and above the feet; as the master's.
BODY: Final = Box(16 * MM, 33 * MM, SLIDE.width - 32 * MM, 142 * MM)
