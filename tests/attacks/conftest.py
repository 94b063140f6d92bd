"""What attackers get: a whole round, filled in through the web and closed by command, on a database of its own."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from survey import create_app
from survey.database import writing
from survey.extensions import db
from survey.services.benchmarks import store_edition
from tests.attacks.closed_round import Attacked, everybody_answers, logged
from tests.commands import run_in
from tests.databases import ENGINES, Databases
from tests.factories import NETWORK, make_config
from tests.pages import PageClient
from tests.published_networks import CUT_OFF, moment, others


@pytest.fixture(scope="session", params=ENGINES)
def attacked(
    request: pytest.FixtureRequest,
    databases: Databases,
    collected_assets: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Attacked]:
    """A round that is over, on each engine: made once, only read."""
    app = create_app(make_config(databases.migrated(request.param), tmp_path_factory.mktemp("attacked")))
    with app.app_context(), writing() as session:
        store_edition(session, others(), at=moment(CUT_OFF))
    with logged() as written:
        opened = everybody_answers(app)
        run_in(app, "round", "close", NETWORK, "--yes")
        client = PageClient(app)
        client.follow(client.get(f"{opened.link}?x=secret", 303))
    yield Attacked(app, opened, tuple(written.getvalue().splitlines()))
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def database(attacked: Attacked) -> Iterator[Connection]:
    """The database of the round that is over; what a test changes in it is rolled back."""
    with attacked.app.app_context(), db.engine.connect() as connection:
        yield connection
