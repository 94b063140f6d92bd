"""The pages over many networks that are measured, and what asking for one costs. A new page is a line in ``PAGES``."""

import gzip
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from statistics import median
from typing import Final

from flask import Flask, Response
from flask.testing import FlaskClient
from sqlalchemy import Engine

from bench.lists import HOST, Processes, counting, server_ms
from bench.standing_networks import Filled

REPEATS: Final = 7
#: Names of pages with their addresses; those with a network are asked for by its adviser only.
PAGES: Final = {
    "overview": "/overzicht",
    "compare": "/vergelijken",
    "compare by province": "/vergelijken?groepeer=provincie",
    "compare one topic": "/vergelijken?onderwerp=roles",
    "development": "/ontwikkeling",
    "development of a network": "/ontwikkeling?netwerk={network}",
    "library and welfare": "/bibliotheek-en-welzijn",
    "commitment, roles, reach": "/inzet-rollen-bereik",
    "where networks are": "/kaart",
    "networks together": "/regio",
    "conversation": "/netwerken/{network}/gesprek",
}
WORKBOOKS: Final = (
    "/overzicht.xlsx",
    "/vergelijken.xlsx",
    "/ontwikkeling.xlsx",
    "/bibliotheek-en-welzijn.xlsx",
    "/inzet-rollen-bereik.xlsx",
)


def addresses(filled: Filled) -> dict[str, dict[str, str]]:
    """Return what is asked for, by whom: the adviser of 40 networks asks for everything."""
    own = {name: address.format(network=filled.network) for name, address in PAGES.items()}
    return {"own": own, "all": {name: own[name] for name, address in PAGES.items() if "{network}" not in address}}


@dataclass(frozen=True, slots=True)
class Asked:
    """What one page cost: milliseconds here, at the database's server and on the clock; queries, bytes, the floor."""

    here: float
    server: float
    wall: float
    queries: int
    gzipped: int
    floor: float

    @property
    def ms(self) -> float:
        """Processor time, here and at the server."""
        return self.here + self.server


def ask(engine: Engine, client: FlaskClient, address: str, processes: Processes) -> Asked:
    """Ask for a page several times, beside the floor: its data sent as JSON from memory."""
    page = _get(client, address)
    floor = _floor(page)
    with counting(engine) as statements:
        here, server, wall = _cost(lambda: _get(client, address), processes)
    queries = len(statements) // REPEATS
    return Asked(here, server, wall, queries, len(gzip.compress(page)), _cost(lambda: _get(floor, "/"), list[int])[0])


def ask_workbook(engine: Engine, client: FlaskClient, address: str, processes: Processes) -> Asked:
    """Ask for a workbook once: it is made anew each time, and takes long enough to be measured."""
    with counting(engine) as statements:
        here, server, wall = _cost(lambda: _get(client, address), processes, repeats=1)
    body = _get(client, address)
    floor = _cost(lambda: _get(_sending(body), "/"), list[int])[0]
    return Asked(here, server, wall, len(statements), len(body), floor)


def _get(client: FlaskClient, address: str) -> bytes:
    answer = client.get(address, base_url=HOST)
    if answer.status_code != 200:
        raise SystemExit(f"{address} gave {answer.status_code}.")
    return answer.data


def _cost(work: Callable[[], object], processes: Processes, repeats: int = REPEATS) -> tuple[float, float, float]:
    """Return medians of processor and clock time here, and the average of the server, whose clock ticks slowly."""
    here, wall, before = list[float](), list[float](), server_ms(processes)
    for _ in range(repeats):
        cpu, begin = time.process_time(), time.perf_counter()
        work()
        here.append(1000 * (time.process_time() - cpu))
        wall.append(1000 * (time.perf_counter() - begin))
    return median(here), (server_ms(processes) - before) / repeats, median(wall)


def _floor(page: bytes) -> FlaskClient:
    reader = _Cells()
    reader.feed(page.decode())
    return _sending(json.dumps(reader.rows).encode())


def _sending(body: bytes) -> FlaskClient:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/", view_func=lambda: Response(body, mimetype="application/json"))
    return app.test_client()


class _Cells(HTMLParser):
    """Reads the data of a page: the texts of its tables' cells, and what they say when they are pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1] += [dict(attrs).get("data-says") or "", ""]
            self._is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        self._is_in_cell = self._is_in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        """Keep the text of a cell."""
        if self._is_in_cell:
            self.rows[-1][-1] += data
