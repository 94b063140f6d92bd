"""The pages over many networks: what they cost an adviser of 40 networks, and one who reads all of them.

``python -m bench.dashboard`` prints the figures; ``--record`` adds them to bench/RECORD.md. Measured are 350 networks
with 5 released rounds each and 10,000 with 10, on both engines; ``--size`` takes one of them. The cost is the
processor time of this process, which for SQLite includes the database; for PostgreSQL that of the server's comes to it.
The floor is an application that sends the same data, as JSON that lies ready in memory. How long 8 clients wait is
measured at a real gunicorn, and recorded. The plans of the queries are those of the larger size.
"""

import argparse
import logging
import multiprocessing
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from os import getloadavg
from pathlib import Path
from typing import Final

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from bench import standing_networks
from bench.board_pages import WORKBOOKS, Asked, addresses, ask, ask_workbook
from bench.lists import Processes, databases, settle, signed_in
from bench.machine import as_served, speed, state
from bench.plans import plans_of
from bench.standing_networks import Filled
from bench.telling import Target, record
from bench.waiting import Waited, wait
from survey import create_app, migrate
from survey.config import read_config
from survey.extensions import db

MOST_QUERIES, MOST_KB, MOST_WORKBOOK_MS = 12, 150, 30_000


@dataclass(frozen=True, slots=True)
class Size:
    """So many networks with so many released rounds each, and what a page may cost."""

    networks: int
    rounds: int
    most_ms: float

    @property
    def name(self) -> str:
        """Say it in words."""
        return f"{self.networks:,} networks x {self.rounds} rounds"


SMALL: Final = Size(350, 5, 100)
LARGE: Final = Size(10_000, 10, 1000)
SIZES: Final = {"350": SMALL, "10000": LARGE}


@dataclass(slots=True)
class Found:
    """What was found on one engine, in one size: by page, by workbook, and of each query its plan."""

    size: Size
    engine: str
    pages: dict[str, Asked] = field(default_factory=dict[str, Asked])
    workbooks: dict[str, Asked] = field(default_factory=dict[str, Asked])
    plans: list[str] = field(default_factory=list[str])
    waited: list[Waited] = field(default_factory=list[Waited])

    @property
    def targets(self) -> Iterator[Target]:
        """Judge each page by the dearest of both readers."""
        for page in dict.fromkeys(name.partition(", ")[0] for name in self.pages):
            both = [asked for name, asked in self.pages.items() if name.partition(", ")[0] == page]
            where = f"{self.engine} {self.size.networks}: {page}"
            yield Target(where, max(each.ms for each in both), self.size.most_ms, "ms")
            yield Target(f"{where}: queries", max(each.queries for each in both), MOST_QUERIES, "")
            yield Target(f"{where}: gzipped", max(each.gzipped for each in both) / 1000, MOST_KB, "kB")
        for name, asked in self.workbooks.items():
            yield Target(f"{self.engine} {self.size.networks}: {name}", asked.ms, MOST_WORKBOOK_MS, "ms")


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.dashboard", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    parser.add_argument("--size", choices=SIZES, help="one of the sizes only")
    arguments = parser.parse_args()
    load, fast = getloadavg()[0], speed()
    sizes = (SIZES[arguments.size],) if arguments.size else SIZES.values()
    found = [each for size in sizes for each in _measured(size)]
    text = _told(found, load, fast)
    print(text)
    if arguments.record:
        part = f" --size {arguments.size}" if arguments.size else ""
        record("dashboard", text, f"python -m bench.dashboard{part} --record")
    return 0


def _measured(size: Size) -> Iterator[Found]:
    with tempfile.TemporaryDirectory(prefix="netwerkspiegel-bench-") as folder, ExitStack() as stack:
        for engine, url, processes in databases(Path(folder), stack):
            found = Found(size, engine)
            _measure(found, Path(folder) / engine, url, processes)
            yield found


def _measure(found: Found, folder: Path, url: str, processes: Processes) -> None:
    settings = {
        "NETWERKSPIEGEL_INSTANCE_KEY": "0" * 64,
        "NETWERKSPIEGEL_COOKIE_KEY": "1" * 64,
        "NETWERKSPIEGEL_DATA_DIR": str(folder),
        "NETWERKSPIEGEL_INSTANCE": "production",
        "NETWERKSPIEGEL_DATABASE_URL": url,
    }
    app = create_app(read_config(settings))
    logging.getLogger("netwerkspiegel").setLevel(logging.WARNING)
    with app.app_context():  # left before anything is asked: who is signed in would be remembered in it
        migrate.upgrade(db.engine)
        filled = standing_networks.fill(db.engine, networks=found.size.networks, rounds=found.size.rounds)
        settle(db.engine)
        engine, clients = db.engine, _clients(app, filled)
    as_served()
    try:
        _ask_all(found, engine, clients, filled, processes)
        if found.size is LARGE:
            found.plans += plans_of(engine, clients["all"], addresses(filled)["all"])
        else:
            found.waited += _wait(clients["all"], filled, settings, folder)
    finally:
        engine.dispose()


def _clients(app: Flask, filled: Filled) -> dict[str, FlaskClient]:
    return {"own": signed_in(app, filled.own, "adviser"), "all": signed_in(app, filled.reader, "adviser")}


def _ask_all(
    found: Found, engine: Engine, clients: dict[str, FlaskClient], filled: Filled, processes: Processes
) -> None:
    for whose, pages in addresses(filled).items():
        for name, address in pages.items():
            found.pages[f"{name}, {whose}"] = ask(engine, clients[whose], address, processes)
    for address in WORKBOOKS:
        found.workbooks[address] = ask_workbook(engine, clients["all"], address, processes)


def _wait(client: FlaskClient, filled: Filled, settings: dict[str, str], folder: Path) -> list[Waited]:
    """Let 8 clients ask for each page of a real server."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return wait(pool, client, addresses(filled)["all"], settings, folder / "gunicorn.log")


def _told(found: list[Found], load: float, fast: float) -> str:
    lines = [
        f"{', '.join(dict.fromkeys(each.size.name for each in found))}, all of one support organisation; half of them "
        f"have an open round of 20 people;\n{state(load, fast)}."
    ]
    for each in found:
        lines += ["", *_table(each)]
    for each in found:
        if each.plans:
            lines += ["", f"Plans of the queries, {each.engine}, {each.size.name}, who reads all", *each.plans]
    targets = [target.line for each in found for target in each.targets]
    return "\n".join([*lines, "", "Targets", *targets])


def _table(found: Found) -> Iterator[str]:
    yield f"{found.engine}, {found.size.name}: CPU in ms (here + at the server), wall ms, queries, kB gzipped, floor ms"
    for name, asked in {**found.pages, **found.workbooks}.items():
        yield (
            f"  {name:<44} {asked.ms:8.1f} ({asked.here:.1f} + {asked.server:.1f}) {asked.wall:8.1f} {asked.queries:4} "
            f"{asked.gzipped / 1000:7.1f} {asked.floor:7.2f} ({asked.ms / asked.floor:.0f} times)"
        )
    for each in found.waited:
        yield (
            f"  8 clients at gunicorn, {each.name:<44} p50 {each.p50:7.1f} ms, p99 {each.p99:7.1f} ms, "
            f"{each.cpu:6.1f} ms CPU each, errors {each.errors}"
        )


if __name__ == "__main__":
    sys.exit(main())
