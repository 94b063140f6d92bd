"""What sheets are called: short, unique, and without the characters that a sheet's name cannot have."""

from collections.abc import Iterable, Iterator
from typing import Final

#: The most that a name may hold.
LONGEST: Final = 31

_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
#: Stands for what was left off.
_CUT: Final = "…"


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a name for each title; capitals do not make two names different.

    Examples
    --------
    >>> sheet_names(["Rollen: nu/straks", "Bibliotheek, welzijn en de anderen", "Rollen nu straks"])
    ('Rollen nu straks', 'Bibliotheek, welzijn en de…', 'Rollen nu straks 2')
    """
    return tuple(_unique(titles))


def _unique(titles: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    for title in titles:
        name, number = _shortened(_allowed(title), LONGEST), 1
        while name.casefold() in taken:
            number += 1
            ending = f" {number}"
            name = _shortened(_allowed(title), LONGEST - len(ending)) + ending
        taken.add(name.casefold())
        yield name


def _allowed(title: str) -> str:
    """Without what no name may hold; a name cannot begin or end with an apostrophe, nor be nothing."""
    return " ".join(title.translate(_FORBIDDEN).split()).strip("'") or "-"


def _shortened(name: str, longest: int) -> str:
    """Cut after a whole word where there is one."""
    if len(name) <= longest:
        return name
    start = name[: longest - len(_CUT)]
    return (start.rpartition(" ")[0] or start) + _CUT
