"""Ask another provider who somebody is, and hear its answer: what is asked waits in the signed session cookie.

Everything that is said to and heard from the provider itself is in ``openid_client``.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hmac import compare_digest
from typing import Any, Final

from flask import session

from survey.access import config
from survey.account.openid_client import ProviderFailed, client_of
from survey.openid_settings import OpenIdProvider

#: Where in the cookie stands what was asked.
ASKED: Final = "openid"
#: How long somebody may take to sign in at the provider, in seconds.
LASTS: Final = 15 * 60
#: What a provider says when the person stopped, or may not use it for us; anything else is its own trouble.
_STOPPED: Final = ("access_denied", "login_required", "consent_required", "interaction_required")


class AnswerUnasked(Exception):
    """The answer is to no question of this browser: too late, given before, or forged."""


class SignInStopped(Exception):
    """The person stopped at the provider, or it did not let them through."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom the provider names, by its own name for the person, and where that person wanted to go."""

    subject: str
    then: str
    #: Asks the provider for the person's address, if it was verified there; only the first time needs it.
    verified_address: Callable[[], str | None]


def offered() -> str | None:
    """Return the name of the provider by which people can sign in here, if there is one."""
    provider = config().openid
    return provider.name if provider else None


def ask(provider: OpenIdProvider, *, back: str, then: str) -> str:
    """Return the address at the provider where somebody signs in, who comes ``back`` and goes on to ``then``.

    Raises
    ------
    ProviderFailed
        When it does not say where that is.
    """
    asked = client_of(provider).question(back)
    session[ASKED] = {
        "state": asked["state"],
        "nonce": asked["nonce"],
        "verifier": asked["code_verifier"],
        "then": then,
        "at": int(time.time()),
    }
    return str(asked["url"])


def hear(provider: OpenIdProvider, said: Mapping[str, str], *, back: str) -> Answer:
    """Return whom the provider names; what was asked is forgotten with it, so that nothing is heard twice.

    Raises
    ------
    AnswerUnasked, SignInStopped, ProviderFailed
        When it is no answer to what this browser asked, no person, or no answer at all.
    """
    asked = session.pop(ASKED, None)
    _refuse_unasked(provider, asked, said)
    if "error" in said:
        raise _failure_of(said["error"])
    client = client_of(provider)
    token = client.exchange(said.get("code", ""), back=back, verifier=asked["verifier"])
    claims = client.claims(token, nonce=asked["nonce"])
    subject = str(claims["sub"])
    return Answer(subject, asked["then"], lambda: client.verified_address(token, claims))


def _refuse_unasked(provider: OpenIdProvider, asked: Any, said: Mapping[str, str]) -> None:
    """Raise for an answer of the wrong browser, time or provider (RFC 9207: it may say which one it is)."""
    if not asked or not compare_digest(str(asked["state"]).encode(), said.get("state", "").encode()):
        raise AnswerUnasked
    if time.time() - asked["at"] > LASTS or said.get("iss", provider.issuer) != provider.issuer:
        raise AnswerUnasked


def _failure_of(error: str) -> Exception:
    if error in _STOPPED:
        return SignInStopped()
    return ProviderFailed(f"it said {error[:60]!r}")
