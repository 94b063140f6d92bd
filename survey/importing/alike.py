"""Names of organisations that mean the same, or look as if they might."""

import re
from collections.abc import Iterator
from typing import Final

from survey.importing.folding import folded

#: What is left out or added without meaning anything else.
_FORMS: Final = re.compile(r"^(stichting|de|het|the)\s+|\s+(b\.?v\.?|n\.?v\.?)$", re.IGNORECASE)
_SHORTEST: Final = 6


def same_key(name: str) -> str:
    """Return what two ways to write one organisation have in common; never nothing."""
    bare = name.strip()
    while (shorter := _FORMS.sub("", bare).strip()) != bare:
        bare = shorter
    return folded(bare) or folded(name) or name


class Alike:
    """Finds a name that is one letter away: left out, added, or another one in its place."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def add(self, name: str) -> None:
        """Remember a name to find later."""
        for spelling in _spellings(same_key(name)):
            self._names.setdefault(spelling, name)

    def find(self, name: str) -> str | None:
        """Return a remembered name that looks like this one; numbers in both have to be the same."""
        key = same_key(name)
        for spelling in _spellings(key):
            near = self._names.get(spelling)
            if near is not None and _digits(near) == _digits(name) and same_key(near) != key:
                return near
        return None


def _spellings(key: str) -> Iterator[str]:
    """Return a name and every way to leave one letter out; short names mean something else by one letter."""
    if len(key) < _SHORTEST:
        return
    yield key
    yield from (key[:place] + key[place + 1 :] for place in range(len(key)))


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))
