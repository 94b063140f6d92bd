"""The audit log on both engines: nothing in it is changed, replaced, or deleted before its term is over."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from survey import clock
from survey.database import writing
from survey.models import Base
from survey.services import audit, retention
from survey.services.audit import COMMAND_LINE, What

TABLE = Base.metadata.tables["audit_event"]
NEVER_CHANGED = "never changed"
KEPT = "kept until its term is over"


def add(connection: Connection, *, kept_until: datetime) -> UUID:
    """Add a row that is kept until a moment; the guards look at nothing else."""
    row_id = uuid4()
    times = {"at_utc": kept_until - timedelta(days=1), "kept_until_utc": kept_until}
    connection.execute(insert(TABLE).values(id=row_id, action="x.done", place="nowhere", details={}, **times))
    return row_id


@pytest.fixture
def young(connection: Connection) -> UUID:
    return add(connection, kept_until=clock.now() + timedelta(minutes=1))


@pytest.fixture
def old(connection: Connection) -> UUID:
    return add(connection, kept_until=clock.now() - timedelta(seconds=2))


def refused(connection: Connection, sentence: str, statement: Any, **values: Any) -> None:
    with pytest.raises(DBAPIError, match=sentence), connection.begin_nested():
        connection.execute(statement, values)


def there(connection: Connection) -> set[UUID]:
    return set(connection.execute(select(TABLE.c.id)).scalars())


@pytest.mark.parametrize("column", [column.name for column in TABLE.columns])
def test_no_column_of_a_row_can_be_changed(connection: Connection, young: UUID, old: UUID, column: str) -> None:
    """Also not of an old row, and also not into what it was already."""
    for row_id in (young, old):
        refused(connection, NEVER_CHANGED, update(TABLE).where(TABLE.c.id == row_id).values({column: TABLE.c[column]}))


@pytest.mark.parametrize("column", ["action", "kept_until_utc", "details"])
def test_raw_statements_change_nothing_either(connection: Connection, young: UUID, column: str) -> None:
    refused(connection, NEVER_CHANGED, text(f"UPDATE audit_event SET {column} = {column}"))  # noqa: S608 -- our own names


def test_a_row_stays_until_its_term_is_over(connection: Connection, young: UUID, old: UUID) -> None:
    refused(connection, KEPT, delete(TABLE))
    refused(connection, KEPT, text("DELETE FROM audit_event"))
    assert there(connection) == {young, old}

    connection.execute(delete(TABLE).where(TABLE.c.id == old))

    assert there(connection) == {young}


def test_no_row_takes_the_place_of_another(connection: Connection, young: UUID, old: UUID) -> None:
    columns = ", ".join(column.name for column in TABLE.columns)
    again = f"INTO audit_event ({columns}) SELECT {columns} FROM audit_event"  # noqa: S608 -- our own names
    for words in ("INSERT", "REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE"):
        if connection.dialect.name == "sqlite":
            refused(connection, NEVER_CHANGED, text(f"{words} {again}"))
    if connection.dialect.name == "postgresql":
        refused(connection, "pk_audit_event", text(f"INSERT {again}"))
        over = "ON CONFLICT (id) DO UPDATE SET action = 'y.done'"
        refused(connection, NEVER_CHANGED, text(f"INSERT {again} {over}"))
    assert there(connection) == {young, old}
    assert set(connection.execute(select(TABLE.c.action)).scalars()) == {"x.done"}


def test_the_log_cannot_be_emptied(connection: Connection, young: UUID) -> None:
    if connection.dialect.name == "postgresql":
        refused(connection, KEPT, text("TRUNCATE audit_event"))
        refused(connection, KEPT, text("TRUNCATE audit_event CASCADE"))
    assert there(connection) == {young}


def test_nightly_only_rows_past_their_term_go(connection: Connection, young: UUID, old: UUID) -> None:
    with writing() as session:
        assert retention.forget(session, at=clock.now()).elsewhere["audit_rows"] == 1

    assert old not in there(connection)
    assert young in there(connection)


def test_a_note_is_kept_for_the_term_of_its_support_organisation(app: Flask, connection: Connection) -> None:
    now = clock.now()
    with writing() as session:
        audit.note(session, What("x.done"), by=COMMAND_LINE, at=now)

    (kept,) = connection.execute(select(TABLE.c.kept_until_utc)).scalars()
    assert 729 <= (kept - now).days <= 731
