"""The provider of OpenID Connect that an instance can name, and how what is given about it is checked."""

import re
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import urlsplit

#: Whether the provider's sign-in counts as one with a second factor, or people need our own after it.
SecondFactor = Literal["trust", "own"]

_HERE: Final = ("127.0.0.1", "localhost", "[::1]")
_ISSUER: Final = re.compile(r"https?://[A-Za-z0-9.\-:\[\]]+(/[A-Za-z0-9._~%\-/]*)?")
_PLAIN: Final = re.compile(r"[\x21-\x7e]{1,255}")
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class OpenIdProvider:
    """Who signs people in, as whom we are known there, and what the button says."""

    #: As the provider writes it, with or without a slash at its end: it is compared by the letter.
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str
    second_factor: SecondFactor

    @property
    def discovery(self) -> str:
        """Where the provider tells its addresses and keys."""
        return f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"


def parse_issuer(value: str) -> str:
    """Return an issuer as it was given.

    Raises
    ------
    ValueError
        When it is no address, or one on which anybody on the way can read along.
    """
    if not _ISSUER.fullmatch(value):
        raise ValueError("must be the provider's address without anything behind it, such as https://login.example.")
    parts = urlsplit(value)
    if parts.scheme != "https" and parts.netloc.rsplit(":", 1)[0] not in _HERE:
        raise ValueError("must begin with https://, except for a provider on this machine.")
    return value


def parse_plain(value: str) -> str:
    """Return an identifier or a secret; a mistake in it is most often a line break or a space that was copied too."""
    if not _PLAIN.fullmatch(value):
        raise ValueError("must be 1 to 255 letters, digits and signs without spaces.")
    return value


def parse_name(value: str) -> str:
    """Return what the button says."""
    if not value.isprintable() or not 1 <= len(value) <= _LONGEST_NAME:
        raise ValueError(f"must be a name of at most {_LONGEST_NAME} letters, for a button.")
    return value


def parse_second_factor(value: str) -> SecondFactor:
    """Return whether the provider's own second factor is trusted."""
    if value not in ("trust", "own"):
        raise ValueError("must be 'trust' or 'own'.")
    return value
