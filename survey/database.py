"""Connections and transactions: what reads can never write, and what writes never loses an update."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from inspect import iscoroutinefunction
from pathlib import Path
from threading import RLock
from typing import Any

from flask import Flask
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from survey.extensions import db

#: How long a writer waits for another one, in milliseconds.
BUSY_TIMEOUT_MS = 10_000

#: How long wiping the editions of reports waits for readers, in milliseconds: nobody else can read them meanwhile.
_PATIENCE_MS = 300

#: As many connections as a process has threads: more are opened and closed for one request each. The last one used
#: comes first, because what it has read and prepared is still at hand.
POOL: dict[str, Any] = {"pool_size": 16, "pool_use_lifo": True}

#: SQLite has one writer: threads of a process queue here, in turn, rather than in its sleeping retries.
_one_writer = RLock()

#: The tables that forget people: when a round closes, when somebody is erased, when a term is over.
_FORGETTING = (
    "account",
    "account_mail",
    "account_session",
    "action",
    "audit_event",
    "contact",
    "invitation",
    "link_request",
    "network",
    "network_coordinator",
    "open_id_identity",
    "organisation_profile",
    "own_words",
    "passkey",
    "report_edition",
    "response",
    "round_code",
    "saved_view",
    "sealed_response",
    "staged_import",
)

_READ_ONLY = "netwerkspiegel_read_only"
_ONE_STATEMENT = "netwerkspiegel_one_statement"


def init_app(app: Flask) -> None:
    """Teach every engine of the application our rules for transactions."""
    _drop_asynchronous_teardown(app)
    with app.app_context():
        for engine in db.engines.values():
            if engine.dialect.name == "sqlite":
                _make_private(engine)
                _teach_sqlite(engine)


@contextmanager
def reading() -> Generator[Session]:
    """Open a transaction that cannot change anything: the database itself refuses."""
    with _open(read_only=True) as session:
        yield session


@contextmanager
def looking() -> Generator[Connection]:
    """Open a connection for one look: it cannot change anything, and has no session's bookkeeping.

    For the most visited pages. A second statement on it may see a later state of the database.
    """
    with _look() as connection:
        yield connection


@contextmanager
def writing() -> Generator[Session]:
    """Open a short write transaction; commit at the end, roll back on any error."""
    with _open(read_only=False) as session, _turn(session), session.begin():
        yield session


@contextmanager
def _turn(session: Session) -> Generator[None]:
    """Wait for this process's turn to write; no longer than SQLite itself would wait."""
    if session.get_bind().dialect.name != "sqlite":
        yield
        return
    if not _one_writer.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
        raise OperationalError(None, None, TimeoutError("another writer is busy"))
    try:
        yield
    finally:
        _one_writer.release()


def _open(*, read_only: bool) -> Session:
    """Make a session; tests put theirs here, in a transaction that they roll back."""
    return Session(_reader(db.engine) if read_only else db.engine, expire_on_commit=False)


def _look() -> AbstractContextManager[Connection]:
    """Connect for reading; tests put theirs here."""
    return _looker(db.engine).connect()


@lru_cache(maxsize=4)
def _looker(engine: Engine) -> Engine:
    """Return the same engine for one statement at a time, which needs no transaction around it."""
    return _reader(engine).execution_options(**{_ONE_STATEMENT: True})


@lru_cache(maxsize=4)
def _reader(engine: Engine) -> Engine:
    """Return the same engine, on which nothing can be written; made once, for every request asks."""
    return engine.execution_options(**{_READ_ONLY: True, "postgresql_readonly": True})


def _drop_asynchronous_teardown(app: Flask) -> None:
    """Take out the end of asynchronous sessions: we have none, and it starts a thread for every request."""
    hooks = app.teardown_appcontext_funcs
    app.teardown_appcontext_funcs = [hook for hook in hooks if not iscoroutinefunction(hook)]


def _make_private(engine: Engine) -> None:
    """Make the file before SQLite does, for the owner alone; its log takes the mode over."""
    path = Path(str(engine.url.database))
    if path.parent.is_dir() and not path.exists():
        path.touch(mode=0o600)


def _teach_sqlite(engine: Engine) -> None:
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    raw: Any = connection
    raw.isolation_level = None  # the driver's own BEGIN is deferred, and then updates are lost silently
    cursor = raw.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    read_only = bool(connection.get_execution_options().get(_READ_ONLY))
    raw: Any = connection.connection.dbapi_connection
    if connection.info.get(_READ_ONLY, False) != read_only:
        raw.execute(f"PRAGMA query_only = {int(read_only)}")
        connection.info[_READ_ONLY] = read_only
    if connection.get_execution_options().get(_ONE_STATEMENT):
        return
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")  # by SQLAlchemy, which wraps its errors


def forget_deleted() -> bool:
    """Wipe what was deleted from the database's files as well (disclosure rule R14).

    SQLite overwrites deleted rows itself (secure_delete); their old pages in the write-ahead log go here.
    PostgreSQL keeps deleted rows until they are vacuumed.

    Returns
    -------
    bool
        Whether all is wiped; not so while another process goes on reading an older state of an SQLite database.
    """
    return _forget_log() if db.engine.dialect.name == "sqlite" else _forget_rows()


def _forget_rows() -> bool:
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"VACUUM {', '.join(_FORGETTING)}")
    return True


def forget_documents() -> bool:
    """Write the editions of reports anew without what was withdrawn.

    PostgreSQL keeps long texts apart, and their bytes stay in its files when they are vacuumed; SQLite has overwritten
    them already.

    Returns
    -------
    bool
        Whether it is done; not so while somebody else goes on reading them.
    """
    if db.engine.dialect.name == "sqlite":
        return True
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"SET lock_timeout = '{_PATIENCE_MS}ms'")
        try:
            connection.exec_driver_sql("VACUUM (FULL) report_edition")
        except OperationalError:
            return False
        finally:
            connection.exec_driver_sql("RESET lock_timeout")
    return True


def _forget_log() -> bool:
    pooled = db.engine.raw_connection()  # past our "begin": a checkpoint runs outside any transaction
    try:
        busy, _, _ = pooled.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        pooled.close()
