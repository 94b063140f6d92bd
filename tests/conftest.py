"""What tests share: applications on both engines, rolled back after each test or on a database of their own."""

import fcntl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings
from sqlalchemy import Connection

from survey import assets, create_app
from survey.extensions import db
from tests.backwards import turn_rows_around
from tests.cheap_hashes import use_cheap_hashes
from tests.databases import ENGINES, Databases, rolled_back, use
from tests.factories import make_config
from tests.pages import PageClient
from tests.strict_templates import be_strict

use_cheap_hashes()
turn_rows_around()
# How long an example takes says how busy the machine is; speed is measured in bench/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def collected_assets() -> None:
    """Collect style sheets and scripts, once, when the set-up has not done so."""
    with Path(__file__).open("rb") as door:
        fcntl.flock(door, fcntl.LOCK_EX)  # the other process of this run may be at it
        if not (assets.FOLDER / "manifest.json").exists():
            from tools.assets import collect_all

            collect_all()


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    made = Databases()
    yield made
    made.close()


def _dispose(app: Flask) -> None:
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


@pytest.fixture(scope="session")
def shared_apps(databases: Databases, collected_assets: None) -> Iterator[Callable[[str], Flask]]:
    """One application per engine for all tests that roll back."""
    made: dict[str, Flask] = {}

    def get(engine: str) -> Flask:
        if engine not in made:
            made[engine] = be_strict(create_app(make_config(databases.migrated(engine), databases.folder)))
        return made[engine]

    yield get
    for app in made.values():
        _dispose(app)


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Both engines, one after the other."""
    return request.param


@pytest.fixture
def app(shared_apps: Callable[[str], Flask], engine_name: str) -> Flask:
    """An application whose database is empty before and after the test; see ``connection``."""
    return shared_apps(engine_name)


@pytest.fixture
def connection(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    """Put everything that happens in this test into one transaction, and roll it back."""
    with app.app_context():
        engine = db.engine
    with rolled_back(engine) as connection:
        use(connection, monkeypatch)
        yield connection


@pytest.fixture
def client(app: Flask, connection: Connection) -> PageClient:
    """A browser that checks every page it is given."""
    return PageClient(app)


@pytest.fixture
def make_app(databases: Databases, collected_assets: None, tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Make applications that really commit, each with its own database: ``make_app("sqlite", instance="demo")``."""
    made: list[Flask] = []

    def make(engine: str, **settings: object) -> Flask:
        url = str(settings.pop("database_url", "")) or databases.migrated(engine)
        made.append(be_strict(create_app(replace(make_config(url, tmp_path), **settings))))
        return made[-1]

    yield make
    for app in made:
        _dispose(app)
        databases.forget(app.extensions["netwerkspiegel"].database_url)


@pytest.fixture
def committed_app(make_app: Callable[..., Flask], engine_name: str) -> Flask:
    """An application that really commits, with a database of its own, on both engines."""
    return make_app(engine_name)


@pytest.fixture
def demo_app(make_app: Callable[..., Flask], engine_name: str) -> Flask:
    """Likewise, started as a demo."""
    return make_app(engine_name, instance="demo")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say after every run which attacks of the suite still wait for what they attack."""
    from tests.attacks.registry import WAITING

    if not WAITING:
        return
    terminalreporter.section("attacks that wait for their channel")
    for channel, attacks in WAITING.items():
        terminalreporter.line(f"{channel} (attacks: {', '.join(map(str, attacks))})")
