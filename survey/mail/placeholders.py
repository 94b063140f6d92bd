"""Texts with placeholders, such as {naam}: check what somebody typed, and fill it in for one person.

What is filled in is not looked at again: a name with braces in it stays a name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from survey.i18n import gettext_noop
from survey.mail.message import one_line

#: What each placeholder is called, by the language of the text; every name works in every text.
NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "nl": {
        "name": "naam",
        "network": "netwerk",
        "link": "link",
        "closes_on": "sluitdatum",
        "meeting": "bijeenkomst",
        "place": "plaats",
        "adviser": "adviseur",
        "minutes": "minuten",
    },
    "en": {
        "name": "name",
        "network": "network",
        "link": "link",
        "closes_on": "closing_day",
        "meeting": "meeting",
        "place": "place",
        "adviser": "adviser",
        "minutes": "minutes",
    },
}
#: What may have nothing to say: a subject needs words.
MAY_BE_EMPTY: Final = frozenset({"meeting", "place", "minutes"})
_KEYS: Final = {word: key for words in NAMES.values() for key, word in words.items()}
_PLACEHOLDER: Final = re.compile(r"\{([^{}\n]*)\}")
_BRACE: Final = re.compile(r"[{}]")
#: Somebody's link, copied into the text from a mail of their own.
_SECRET: Final = re.compile(r"/(?:v|rapport)/~?[A-Za-z0-9_-]{43}")
_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a text: a message of the catalogues, and its values."""

    message: str
    values: Mapping[str, str] = field(default_factory=dict[str, str])


def check(text: str, *, is_subject: bool = False) -> list[Mistake]:
    """Return what is wrong with a text that somebody typed.

    The link can stand in a body once, on a line of its own; where it does not, it follows the text by itself.
    """
    typed = _PLACEHOLDER.findall(text)
    wrong = [_unknown(word) for word in dict.fromkeys(typed) if _key(word) is None]
    wrong += [*_lonely(text)]
    if _SECRET.search(text):
        wrong.append(Mistake(gettext_noop("There is a personal link in it. Take it out: everybody gets their own.")))
    return [*wrong, *(_not_in_subjects(typed) if is_subject else _about_link(text))]


def fill(text: str, values: Mapping[str, str | None]) -> str:
    """Return a text with these values in it; a line in which one is missing is left out.

    ``link`` is no value: see ``around_link``. A name that nobody knows stays as it was typed.
    """
    filled = (_fill_line(line, values) for line in text.splitlines())
    return "\n".join(line for line in filled if line is not None).strip()


def around_link(text: str) -> tuple[str, str]:
    """Return what stands before the link, and what after it; without one, all of it stands before."""
    lines = text.splitlines()
    place = next((number for number, line in enumerate(lines) if _is_link(line)), len(lines))
    return "\n".join(lines[:place]).strip(), "\n".join(lines[place + 1 :]).strip()


def in_braces(key: str, language: str) -> str:
    """Return how a placeholder is written in a language."""
    return f"{{{NAMES[language][key]}}}"


def _key(word: str) -> str | None:
    return _KEYS.get(word.strip().casefold())


def _unknown(word: str) -> Mistake:
    typed = one_line(word)[:_SHOWN]
    near = next((found for words in NAMES.values() if (found := _near(typed, words.values()))), None)
    if not near:
        return Mistake(gettext_noop("We do not know {%(typed)s}. Use one of those in the list."), {"typed": typed})
    return Mistake(
        gettext_noop("We do not know {%(typed)s}. Do you mean {%(near)s}?"), {"typed": typed, "near": near[0]}
    )


def _near(typed: str, words: Iterable[str]) -> list[str]:
    return get_close_matches(typed.casefold(), words, n=1)


def _lonely(text: str) -> Iterator[Mistake]:
    """Say where a brace stands alone, the first time."""
    for line in text.splitlines():
        rest = _PLACEHOLDER.sub(lambda found: " " * len(found[0]), line)
        if found := _BRACE.search(rest):
            around = one_line(line[max(0, found.start() - 10) : found.start() + 15])
            yield Mistake(
                gettext_noop("A brace stands alone, at '%(around)s'. Close it, or take it out."), {"around": around}
            )
            return


def _not_in_subjects(typed: list[str]) -> Iterator[Mistake]:
    for word in dict.fromkeys(typed):
        if _key(word) in MAY_BE_EMPTY | {"link"}:
            yield Mistake(gettext_noop("{%(typed)s} cannot be in a subject."), {"typed": word.strip()})


def _about_link(text: str) -> Iterator[Mistake]:
    times = sum(_key(word) == "link" for word in _PLACEHOLDER.findall(text))
    if times > 1:
        yield Mistake(gettext_noop("{link} is there more than once. Everybody gets one link."))
    elif times and not any(map(_is_link, text.splitlines())):
        yield Mistake(gettext_noop("Put {link} on a line of its own."))


def _is_link(line: str) -> bool:
    found = _PLACEHOLDER.fullmatch(line.strip())
    return found is not None and _key(found[1]) == "link"


def _fill_line(line: str, values: Mapping[str, str | None]) -> str | None:
    keys = [key for word in _PLACEHOLDER.findall(line) if (key := _key(word))]
    if any(key in values and values[key] is None for key in keys):
        return None
    return _PLACEHOLDER.sub(lambda found: _value(found, values), line)


def _value(found: re.Match[str], values: Mapping[str, str | None]) -> str:
    value = values.get(_key(found[1]) or "")
    return found[0] if value is None else one_line(value)
