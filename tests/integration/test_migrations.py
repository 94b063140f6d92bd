"""Migrations: numbered, linear, up and down, and the models and the database agree on both engines."""

from collections.abc import Iterator
from datetime import date

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import CheckConstraint, Engine, Inspector, UniqueConstraint, create_engine, inspect, select

from survey import migrate, schema_version
from survey.database import reading, writing
from survey.extensions import db
from survey.models import Account, AlertChoice, Base, RoundStanding
from survey.services import alerts
from tests.dashboards import add_standing, add_stood, closed_on
from tests.databases import ENGINES, Databases
from tests.factories import add_adviser, make_round
from tests.unit.reports.networks import given

TABLES = Base.metadata.tables


@pytest.fixture
def empty(databases: Databases, engine_name: str) -> Iterator[Engine]:
    """A database without tables."""
    url = databases.empty(engine_name)
    engine = create_engine(url)
    yield engine
    engine.dispose()
    databases.forget(url)


@pytest.fixture(scope="module", params=ENGINES)
def migrated(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Inspector]:
    """What stands in a database with all migrations, on each engine; only read."""
    url = databases.empty(request.param)
    engine = create_engine(url)
    migrate.upgrade(engine)
    yield inspect(engine)
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
def test_every_named_constraint_is_in_the_database(migrated: Inspector, name: str) -> None:
    table, found = TABLES[name], migrated

    checks = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
    unique = {str(each.name) for each in table.constraints if isinstance(each, UniqueConstraint)}

    assert {each["name"] for each in found.get_check_constraints(name)} == checks
    assert {each["name"] for each in found.get_unique_constraints(name)} == unique
    foreign = {tuple(each["constrained_columns"]): each["name"] for each in found.get_foreign_keys(name)}
    # SQLite does not tell the name of one that came with a later column
    unnamed = {columns for columns, given in foreign.items() if given is None and found.dialect.name == "sqlite"}
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


def test_invitations_and_answers_survive_the_making_anew_of_their_table(committed_app: Flask) -> None:
    make_round(committed_app)
    joined = "SELECT count(*) FROM response JOIN invitation ON invitation.id = response.invitation_id"
    with committed_app.app_context():
        migrate.downgrade(db.engine, "005")
        migrate.upgrade(db.engine)

        with db.engine.connect() as connection:
            assert connection.exec_driver_sql(joined).scalar() == 3
            assert connection.exec_driver_sql("SELECT DISTINCT channel FROM invitation").scalars().all() == ["personal"]


def test_who_had_turned_the_weekly_mail_off_gets_no_alerts(committed_app: Flask) -> None:
    with committed_app.app_context():
        with writing() as session:
            for address, wants in (("a@x.example", False), ("b@x.example", True), ("c@x.example", False)):
                account = add_adviser(session, address=address)
                account.gets_overview = wants
            account.role = "coordinator"
        migrate.downgrade(db.engine, "013")
        migrate.upgrade(db.engine)

        with reading() as session:
            of = select(Account.address, AlertChoice.kind, AlertChoice.pace).join(
                Account, Account.id == AlertChoice.account_id
            )
            chosen = {tuple(row) for row in session.execute(of)}
    assert chosen == {("a@x.example", kind, "never") for kind in alerts.STANDARD}


def test_what_is_counted_of_rounds_from_before_is_what_is_counted_now(committed_app: Flask) -> None:
    def texts() -> list[tuple[set[str], str]]:
        with reading() as session:
            found = session.execute(select(RoundStanding.outcomes, RoundStanding.said).order_by(RoundStanding.id))
            return [(set(outcomes.split()), said) for outcomes, said in found]

    with committed_app.app_context():
        with writing() as session:
            adviser = add_adviser(session)
            network = add_stood(session, adviser, "Waterdam")
            add_standing(session, network, closed_on(given("divided")[0], date(2026, 11, 20)), number=2)
            add_stood(session, adviser, "Bergen", "small")
        now = texts()
        migrate.downgrade(db.engine, "014")
        migrate.upgrade(db.engine)

        assert texts() == now
        assert [bool(said) for _, said in now].count(True) == 2


def test_a_migration_that_leaves_loose_ends_is_refused(committed_app: Flask, engine_name: str) -> None:
    if engine_name != "sqlite":
        pytest.skip("PostgreSQL itself refuses at once")
    make_round(committed_app)

    def lose_invitations(config: Config) -> None:
        config.attributes["connection"].exec_driver_sql("DELETE FROM invitation")

    with committed_app.app_context(), pytest.raises(RuntimeError, match="rows of response refer"):
        migrate._run(db.engine, lose_invitations)  # pyright: ignore[reportPrivateUsage]  # no migration of ours does so
