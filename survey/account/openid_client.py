"""Talk with a provider of OpenID Connect: the code flow, with PKCE, state and nonce.

The library fetches and checks; what it leaves open (whose issuer, which signatures, how long) is settled here.
"""

from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache
from threading import BoundedSemaphore
from typing import Any, Final

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import FlaskIntegration, FlaskOAuth2App
from joserfc.errors import JoseError

from survey.openid_settings import OpenIdProvider

#: How long to wait for the provider at each step, in seconds.
PATIENCE: Final = 8
#: Signatures by a key that only the provider has: neither "none", nor one by the secret that we share.
SIGNATURES: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
#: How far the two clocks may be apart, in seconds.
_LEEWAY: Final = 60
#: Longer names of a person are none that the protocol allows.
_LONGEST_SUBJECT: Final = 255
#: How many of a process's threads may wait for the provider: while it is slow, the rest serves everybody else.
_waiting: Final = BoundedSemaphore(4)


class ProviderFailed(Exception):
    """The provider does not answer, or says what cannot be right; the message is for the operator's log."""


@contextmanager
def _listening() -> Generator[None]:
    """Call whatever goes wrong at the provider by one name; what it said stays out of the log but for its kind."""
    if not _waiting.acquire(blocking=False):
        raise ProviderFailed("too many wait for it already")
    try:
        yield
    except (requests.RequestException, AuthlibBaseError, JoseError) as error:
        raise ProviderFailed(type(error).__name__) from None
    except (ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:  # no JSON, or not as agreed
        raise ProviderFailed(f"what it says is not as agreed: {type(error).__name__}") from None
    finally:
        _waiting.release()


class Client:
    """One provider, as we know it: its addresses and keys are asked once, and keys anew when it has others."""

    def __init__(self, provider: OpenIdProvider) -> None:
        self._provider = provider
        self._library: Any = FlaskOAuth2App(
            FlaskIntegration("provider"),
            name="provider",
            client_id=provider.client_id,
            client_secret=provider.client_secret,
            server_metadata_url=provider.discovery,
            client_kwargs={
                "scope": "openid email",
                "code_challenge_method": "S256",
                "default_timeout": PATIENCE,
            },
        )

    def question(self, back: str) -> dict[str, Any]:
        """Return where to send somebody, and what to keep until the answer."""
        with _listening():
            self._meet()
            return self._library.create_authorization_url(back)

    def exchange(self, code: str, *, back: str, verifier: str) -> dict[str, Any]:
        """Return the tokens for a code."""
        with _listening():
            self._meet()
            return self._library.fetch_access_token(redirect_uri=back, code=code, code_verifier=verifier)

    def claims(self, token: dict[str, Any], *, nonce: str) -> dict[str, Any]:
        """Return what the identity token says, once all of it is as it must be."""
        expected = {
            "iss": {"essential": True, "value": self._provider.issuer},
            "aud": {"essential": True, "value": self._provider.client_id},
        }
        with _listening():
            claims = self._library.parse_id_token(token, nonce, claims_options=expected, leeway=_LEEWAY)
            if not claims or not 0 < len(str(claims["sub"])) <= _LONGEST_SUBJECT:
                raise ProviderFailed("it names nobody")
            return claims

    def verified_address(self, token: dict[str, Any], claims: dict[str, Any]) -> str | None:
        """Return the person's address, if the provider says that it was verified."""
        if "email" not in claims:
            with _listening():
                told = self._library.userinfo(token=token)
            if told.get("sub") != claims["sub"]:
                raise ProviderFailed("it tells about somebody else")
            claims = told
        address = claims.get("email")
        return address if isinstance(address, str) and claims.get("email_verified") is True else None

    def _meet(self) -> None:
        """Ask for the provider's addresses, if they are not known yet, and refuse those of another."""
        known = self._library.load_server_metadata()
        issuer = known.get("issuer")
        if issuer != self._provider.issuer:
            known.clear()  # asked once more next time
            raise ProviderFailed(f"it calls itself {str(issuer)[:100]!r}, and not as NETWERKSPIEGEL_OPENID_ISSUER says")
        known["id_token_signing_alg_values_supported"] = list(SIGNATURES)


@lru_cache(maxsize=4)
def client_of(provider: OpenIdProvider) -> Client:
    """Return what this process knows of a provider; made once, because of what is asked once."""
    return Client(provider)
