"""Names of a form as ids of a definition: small letters, digits and hyphens, each once in the file."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from questionnaires.checks import RESERVED
from questionnaires.types.texts import TICK
from questionnaires.xlsform.notes import Notes

_LONGEST: Final = 40


class Names:
    """The ids that are taken, and which names had to be written otherwise."""

    def __init__(self) -> None:
        self._taken: set[str] = set(RESERVED)
        self._changed: dict[str, str] = {}

    def take(self, written: str) -> str:
        """Return the id for a name, another one each time."""
        return self._remember(written, _free(_id(written), self._taken))

    def options(self, written: Iterable[str]) -> dict[str, str]:
        """Return an id for each name of a list, each once in that list only."""
        taken: set[str] = set()
        return {name: self._remember(name, _free(slug(name), taken)) for name in written}

    def note_changed(self, notes: Notes) -> None:
        """Say which names are written otherwise."""
        if self._changed:
            listed = ", ".join(f'"{name}" is "{changed}"' for name, changed in self._changed.items())
            notes.add_general(
                f"Ids have small letters, digits and hyphens only, so these names are written otherwise: {listed}."
            )

    def _remember(self, written: str, taken: str) -> str:
        if taken != written:
            self._changed[written] = taken
        return taken


def slug(written: str) -> str:
    """Return a name in small letters, digits and single hyphens."""
    bare = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode().lower()
    return _cut(re.sub(r"[^a-z0-9]+", "-", bare)) or "x"


def _id(written: str) -> str:
    name = slug(written)
    name = name if name[0].isalpha() else _cut(f"q-{name}")
    return _cut(f"{name[: _LONGEST - 2]}-q") if name.endswith(TICK) else name


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{_cut(name, _LONGEST - len(str(number)) - 1)}-{number}"
    taken.add(free)
    return free


def _cut(name: str, longest: int = _LONGEST) -> str:
    return name.strip("-")[:longest].strip("-")
