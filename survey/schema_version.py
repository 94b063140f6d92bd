"""At which version the tables are, and at which this code needs them; without loading the migrations."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, inspect, text

MIGRATIONS = Path(__file__).parent.parent / "migrations"


@cache
def newest() -> str:
    """Return the number of the newest migration; they are numbered in one line, and a test holds that."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def current(connection: Connection) -> str | None:
    """Return the number the database is at; ``None`` for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("select version_num from alembic_version"))
