"""The name that a device gets at a meeting, to come back by: only names that were given out here count.

A machine that makes up names would begin as often as it likes; now it has to fetch a page for each.
"""

import hmac
import secrets
from typing import Final

from survey.tokens import keyed_hash

_BYTES: Final = 32


def give_name(key: bytes) -> str:
    """Return a new name for a device, with the proof that it comes from here."""
    name = secrets.token_urlsafe(_BYTES)
    return f"{name}.{_proof(key, name)}"


def is_given(key: bytes, name: str) -> bool:
    """Say whether a name comes from here."""
    name, _, proof = name.rpartition(".")
    return hmac.compare_digest(proof.encode(errors="replace"), _proof(key, name).encode())


def _proof(key: bytes, name: str) -> str:
    return keyed_hash(key, f"name of a device:{name}")
