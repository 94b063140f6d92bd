"""What attackers get: rounds that were filled in and closed by command, on databases of their own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import pytest
from flask import Flask
from sqlalchemy import Connection

from survey import create_app
from survey.config import Config
from survey.database import writing
from survey.extensions import db
from survey.services.benchmarks import store_edition
from tests.attacks import chosen
from tests.attacks.closed_round import PEOPLE, Attacked, closed, everybody_answers
from tests.databases import ENGINES, Databases
from tests.factories import NETWORK, OpenRound, coded_answers, make_config
from tests.published_networks import CUT_OFF, moment, others

#: What `make test` tries as well; all other attacks are of the slow tier.
QUICK: Final = (
    "test_registry.py", "test_channels.py", "test_hostile_rounds.py", "test_joint_attack.py", "test_joint_model.py",
)  # fmt: skip
_HERE: Final = Path(__file__).parent
_SLOW: Final = sorted(path.name for path in _HERE.glob("test_*.py") if path.name not in QUICK)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the attacks in the slow tier, but for those on every channel and on results alone.

    There each file of attacks meets one engine, in turn: who attacks reads what is published, which is worked out once
    and stored as text, and every page and file is tested on both engines by its own tests (decision 0057). Those that
    the fast tier tries on SQLite are tried on PostgreSQL.
    """
    for item in items:
        if item.path.parent == _HERE and (item.path.name not in QUICK or _engine(item) == "postgresql"):
            item.add_marker("audit")
    items[:] = [item for item in items if item.path.parent != _HERE or _meets(item)]


def _meets(item: pytest.Item) -> bool:
    """Whether an attack is tried on the engine that it names."""
    name, engine = item.path.name, _engine(item)
    return engine is None or name in QUICK or engine == ENGINES[_SLOW.index(name) % len(ENGINES)]


def _engine(item: pytest.Item) -> str | None:
    """Return the engine that an attack names, where it names one."""
    return next((name for name in ENGINES if name in item.name), None)


@pytest.fixture(scope="session")
def fresh_app(
    databases: Databases, collected_assets: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Flask]]:
    """Make applications with a database of their own, which holds a benchmark edition and nothing else."""
    with ExitStack() as made:
        yield lambda engine: made.enter_context(
            _fresh(make_config(databases.migrated(engine), tmp_path_factory.mktemp("attacked")))
        )


@contextmanager
def _fresh(config: Config) -> Iterator[Flask]:
    app = create_app(config)
    with app.app_context(), writing() as session:
        store_edition(session, others(), at=moment(CUT_OFF))
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session", params=ENGINES)
def attacked(request: pytest.FixtureRequest, fresh_app: Callable[[str], Flask]) -> Attacked:
    """A round that is over, filled in through the web, on each engine: made once, only read."""

    def fill(app: Flask) -> tuple[OpenRound, list[dict[str, str]]]:
        return everybody_answers(app), [coded_answers(person) for person in range(PEOPLE)]

    return closed(fresh_app(request.param), NETWORK, fill)


@pytest.fixture(scope="session", params=ENGINES)
def chosen_rounds(request: pytest.FixtureRequest, fresh_app: Callable[[str], Flask]) -> dict[str, Attacked]:
    """Six rounds that are hard to protect, on each engine: made once, only read."""
    app = fresh_app(request.param)
    return {name: closed(app, name, each.fill) for name, each in chosen.CHOSEN.items()}


@pytest.fixture
def database(attacked: Attacked) -> Iterator[Connection]:
    """The database of the round that is over; what a test changes in it is rolled back."""
    with attacked.app.app_context(), db.engine.connect() as connection:
        yield connection
