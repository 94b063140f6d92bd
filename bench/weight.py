"""How much a page weighs: what a browser fetches for it, compressed."""

import gzip
import http.client
from dataclasses import dataclass
from html.parser import HTMLParser

from bench.journeys import Exchange


@dataclass(frozen=True, slots=True)
class Fetched:
    """One thing a browser fetched: as it came over the line, and compressed at best."""

    address: str
    body: bytes
    is_compressed: bool

    @property
    def as_served(self) -> int:
        """Bytes over the line, for a browser that takes gzip."""
        return len(self.body)

    @property
    def compressed(self) -> int:
        """Bytes by gzip -9, or as served where that is less: a font is compressed already."""
        return self.as_served if self.is_compressed else min(self.as_served, len(gzip.compress(self.body, 9, mtime=0)))

    @property
    def text(self) -> str:
        """The contents as text."""
        return (gzip.decompress(self.body) if self.is_compressed else self.body).decode()


def exchange(address: tuple[str, int], said: Exchange) -> bytes:
    """Have one exchange outside the measurement and return the response's body."""
    head, _, body = said.request.partition(b"\r\n\r\n")
    method, path, _ = head.split(b"\r\n")[0].decode().split(" ")
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    connection = http.client.HTTPConnection(*address, timeout=30)
    connection.request(method, path, body=body or None, headers=headers)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    if str(response.status).encode() != said.status:
        raise SystemExit(f"{method} of a page answered {response.status}, not {said.status.decode()}.")
    return content


def fetch(address: tuple[str, int], path: str) -> Fetched:
    """Fetch something as a browser that takes gzip."""
    connection = http.client.HTTPConnection(*address, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != 200:
        raise SystemExit(f"{path} answered {response.status}.")
    return Fetched(path, body, response.headers.get("Content-Encoding") == "gzip")


def with_everything(address: tuple[str, int], path: str) -> list[Fetched]:
    """Fetch a page and everything it loads."""
    page = fetch(address, path)
    finder = _Loaded()
    finder.feed(page.text)
    return [page, *(fetch(address, each) for each in finder.addresses)]


class _Loaded(HTMLParser):
    """Finds what a page loads: style sheets, preloads, icons, scripts, images."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of anything loaded."""
        given = dict(attrs)
        address = given.get("href") if tag == "link" else given.get("src")
        if tag in ("link", "script", "img") and address and address not in self.addresses:
            self.addresses.append(address)
