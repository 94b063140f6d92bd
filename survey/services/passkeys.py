"""Passkeys: keys on somebody's own device, which the device lends after a finger, a face or a code.

A challenge holds the proof that we made it, for what, and when; it is kept nowhere, and counts once.
"""

import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast
from urllib.parse import urlsplit
from uuid import uuid4

import webauthn
from sqlalchemy.orm import Session
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from survey.models import Account, Passkey
from survey.queries import accounts as queries
from survey.services.throttling import Limit, take
from survey.tokens import derived_key, keyed_hash

MOST: Final = 10
_LASTS: Final = timedelta(minutes=15)
_ONCE: Final = Limit("challenge of a passkey", 1, _LASTS)
_RANDOM: Final = 16
_TIME: Final = 8
_LONGEST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Site:
    """Where passkeys are for: this instance by its own address."""

    key: bytes
    base_url: str

    @property
    def host(self) -> str:
        """The name that a passkey is bound to."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def origin(self) -> str:
        """What a browser says where it is."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"


def registering(account: Account, known: list[Passkey], *, site: Site, at: datetime) -> dict[str, Any]:
    """Return what a browser needs to know to make a passkey."""
    options = webauthn.generate_registration_options(
        rp_id=site.host,
        rp_name="Netwerkspiegel",
        user_id=_handle(account, site.key).encode("ascii"),
        user_name=account.address,
        user_display_name=account.name,
        challenge=_challenge(f"register {account.id}", site.key, at),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=each.credential_id) for each in known],
    )
    return json.loads(webauthn.options_to_json(options))


def asking(*, site: Site, at: datetime) -> dict[str, Any]:
    """Return what a browser needs to know to use a passkey; whose is not said, and the device knows."""
    options = webauthn.generate_authentication_options(
        rp_id=site.host,
        challenge=_challenge("sign in", site.key, at),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return json.loads(webauthn.options_to_json(options))


def register(
    session: Session, account: Account, credential: str, name: str, *, site: Site, at: datetime
) -> Passkey | None:
    """Add the passkey that a browser made; ``None`` when it is not what was asked for."""
    found = _read(credential)
    challenge = _given_challenge(session, found, f"register {account.id}", site.key, at)
    if found is None or challenge is None:
        return None
    try:
        made = webauthn.verify_registration_response(
            credential=found,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    if queries.find_passkey(session, credential_id=made.credential_id) is not None:
        return None
    passkey = Passkey(
        id=uuid4(),
        account_id=account.id,
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        backup_state=made.credential_backed_up,
        device_type=made.credential_device_type.value,
        lastuse_datetime=at,
        name=name,
        usage="first",
    )
    account.fs_webauthn_user_handle = _handle(account, site.key)
    session.add(passkey)
    session.flush()
    return passkey


def find_owner(session: Session, credential: str, *, site: Site, at: datetime) -> Account | None:
    """Return whose passkey signed this challenge of ours; nobody when anything about it is wrong."""
    found = _read(credential)
    challenge = _given_challenge(session, found, "sign in", site.key, at)
    if found is None or challenge is None:
        return None
    try:
        passkey = queries.find_passkey(session, credential_id=base64url_to_bytes(found["rawId"]))
        if passkey is None:
            return None
        used = webauthn.verify_authentication_response(
            credential=found,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    passkey.sign_count, passkey.lastuse_datetime = used.new_sign_count, at
    session.flush()
    return queries.find_open_account(session, account_id=passkey.account_id)


def _read(credential: str) -> dict[str, Any] | None:
    if len(credential) > _LONGEST:
        return None
    try:
        found = json.loads(credential)
    except (ValueError, RecursionError):
        return None
    return cast(dict[str, Any], found) if isinstance(found, dict) else None


def _given_challenge(
    session: Session, credential: dict[str, Any] | None, purpose: str, key: bytes, at: datetime
) -> bytes | None:
    """Return the challenge that was answered, if it is one of ours for this, not too old, and not answered before."""
    try:
        said = json.loads(base64url_to_bytes((credential or {})["response"]["clientDataJSON"]))
        challenge = base64url_to_bytes(said["challenge"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    made_at = int.from_bytes(challenge[_RANDOM : _RANDOM + _TIME])
    is_ours = hmac.compare_digest(challenge, _sealed(challenge[: _RANDOM + _TIME], purpose, key))
    if not is_ours or made_at < (at - _LASTS).timestamp():
        return None
    return challenge if take(session, _ONCE, where=bytes_to_base64url(challenge), key=key, at=at) else None


def _challenge(purpose: str, key: bytes, at: datetime) -> bytes:
    return _sealed(secrets.token_bytes(_RANDOM) + int(at.timestamp()).to_bytes(_TIME), purpose, key)


def _sealed(beginning: bytes, purpose: str, key: bytes) -> bytes:
    return beginning + hmac.digest(derived_key(key, f"challenge: {purpose}"), beginning, "sha256")


def _handle(account: Account, key: bytes) -> str:
    """Return by what a device knows an account: always the same, and says nothing of it."""
    return keyed_hash(key, f"passkeys of:{account.id}")
