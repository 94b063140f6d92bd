"""Which mail server, and in whose name: read from the text of a setting."""

import re
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.utils import parseaddr
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

#: The ports at which mail is handed in: with encryption from the second word on, and from the first.
_PORTS: Final = {"smtp": 587, "smtps": 465}
_SENDER: Final = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,190}")
#: More in a minute than any mail server takes.
_FASTEST: Final = 100_000
#: So long that nobody guesses it, and of letters that a header can hold.
_SECRET: Final = re.compile(r"[A-Za-z0-9._~+/=-]{32,200}")
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in."""

    host: str
    port: int
    #: Encrypted from the first word; otherwise from the second, where the server offers it.
    always_encrypted: bool
    user: str
    password: str = field(repr=False)

    @property
    def is_local(self) -> bool:
        """Whether it runs on this machine, so that nobody can listen in between."""
        return self.host in _LOCAL


def parse_server(value: str) -> MailServer | None:
    """Read ``smtp://user:password@host:587`` or ``smtps://...``; nothing is no server.

    Raises
    ------
    ValueError
        With the end of a sentence, which holds nothing of the value: there may be a password in it.
    """
    if not value:
        return None
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = parts = None
    if parts is None or not host or parts.scheme not in _PORTS or _has_more(parts) or port == 0:
        raise ValueError("must be an address such as smtp://user:password@host:587, or smtps://... .")
    if bool(parts.username) != bool(parts.password):
        raise ValueError("must name both a user and a password, or neither.")
    return MailServer(
        host=host,
        port=port or _PORTS[parts.scheme],
        always_encrypted=parts.scheme == "smtps",
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


def _has_more(parts: SplitResult) -> bool:
    return bool(parts.path.strip("/") or parts.query or parts.fragment)


def parse_sender(value: str) -> Address:
    """Read ``Netwerkspiegel <noreply@voorbeeld.nl>``, or an address by itself.

    Raises
    ------
    ValueError
        With the end of a sentence.
    """
    name, address = parseaddr(value)
    if not value.isprintable() or not _SENDER.fullmatch(address):
        raise ValueError("must be a sender such as Netwerkspiegel <noreply@voorbeeld.nl>.")
    return Address(name, addr_spec=address)


def parse_pace(value: str) -> int:
    """Read how many mails may go in a minute.

    Raises
    ------
    ValueError
        With the end of a sentence.
    """
    if not (value.isascii() and value.isdecimal()) or int(value) > _FASTEST:
        raise ValueError(f"must be a number from 0 to {_FASTEST}; 0 is as many as the mail server takes.")
    return int(value)


def parse_bounce_secret(value: str) -> str:
    """Read what the mail server says when it hands over mails that came back; nothing is none.

    Raises
    ------
    ValueError
        With the end of a sentence, which holds nothing of the value.
    """
    if value and not _SECRET.fullmatch(value):
        raise ValueError(
            "must be 32 to 200 letters, digits and . _ ~ + / = -, "
            "for example from: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    return value
