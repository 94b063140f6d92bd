"""A link that passed through the hands of staff shows what was answered only to who has its code.

The code is given to the device that begins, before anything is answered, and kept here as a keyed hash. That device
keeps it in a cookie; another one is asked for it. So a member of staff who opens the link later sees nothing, and one
who was first is found out: its person is asked for a code that nobody gave (disclosure rules R1 and R10).
"""

import hmac
import secrets
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from survey.errors import LinkUnknown
from survey.queries import visits
from survey.queries.visits import Visit
from survey.services.guessing import Guessing
from survey.services.throttling import Limit
from survey.tokens import hash_token, keyed_hash

#: So many that nobody guesses them at the pace of ``guessing_of``.
DIGITS: Final = 8


def give_code(key: bytes, invitation_id: UUID) -> str:
    """Return a new code with the proof that it comes from here, as a device keeps it."""
    return sign(key, invitation_id, f"{secrets.randbelow(10**DIGITS):0{DIGITS}}")


def sign(key: bytes, invitation_id: UUID, code: str) -> str:
    """Return a code as a device keeps it: a guess in a cookie would not be counted, so a cookie needs a proof."""
    return f"{code}.{keyed_hash(key, f'device with a code:{invitation_id}:{code}')}"


def code_in(key: bytes, invitation_id: UUID, kept: str) -> str | None:
    """Return the code that a device keeps for this invitation; ``None`` for what was not given out here."""
    code = kept.partition(".")[0]
    is_ours = hmac.compare_digest(
        kept.encode(errors="replace"), sign(key, invitation_id, code).encode(errors="replace")
    )
    return code if is_ours else None


def is_right(key: bytes, invitation_id: UUID, resume_hash: str | None, code: str) -> bool:
    """Say whether this is the code that was given to who began; as long as nobody did, none is."""
    return hmac.compare_digest(_hash(key, invitation_id, code), resume_hash or "")


def is_open_to(key: bytes, visit: Visit, kept: str) -> bool:
    """Say whether a device may see what is behind a link, by what it keeps; who was mailed a link needs nothing."""
    if not visit.through_staff:
        return True
    code = code_in(key, visit.invitation_id, kept)
    return code is not None and is_right(key, visit.invitation_id, visit.resume_hash, code)


def is_untouched(visit: Visit) -> bool:
    """Say whether nobody began by a link that needs a code: it can be given now."""
    return visit.through_staff and visit.resume_hash is None and not visit.answers and visit.sent_in_at_utc is None


def begin(session: Session, *, token: str, kept: str, key: bytes) -> bool:
    """Make the code that a device keeps the code of its link; ``False`` when another one was first."""
    visit = visits.lock_visit(session, token_hash=hash_token(token))
    if visit is None:
        raise LinkUnknown
    code = code_in(key, visit.invitation_id, kept)
    if visit.is_closed or code is None or not is_untouched(visit):
        return False
    code_hash = _hash(key, visit.invitation_id, code)
    visits.set_resume_hash(session, invitation_id=visit.invitation_id, resume_hash=code_hash)
    return True


def guessing_of(visit: Visit) -> Guessing:
    """Return how often a wrong code may be typed: from one place, and for one link from everywhere."""
    return Guessing(
        near=Limit("resume code", 20, timedelta(hours=1)),
        everywhere=Limit(f"resume code of {visit.invitation_id}", 20, timedelta(days=1)),
    )


def _hash(key: bytes, invitation_id: UUID, code: str) -> str:
    return keyed_hash(key, f"resume code:{invitation_id}:{code}")
