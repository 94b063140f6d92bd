"""How long several clients wait for pages of somebody who is signed in, at a real gunicorn."""

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flask.testing import FlaskClient

from bench import load
from bench.journeys import HEADERS, Exchange
from bench.lists import HOST
from bench.servers import Server, serving

CLIENTS, EACH = 8, 6
_SETTLE_SECONDS: Final = 0.05
_PATIENCE_SECONDS: Final = 300.0


@dataclass(frozen=True, slots=True)
class Waited:
    """How long clients waited for a page: milliseconds on the clock, and of the server's processor for each."""

    name: str
    p50: float
    p99: float
    cpu: float
    errors: int


def wait(
    pool: ProcessPoolExecutor, client: FlaskClient, pages: dict[str, str], settings: dict[str, str], log: Path
) -> list[Waited]:
    """Let 8 clients ask for each page of a server, by the session of this client; both workers know it by then."""
    cookie = client.get_cookie("netwerkspiegel", "spiegel.example")
    if cookie is None:
        raise SystemExit(f"Nobody is signed in at {HOST}.")
    with serving("dashboard", "wsgi:app", settings, log) as server:
        asked = {name: _get(address, cookie.value) for name, address in pages.items()}
        _ask(pool, server, list(asked.values()))
        return [_waited(pool, server, name, each) for name, each in asked.items()]


def _get(address: str, cookie: str) -> Exchange:
    return Exchange(f"GET {address} HTTP/1.1\r\n{HEADERS}Cookie: netwerkspiegel={cookie}\r\n\r\n".encode(), b"200")


def _ask(pool: ProcessPoolExecutor, server: Server, asked: list[Exchange]) -> load.Outcome:
    plan = load.Plan(server.address, [asked * EACH for _ in range(CLIENTS)], CLIENTS, _PATIENCE_SECONDS)
    return pool.submit(load.run, plan).result()


def _waited(pool: ProcessPoolExecutor, server: Server, name: str, asked: Exchange) -> Waited:
    before = server.cpu()
    outcome = _ask(pool, server, [asked])
    time.sleep(_SETTLE_SECONDS)
    cpu = 1000 * (server.cpu() - before) / max(1, outcome.requests)
    ordered = sorted(outcome.latencies) or [0.0]
    p50, p99 = (1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.50, 0.99))
    return Waited(name, p50, p99, cpu, sum(outcome.errors.values()))
