"""The second factor: an app that shows a code, with recovery codes for who lost it."""

import io
import json
import secrets
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import segno
from cryptography.fernet import InvalidToken
from flask import current_app
from markupsafe import Markup
from sqlalchemy.orm import Session

from survey.models import Account
from survey.queries import accounts as queries
from survey.services import account_mail, audit
from survey.services.account_mail import Post
from survey.services.audit import Actor, What
from survey.services.throttling import Limit, take
from survey.tokens import fernet, keyed_hash

#: What the library calls an app on the phone.
AN_APP: Final = "authenticator"
_CODES: Final = 10
#: Letters and digits that nobody takes for one another.
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_PART: Final = 5
#: A code holds for half a minute, and half a minute before and after: clocks differ.
_CLOCKS_DIFFER: Final = 30
_CODE_USED: Final = Limit("code of an app", 1, timedelta(minutes=3))
_SET_UP_WITHIN: Final = timedelta(minutes=30)
_SEAL: Final = "secret of an app"


def has_any(session: Session, account: Account) -> bool:
    """Say whether an account asks for more than a password."""
    return account.tf_primary_method is not None or queries.has_passkey(session, account_id=account.id)


def new_secret(account: Account, key: bytes) -> str:
    """Return a new secret for an app, sealed: the page that shows it sends it back."""
    content = {"account": account.id.hex, "secret": _apps().generate_totp_secret()}
    return fernet(key, _SEAL).encrypt(json.dumps(content).encode()).decode("ascii")


def opened_secret(account: Account, sealed: str, key: bytes) -> str | None:
    """Return a secret that was shown to this account's owner not long ago."""
    try:
        seconds = int(_SET_UP_WITHIN.total_seconds())
        content = json.loads(fernet(key, _SEAL).decrypt(sealed.encode(errors="replace"), seconds))
    except InvalidToken:
        return None
    return content["secret"] if content["account"] == account.id.hex else None


def readable(secret: str) -> str:
    """Return a secret as people type it over."""
    return str(_apps().get_totp_pretty_key(secret)).replace("-", " ")


def app_address(account: Account, secret: str) -> str:
    """Return the address that an app is connected by: scanned, or opened on the phone itself."""
    return str(_apps().get_totp_uri(account.address, secret))


def picture(account: Account, secret: str) -> Markup:
    """Draw the code that an app scans, without inline style."""
    drawn = io.BytesIO()
    segno.make(app_address(account, secret), error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, border=2, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(drawn.getvalue().decode("utf-8"))  # noqa: S704 -- drawn from modules, holds no text


def is_right_code(
    session: Session, account: Account, secret: str | None, typed: str, *, key: bytes, at: datetime
) -> bool:
    """Say whether an app shows this code now; each code counts once."""
    code = "".join(typed.split())
    if secret is None or not (code.isascii() and code.isdecimal() and len(code) == 6):
        return False
    if not _apps().verify_totp(token=code, totp_secret=secret, user=account, window=_CLOCKS_DIFFER):
        return False
    return take(session, _CODE_USED, where=f"{account.id} {code}", key=key, at=at)


def use_recovery_code(account: Account, typed: str, key: bytes) -> bool:
    """Use up a recovery code; of two at the same moment, the second finds the account changed."""
    kept, given = account.mf_recovery_codes or [], _kept(account.id, typed, key)
    if given not in kept:
        return False
    account.mf_recovery_codes = [each for each in kept if each != given]
    return True


def make_recovery_codes(account: Account, key: bytes) -> list[str]:
    """Give an account new recovery codes, and return them: this once."""
    codes = ["-".join(_part() for _ in range(2)) for _ in range(_CODES)]
    account.mf_recovery_codes = [_kept(account.id, code, key) for code in codes]
    return codes


def set_app(session: Session, account: Account, secret: str, *, post: Post, by: Actor, at: datetime) -> None:
    """Ask for the code of this app from now on."""
    account.tf_primary_method, account.tf_totp_secret = AN_APP, secret
    session.flush()
    note_change(session, account, "account.app_set_up", post=post, by=by, at=at)


def take_app_away(session: Session, account: Account, *, post: Post, by: Actor, at: datetime) -> None:
    """Ask for the code of an app no more; without a passkey, recovery codes have nothing to recover."""
    account.tf_primary_method = account.tf_totp_secret = None
    if not queries.has_passkey(session, account_id=account.id):
        account.mf_recovery_codes = None
    session.flush()
    note_change(session, account, "account.app_taken_away", post=post, by=by, at=at)


def note_change(session: Session, account: Account, action: str, *, post: Post, by: Actor, at: datetime) -> None:
    """Note a change of somebody's own second factor, and tell its owner by mail."""
    audit.note(session, What(action, "account", account.id), by=by, at=at)
    account_mail.tell(session, account, "account_changed", post=post, at=at, what="second_factor")


def _part() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_PART))


def _kept(account_id: UUID, typed: str, key: bytes) -> str:
    code = "".join(char for char in typed.casefold() if char.isalnum())
    return keyed_hash(key, f"recovery code:{account_id}:{code}")


def _apps() -> Any:
    """Return the library's maker and checker of codes."""
    return current_app.extensions["security"].totp_factory
