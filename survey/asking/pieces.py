"""Drawn pages in pieces: drawn once for everybody, with gaps that are filled for each."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

#: Marks a gap in a drawn page; it passes through addresses and escaping unchanged, and nobody can guess it.
_NONCE = secrets.token_hex(8)
_GAP = re.compile(f"~{_NONCE}~(.*?)~")


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page in pieces: text, name of a gap, text, name of a gap, ..., text."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, drawn: str) -> "DrawnPage":
        """Cut what was drawn at its gaps."""
        return cls(tuple(_GAP.split(drawn)))

    def filled(self, values: Mapping[str, str]) -> Markup:
        """Return the page with its gaps filled by values that are markup; a gap without a value stays empty."""
        filled = list(self.pieces)
        filled[1::2] = [values.get(name, "") for name in self.pieces[1::2]]
        return Markup("".join(filled))  # noqa: S704 -- drawn by our templates, and whatever fills it was escaped


def gap(name: str) -> Markup:
    """Return what leaves a gap where it is drawn."""
    return Markup(f"~{_NONCE}~{name}~")  # noqa: S704 -- our own marker
