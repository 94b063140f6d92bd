"""Which address to serve at: read from the environment, and checked before anything starts."""

import errno
import re
import socket
from collections.abc import Mapping

from tools.programs import Trouble

LOWEST, HIGHEST = 1, 65535


def read_port(environ: Mapping[str, str]) -> int:
    """Return the port that ``PORT`` names, 8000 without it."""
    text = environ.get("PORT", "").strip() or "8000"
    if not (re.fullmatch(r"[0-9]{1,5}", text) and LOWEST <= int(text) <= HIGHEST):
        raise Trouble(f"PORT must be a number from {LOWEST} to {HIGHEST}; it is now {text[:40]!r}.")
    return int(text)


def read_host(environ: Mapping[str, str]) -> str:
    """Return the address that ``WEB_HOST`` names; without it, this machine alone can reach the server."""
    return environ.get("WEB_HOST", "").strip() or "127.0.0.1"


def check_free(host: str, port: int) -> None:
    """Raise a sentence when nothing can be served at this port."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Trouble(_about(error, host, port)) from error


def _about(error: OSError, host: str, port: int) -> str:
    another = port + 1 if port < HIGHEST else port - 1
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Choose another: make run PORT={another}"
    if error.errno == errno.EACCES:
        return f"Port {port} is for the administrator only. Choose another: make run PORT=8000"
    return f"This machine cannot serve at {host} (WEB_HOST). [{error.strerror}]"
