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
