"""Guess the digits of a code, in tests: wrong ones by the thousand, from any address."""

from collections.abc import Iterator

from tests.pages import HOST, PageClient


def wrong(right: str) -> Iterator[str]:
    """Return every code but one, the one beside it first."""
    return (f"{(int(right) + step) % 1_000_000:06}" for step in range(1, 1_000_000))


def guess(client: PageClient, digits: str, address: str = "192.0.2.1") -> int:
    """Post a guess, unchecked, for guesses by the thousand; return the status."""
    options = {"base_url": HOST, "environ_base": {"REMOTE_ADDR": address}}
    return client.http.post("/meedoen", data={"code": digits}, **options).status_code
