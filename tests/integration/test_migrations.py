"""Migrations: numbered, linear, up and down, and the models and the database agree on both engines."""

from collections.abc import Iterator

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, UniqueConstraint, create_engine, inspect

from survey import migrate, schema_version
from survey.models import Base
from tests.databases import Databases

TABLES = Base.metadata.tables


@pytest.fixture
def empty(databases: Databases, engine_name: str) -> Iterator[Engine]:
    """A database without tables."""
    url = databases.empty(engine_name)
    engine = create_engine(url)
    yield engine
    engine.dispose()
    databases.forget(url)


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_an_empty_database_gets_all_tables(empty: Engine) -> None:
    migrate.upgrade(empty)

    assert tables(empty) == set(TABLES)
    with empty.connect() as connection:
        assert schema_version.current(connection) == schema_version.newest()


def test_models_and_database_do_not_drift_apart(empty: Engine) -> None:
    migrate.upgrade(empty)

    with empty.connect() as connection:
        assert migrate.drift(connection) == []


def test_drift_would_be_found(empty: Engine) -> None:
    migrate.upgrade(empty)

    with empty.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE network ADD COLUMN motto VARCHAR(10)")
        assert len(migrate.drift(connection)) == 1


@pytest.mark.parametrize("name", TABLES)
def test_every_named_constraint_is_in_the_database(empty: Engine, name: str) -> None:
    migrate.upgrade(empty)
    table, found = TABLES[name], inspect(empty)

    checks = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
    unique = {str(each.name) for each in table.constraints if isinstance(each, UniqueConstraint)}

    assert {each["name"] for each in found.get_check_constraints(name)} == checks
    assert {each["name"] for each in found.get_unique_constraints(name)} == unique
    foreign = {tuple(each["constrained_columns"]): each["name"] for each in found.get_foreign_keys(name)}
    # SQLite does not tell the name of one that came with a later column
    unnamed = {columns for columns, given in foreign.items() if given is None and empty.dialect.name == "sqlite"}
    assert foreign == {
        columns: None if columns in unnamed else str(each.name)
        for each in table.foreign_key_constraints
        if (columns := tuple(each.column_keys))
    }


def test_all_the_way_down_leaves_no_table_and_up_again_works(empty: Engine) -> None:
    migrate.upgrade(empty)

    migrate.downgrade(empty, "base")
    assert tables(empty) == set()

    migrate.upgrade(empty)
    assert tables(empty) == set(TABLES)


def test_upgrading_twice_is_upgrading_once(empty: Engine) -> None:
    migrate.upgrade(empty)
    migrate.upgrade(empty)

    assert tables(empty) == set(TABLES)


def test_migrations_are_numbered_and_in_one_line() -> None:
    scripts = list(ScriptDirectory(str(schema_version.MIGRATIONS)).walk_revisions())[::-1]

    assert [script.revision for script in scripts] == [f"{number:03}" for number in range(1, len(scripts) + 1)]
    assert [script.down_revision for script in scripts] == [None, *(script.revision for script in scripts[:-1])]
    assert all(script.path.rpartition("/")[2].startswith(f"{script.revision}_") for script in scripts)
