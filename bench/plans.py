"""How a database finds what a page asks: the plan of every query, in short."""

import re
from collections.abc import Iterator
from typing import Any, Final

from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from bench.lists import HOST

#: Tables whose rows grow with networks and rounds.
_GROWS: Final = (
    "round", "round_standing", "standing_theme", "standing_gap", "standing_fact", "invitation", "response", "contact",
    "action", "published_results", "report_edition",
)  # fmt: skip
_NAMED: Final = re.compile(r"(Index Only Scan|Index Scan|Bitmap Index Scan|Seq Scan)\D*? (?:using (\S+) )?on (\S+)")

Asked = tuple[str, Any]


def plans_of(engine: Engine, client: FlaskClient, pages: dict[str, str]) -> list[str]:
    """Return a line for each query that reads what grows, each query once, under the first page that asks it."""
    told: list[str] = []
    seen: set[str] = set()
    for name, address in pages.items():
        told.append(f"  {name}")
        for statement, parameters in _asked(engine, client, address):
            if statement not in seen and _reads(statement):
                seen.add(statement)
                told.append(f"    {_about(statement)}: {'; '.join(_plan(engine, statement, parameters))}")
    return told


def _asked(engine: Engine, client: FlaskClient, address: str) -> list[Asked]:
    asked: list[Asked] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, *more: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        client.get(address, base_url=HOST)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return asked


def _reads(statement: str) -> bool:
    return any(re.search(rf"(FROM|JOIN) {table}\b", statement) for table in _GROWS)


def _about(statement: str) -> str:
    """Say in short what a query is about: the first columns, and its tables."""
    words = " ".join(statement.split())
    tables = dict.fromkeys(re.findall(r"(?:FROM|JOIN) ([a-z_]+)", words))
    return f"{words[7:50]}... of {', '.join(tables)}"


def _plan(engine: Engine, statement: str, parameters: Any) -> Iterator[str]:
    is_sqlite = engine.dialect.name == "sqlite"
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN (COSTS OFF) "
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        rows = [
            " ".join(map(str, row[3:] if is_sqlite else row)) for row in raw.execute(explain + statement, parameters)
        ]
    short = (_sqlite(row) if is_sqlite else _postgresql(row) for row in rows)
    yield from dict.fromkeys(each for each in short if each)


def _sqlite(row: str) -> str:
    return row if row.startswith(("SCAN", "SEARCH", "USE TEMP")) else ""


def _postgresql(row: str) -> str:
    found = _NAMED.search(row)
    if found is None:
        bitmap = re.search(r"Bitmap Index Scan on (\S+)", row)
        return f"Bitmap Index Scan {bitmap[1]}" if bitmap else ""
    kind, index, table = found.groups()
    return f"{kind} {index or ''} on {table}".replace("  ", " ")
