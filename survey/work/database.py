"""The database of work, which is not ours but the work library's: ids, names and times, and nothing of a person."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event, make_url

#: How long a writer waits for another one, in milliseconds.
_BUSY_TIMEOUT_MS: Final = 10_000


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database; ``None`` for one on a server."""
    parts = make_url(url)
    return Path(str(parts.database)) if parts.drivername == "sqlite" else None


def make_engine(url: str, *, connections: int) -> Engine:
    """Connect as the library would, but that no error repeats what is in a row."""
    engine = create_engine(url, hide_parameters=True, pool_size=connections, max_overflow=0, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
    return engine


def make_private(file: Path) -> None:
    """Make a file before anything else does, for the owner alone; one of before that others could read, too."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    file.chmod(0o600)


def _prepare(connection: Any, record: object) -> None:
    """Take the write lock at the first statement, as the library counts on."""
    connection.isolation_level = "IMMEDIATE"
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
