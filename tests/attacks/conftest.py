"""What attackers get: a whole round, filled in through the web and closed by command, on a database of its own."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import pytest
from flask import Flask
from sqlalchemy import Connection

from survey import create_app
from survey.extensions import db
from survey.logs import ScrubbingFormatter
from tests.commands import run_in
from tests.databases import ENGINES, Databases
from tests.factories import NETWORK, OpenRound, coded_answers, fill_in, make_config, make_round, words
from tests.pages import PageClient

#: Three groups that can all be shown, and one person more, who only begins.
MEMBERS: Final = {"library": 7, "municipality": 8, "welfare": 7}
PEOPLE: Final = 21
SHARED, PRIVATE, DRAFT = "GEDEELD", "VOOR-MIJZELF", "NIET-VERSTUURD"


@dataclass(frozen=True, slots=True)
class Attacked:
    """A closed round, and what the application logged while it was open, closed and read."""

    app: Flask
    round: OpenRound
    log: tuple[str, ...]


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """Catch what the application made last writes to its log, as it would be written."""
    handlers = logging.getLogger("netwerkspiegel").handlers  # pytest adds its own while a test runs
    (handler,) = (each for each in handlers if isinstance(each.formatter, ScrubbingFormatter))
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def everybody_answers(app: Flask) -> OpenRound:
    """Have people fill in through the web, in another order than they were invited in; the last one only begins."""
    opened = make_round(app, MEMBERS)
    client = PageClient(app)
    for person in [*range(PEOPLE // 2, PEOPLE), *range(PEOPLE // 2)]:
        fill_in(client, opened.tokens[person], coded_answers(person) | own_words(person))
    fill_in(client, opened.tokens[PEOPLE], coded_answers(99) | words("op-keep", DRAFT, share=True), send=False)
    client.get(f"{opened.link}/klaar")
    return opened


def own_words(person: int) -> dict[str, str]:
    """Return words that are this person's alone, some to share and some not."""
    return words("op-keep", f"{SHARED}-{person}", share=True) | words("op-own", f"{PRIVATE}-{person}", share=False)


@pytest.fixture(scope="session", params=ENGINES)
def attacked(
    request: pytest.FixtureRequest,
    databases: Databases,
    collected_assets: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Attacked]:
    """A round that is over, on each engine: made once, only read."""
    app = create_app(make_config(databases.migrated(request.param), tmp_path_factory.mktemp("attacked")))
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
