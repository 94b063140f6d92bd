"""Languages as XLSForm heads its columns: ``label::Nederlands (nl)``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, cast

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

#: "Nederlands (nl)", "Português (pt-BR)".
_WITH_CODE: Final = re.compile(r".*\(\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\s*\)")
_CODE: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")

#: Signs of a code, and so of no name of a region.
_LONGEST: Final = 3


def language_name(code: str) -> str:
    """Return a language as a column says it: its own name, and its code."""
    try:
        name = Locale.parse(code).get_display_name(code)
    except (UnknownLocaleError, ValueError):
        name = None
    return f"{name[:1].upper()}{name[1:]} ({code})" if name else f"{code} ({code})"


def language_code(written: str) -> str | None:
    """Return the code of a language as a column says it, by code or by name; ``None`` when nobody knows it."""
    if match := _WITH_CODE.fullmatch(written.strip()):
        return match[1].lower()
    known = _codes().get(written.strip().casefold())
    if known:
        return known
    match = _CODE.fullmatch(written.strip())
    return match[1].lower() if match and match[1].lower() in _codes().values() else None


@cache
def _codes() -> dict[str, str]:
    """Return the code of each language by its name: in Dutch, in English and in itself."""
    return {name.casefold(): code for code, name in _names()}


def _names() -> Iterator[tuple[str, str]]:
    for told_in in ("nl", "en"):
        known: Mapping[str, str] = cast(Any, Locale(told_in).languages)  # babel does not say what is in it
        yield from ((code, name) for code, name in known.items() if len(code) <= _LONGEST and code.isalpha())
    for identifier in locale_identifiers():
        if len(identifier) <= _LONGEST:
            name = Locale.parse(identifier).get_display_name(identifier)
            if name:
                yield identifier, name
