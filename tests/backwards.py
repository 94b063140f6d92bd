"""Rows without an order come last first on SQLite in tests, and first first on PostgreSQL, mostly.

A database may give rows that nobody ordered in any order, and PostgreSQL does once it has cleaned its tables up. What
needs an order and does not ask for one fails here every time, and not once in a thousand times.
"""

from typing import Any

from sqlalchemy import Engine, event


def turn_rows_around() -> None:
    """Have SQLite turn around, from now on and in this process, all rows that are not ordered."""
    event.listen(Engine, "connect", _turn_around)


def _turn_around(connection: Any, record: object) -> None:
    if type(connection).__module__.startswith("sqlite3"):
        connection.execute("PRAGMA reverse_unordered_selects = ON")
