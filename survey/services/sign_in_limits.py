"""How often somebody may try to sign in: guessing is slow, and somebody else's guessing locks nobody out.

Tries count for one account from one neighbourhood, for a neighbourhood, and for one account over everywhere. A browser
by which the owner signed in before counts by itself, and by nothing else.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from survey.services.throttling import Limit, take

_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """How often per hour: for an account from here, from here in all, for an account in all, by a known browser."""

    what: str
    here: int
    near: int
    everywhere: int
    known: int


#: Near: a whole office shares an address, and signs in at nine.
PASSWORD: Final = Limits("password", here=15, near=200, everywhere=60, known=30)
CODE: Final = Limits("second factor", here=15, near=200, everywhere=60, known=30)
#: Mails: a mailbox is not to be filled.
LINK: Final = Limits("mailed link", here=3, near=30, everywhere=6, known=5)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who is said to try, from where, and by which known browser."""

    address: str
    place: str
    browser: str | None


def may_try(session: Session, limits: Limits, attempt: Attempt, *, key: bytes, at: datetime) -> bool:
    """Count one try; ``False`` when there were too many. The transaction has to be committed either way."""
    if attempt.browser is not None:
        known = Limit(f"{limits.what}, known", limits.known, _HOUR)
        return take(session, known, where=f"{attempt.address} {attempt.browser}", key=key, at=at)
    here = Limit(f"{limits.what}, here", limits.here, _HOUR)
    everywhere = Limit(f"{limits.what}, everywhere", limits.everywhere, _HOUR)
    # one after the other: who is refused near by uses up nothing of the account's
    return (
        may_try_near(session, limits, attempt.place, key=key, at=at)
        and take(session, here, where=f"{attempt.address} {attempt.place}", key=key, at=at)
        and take(session, everywhere, where=attempt.address, key=key, at=at)
    )


def may_try_near(session: Session, limits: Limits, place: str, *, key: bytes, at: datetime) -> bool:
    """Count one try from a place, of whom it does not say who it is; ``False`` when there were too many."""
    return take(session, Limit(f"{limits.what}, near", limits.near, _HOUR), where=place, key=key, at=at)
