"""Keep guessing and flooding slow, without keeping an address and without locking everybody out.

What is counted is kept under a keyed hash of what is tried and from where; where is a neighbourhood, because who
guesses by machine has more than one address at hand.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from sqlalchemy.orm import Session

from survey.queries import throttles

#: Addresses that share these many leading bits are one neighbourhood.
_PREFIX: Final = {4: 24, 6: 48}


@dataclass(frozen=True, slots=True)
class Limit:
    """How often ``what`` may be done in a stretch of time, from one place."""

    what: str
    tries: int
    per: timedelta


def neighbourhood(address: str | None) -> str:
    """Return the part of an address that stands for where somebody is; without a sound address, nowhere."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return "nowhere"
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ip_network((found, _PREFIX[found.version]), strict=False))


def take(session: Session, limit: Limit, *, where: str, key: bytes, at: datetime) -> bool:
    """Count one try; ``False`` when that is more than the limit. ``where`` is a place, or empty for everywhere."""
    tries = throttles.count_try(session, bucket=_bucket(limit, where, key), at=at, ends_at=at + limit.per)
    return tries <= limit.tries


def is_used_up(session: Session, limit: Limit, *, where: str, key: bytes, at: datetime) -> bool:
    """Say whether the limit is reached, without counting."""
    return throttles.tries_of(session, bucket=_bucket(limit, where, key), at=at) >= limit.tries


def _bucket(limit: Limit, where: str, key: bytes) -> str:
    return hmac.new(key, f"throttle:{limit.what}:{where}".encode(), hashlib.sha256).hexdigest()
