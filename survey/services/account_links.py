"""The links that are mailed to an account: sealed, for one purpose, valid for a while, and used once.

Nothing is kept of a link before it is used. It is bound to how the account stood when it was made: a new password, a
new address or the closing of the account ends every link made before.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID

from cryptography.fernet import InvalidToken
from sqlalchemy.orm import Session

from survey.models import Account
from survey.queries import accounts as queries
from survey.services.throttling import Limit, is_used_up, take
from survey.tokens import fernet, keyed_hash

Purpose = Literal["invitation", "sign_in", "reset", "address"]

LASTS: Final[dict[Purpose, timedelta]] = {
    "invitation": timedelta(days=7),
    "sign_in": timedelta(minutes=15),
    "reset": timedelta(hours=1),
    "address": timedelta(days=1),
}
#: Where each kind of link leads.
PATHS: Final[dict[Purpose, str]] = {
    "invitation": "/account/uitnodiging/",
    "sign_in": "/inloggen/link/",
    "reset": "/account/herstel/",
    "address": "/account/adres/",
}
#: Longer than any of ours: nonsense costs no work.
_LONGEST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """A link that holds: whose it is, and for a new address, which."""

    account: Account
    new_address: str


def make(account: Account, purpose: Purpose, *, key: bytes, at: datetime, new_address: str = "") -> str:
    """Return the secret part of a link."""
    content = {"account": account.id.hex, "state": _state(account, purpose, key), "address": new_address}
    sealed = fernet(key, f"account link {purpose}").encrypt_at_time(json.dumps(content).encode(), _seconds(at))
    return sealed.decode("ascii").rstrip("=")


def find(session: Session, token: str, purpose: Purpose, *, key: bytes, at: datetime) -> Found | None:
    """Return whose link this is; ``None`` when it is no link of this kind, too old, used, or overtaken."""
    content = _open(token, purpose, key, at)
    if content is None:
        return None
    account = queries.find_open_account(session, account_id=UUID(content["account"]))
    if account is None or content["state"] != _state(account, purpose, key):
        return None
    if is_used_up(session, _once(purpose), where=token, key=key, at=at):
        return None
    return Found(account, content["address"])


def use_up(session: Session, token: str, purpose: Purpose, *, key: bytes, at: datetime) -> bool:
    """Use a link; ``False`` when somebody was first."""
    return take(session, _once(purpose), where=token, key=key, at=at)


def _once(purpose: Purpose) -> Limit:
    return Limit(f"account link {purpose}", 1, LASTS[purpose])


def _open(token: str, purpose: Purpose, key: bytes, at: datetime) -> dict[str, str] | None:
    if len(token) > _LONGEST or not token.isascii():
        return None
    padded = token + "=" * (-len(token) % 4)
    try:
        seconds = int(LASTS[purpose].total_seconds())
        content = fernet(key, f"account link {purpose}").decrypt_at_time(padded.encode(), seconds, _seconds(at))
    except InvalidToken:
        return None
    return json.loads(content)


def _state(account: Account, purpose: Purpose, key: bytes) -> str:
    joined = account.joined_at_utc is not None
    of = f"state:{purpose}:{account.id}:{account.address}:{account.password or ''}:{joined}:{account.fs_uniquifier}"
    return keyed_hash(key, of)[:32]


def _seconds(at: datetime) -> int:
    return int(at.timestamp())
