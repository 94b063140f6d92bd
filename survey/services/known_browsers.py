"""A browser by which somebody signed in before: somebody else's guessing shuts it out of nothing.

Its cookie names no person: it holds a random name, a day, and the proof that both were given out here for one address.
"""

import hmac
import secrets
from datetime import date, timedelta
from typing import Final

from survey.tokens import keyed_hash

#: How long a browser is known after somebody signed in by it.
KNOWN_FOR: Final = timedelta(days=90)


def give_name(key: bytes, *, address: str, on: date) -> str:
    """Return what a browser keeps after somebody with this address signed in by it."""
    name = f"{secrets.token_urlsafe(16)}.{on.isoformat()}"
    return f"{name}.{_proof(key, name, address)}"


def known_name(key: bytes, kept: str, *, address: str, on: date) -> str | None:
    """Return a browser's name, if it was given here for this address and not too long ago."""
    name, _, proof = kept.rpartition(".")
    if not hmac.compare_digest(proof.encode(errors="replace"), _proof(key, name, address).encode()):
        return None
    since = date.fromisoformat(name.rpartition(".")[2])
    return name if since > on - KNOWN_FOR else None


def _proof(key: bytes, name: str, address: str) -> str:
    return keyed_hash(key, f"known browser:{name}:{address}")
