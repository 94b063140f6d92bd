"""Migrations: numbered, linear, run from the application's own engine."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine

from survey.models import Base
from survey.schema_version import MIGRATIONS


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest revision; does nothing when it is there."""
    _run(engine, lambda config: command.upgrade(config, "head"))


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to ``revision`` (``base`` for empty)."""
    _run(engine, lambda config: command.downgrade(config, revision))


def write_revision(engine: Engine, message: str, number: str) -> None:
    """Write a new migration from the difference between the models and the database."""
    _run(engine, lambda config: command.revision(config, message, autogenerate=True, rev_id=number))


def drift(connection: Connection) -> list[object]:
    """Return the differences between the models and the database; empty when there are none."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _run(engine: Engine, action: Callable[[Config], object]) -> None:
    with engine.connect() as connection, _tables_may_be_made_anew(connection):
        action(_config(connection))
        _refuse_loose_ends(connection)
        connection.commit()


@contextmanager
def _tables_may_be_made_anew(connection: Connection) -> Generator[None]:
    """Let a table that others refer to be replaced; SQLite can change some things in no other way.

    It takes this setting outside a transaction only: before SQLAlchemy begins one, and after it has ended.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    raw: Any = connection.connection.dbapi_connection
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.rollback()  # does nothing after the commit
        raw.execute("PRAGMA foreign_keys = ON")


def _refuse_loose_ends(connection: Connection) -> None:
    """Raise when a row refers to one that is not there: that was not looked at while tables were made anew."""
    if connection.dialect.name != "sqlite":
        return
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if loose:
        tables = ", ".join(sorted({row[0] for row in loose}))
        raise RuntimeError(f"After the migration, rows of {tables} refer to rows that are not there.")
