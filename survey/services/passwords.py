"""Passwords: which are refused, and whether one is right. Hashing is slow on purpose: never do it in a transaction."""

import re
from functools import lru_cache
from typing import Any, Final, Literal, cast

import flask_security
import zxcvbn

from survey.models import Account

_library = cast(Any, flask_security)
_meter = cast(Any, zxcvbn)

SHORTEST: Final = 12
LONGEST: Final = 200
#: How hard to guess a password has to be, of 0 to 4: 3 takes ten to the eighth guesses.
_HARD_ENOUGH: Final = 3
#: The meter looks at no more than this: what follows makes a password only harder to guess.
_LOOKED_AT: Final = 72
#: So many letters are a word; so many have to be left of a password without the words of its owner.
_WORD: Final = 3
_OWN: Final = 8

#: What this is about: who guesses here tries these first, and no list of common passwords has them.
_OURS: Final = (
    "netwerkspiegel", "taalnetwerkspiegel", "taalnetwerk", "netwerk", "spiegel", "taalhuis", "taalpunt", "taal",
    "laaggeletterdheid", "laaggeletterd", "geletterdheid", "basisvaardigheden", "vaardigheden", "digitaal",
    "bibliotheek", "gemeente", "welzijn", "vrijwilliger", "reflectie", "vragenlijst", "rapport", "resultaten",
    "ondersteuning", "organisatie", "partner", "contactpersoon", "adviseur", "beheerder", "coordinator", "coördinator",
    "uitnodiging", "ronde",
)  # fmt: skip

Weakness = Literal["short", "long", "guessable"]


def weakness_of(password: str, *, about: tuple[str, ...]) -> Weakness | None:
    """Return what is wrong with a new password; ``about``: what is known of its owner, and makes it easy to guess."""
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    words = [*_OURS, *_words_of(about)]
    found = _meter.zxcvbn(password[:_LOOKED_AT], user_inputs=words)
    is_hard = found["score"] >= _HARD_ENOUGH and len(_without(words, password)) >= _OWN
    return None if is_hard else "guessable"


def _words_of(about: tuple[str, ...]) -> list[str]:
    """Return what is known, whole and in its words; of an address also the part before the @."""
    return [word for text in about for word in (text, text.partition("@")[0], *re.split(r"[\W_]+", text)) if word]


def _without(words: list[str], password: str) -> str:
    """Return a password without our own words and what is known of its owner: those are tried first."""
    rest = password.casefold()
    for word in sorted(map(str.casefold, words), key=len, reverse=True):
        rest = rest.replace(word, "") if len(word) >= _WORD else rest
    return rest


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return _library.hash_password(password)


def is_right(account: Account | None, password: str) -> bool:
    """Say whether this is the password of an account; takes as long where there is none."""
    kept = account.password if account is not None else None
    is_same = _library.verify_password(password[:LONGEST], kept or _nobodys())
    return is_same and kept is not None


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return hashed("the password of nobody")
