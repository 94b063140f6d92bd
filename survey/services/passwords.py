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

Weakness = Literal["short", "long", "guessable"]


def weakness_of(password: str, *, about: tuple[str, ...]) -> Weakness | None:
    """Return what is wrong with a new password; ``about``: what is known of its owner, and makes it easy to guess."""
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    words = [word for text in about for word in (text, *re.split(r"[\W_]+", text)) if word]
    found = _meter.zxcvbn(password[:_LOOKED_AT], user_inputs=words)
    return None if found["score"] >= _HARD_ENOUGH else "guessable"


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
