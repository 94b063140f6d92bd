"""A device for passkeys in a few lines: it does what a phone does, and on request does it wrong."""

import hashlib
import json
import secrets
from typing import Any
from urllib.parse import urlsplit

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from tests.pages import Page

#: Somebody was there, and showed who it is; and when a key is made, it follows.
_SHOWN, _WITH_KEY = 0x05, 0x45


class SoftDevice:
    """Holds one key for one place; one that follows somebody to every device does not count how often it was used."""

    def __init__(self, origin: str, *, counts: bool = True) -> None:
        self.origin = origin
        self.credential_id = secrets.token_bytes(16)
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._used = 0
        self._counts = counts

    def make(self, options: dict[str, Any], **wrong: Any) -> str:
        """Make the key that a page asks for, and answer as a browser does."""
        client = self._client("webauthn.create", options, wrong)
        numbers = self._key.public_key().public_numbers()
        key = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        attached = bytes(16) + len(self.credential_id).to_bytes(2) + self.credential_id + cbor2.dumps(key)
        data = self._data(wrong.get("flags", _WITH_KEY), wrong) + attached
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(self.credential_id, clientDataJSON=client, attestationObject=attestation)

    def sign(self, options: dict[str, Any], **wrong: Any) -> str:
        """Sign what a page asks for, and answer as a browser does."""
        self._used += self._counts
        client = self._client("webauthn.get", options, wrong)
        data = self._data(wrong.get("flags", _SHOWN), wrong)
        signed = self._key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        signature = wrong.get("signature", signed)
        credential_id = wrong.get("credential_id", self.credential_id)
        return self._answer(credential_id, clientDataJSON=client, authenticatorData=data, signature=signature)

    def _client(self, kind: str, options: dict[str, Any], wrong: dict[str, Any]) -> bytes:
        challenge = wrong.get("challenge", base64url_to_bytes(options["challenge"]))
        said = {
            "type": wrong.get("kind", kind),
            "challenge": bytes_to_base64url(challenge),
            "origin": wrong.get("origin", self.origin),
        }
        return json.dumps(said).encode()

    def _data(self, flags: int, wrong: dict[str, Any]) -> bytes:
        host = wrong.get("host", urlsplit(self.origin).hostname)
        return hashlib.sha256(host.encode()).digest() + bytes([flags]) + self._used.to_bytes(4)

    def _answer(self, credential_id: bytes, **parts: bytes) -> str:
        name = bytes_to_base64url(credential_id)
        response = {part: bytes_to_base64url(value) for part, value in parts.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})


def options(page: Page, kind: str) -> dict[str, Any]:
    """Return what a page asks of a device: to "create" a key, or to "get" a signature."""
    (form,) = page.all("form", data_passkey=kind)
    return json.loads(form.get("data-options") or "")
