"""Secret links: made from the instance key, kept in the database as a hash only.

A link's token is HMAC-SHA256(instance key, purpose, row id, generation): 256 bits. Who holds the key can make
a link again; who reads the database cannot. Raising the generation withdraws a link.
"""

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from typing import Final, Literal
from uuid import UUID

from cryptography.fernet import Fernet

Purpose = Literal["invitation", "report", "code", "entry", "share"]

#: Begins the links of entries, which somebody made by a code, and no other: when nothing is kept of one, its form says
#: what became of it, and nothing of whose it was.
_OF_ENTRY: Final = "~"
_TOKEN = re.compile(rf"{_OF_ENTRY}?[A-Za-z0-9_-]{{43}}")


def make_token(key: bytes, purpose: Purpose, row_id: UUID, generation: int) -> str:
    """Return the token of a link, 43 characters that are safe in an address; for an entry, 44."""
    message = f"{purpose}:{row_id}:{generation}".encode("ascii")
    digest = hmac.new(key, message, hashlib.sha256).digest()
    token = urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
    return _OF_ENTRY + token if purpose == "entry" else token


def hash_token(token: str) -> str:
    """Return what the database holds of a token: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def make_digits(key: bytes, of: str, length: int) -> str:
    """Return a number that people can type, made from the instance key and what it is the number of."""
    digest = hmac.new(key, of.encode("utf-8"), hashlib.sha256).digest()
    return f"{int.from_bytes(digest) % 10**length:0{length}}"


def keyed_hash(key: bytes, of: str) -> str:
    """Return a hash that only the holder of the key can make: what is short enough to try out needs one."""
    return hmac.new(key, of.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def derived_key(key: bytes, purpose: str) -> bytes:
    """Return a key of 32 bytes for one purpose; who learns it learns nothing of the others."""
    return hmac.new(key, f"derived key:{purpose}".encode(), hashlib.sha256).digest()


def fernet(key: bytes, purpose: str) -> Fernet:
    """Return what seals texts for one purpose, so that nobody reads or changes them without the key."""
    return Fernet(urlsafe_b64encode(derived_key(key, purpose)))


def looks_like_token(token: str) -> bool:
    """Say whether ``token`` could be one at all, so that nonsense costs no query."""
    return _TOKEN.fullmatch(token) is not None


def is_of_entry(token: str) -> bool:
    """Say whether what looks like a token has the form of an entry's by a code."""
    return token.startswith(_OF_ENTRY)
