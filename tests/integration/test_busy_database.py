"""A database that is busy for too long: people are told to save again, operators get a sentence, nothing is lost."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

import survey.database
from survey.extensions import db
from tests.commands import ADD, ADDRESS, refusal
from tests.factories import fill_in, make_round, statements
from tests.pages import PageClient


@pytest.fixture
def hurried(make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch) -> Flask:
    """An application on SQLite, whose writers wait for each other a moment only."""
    monkeypatch.setattr(survey.database, "BUSY_TIMEOUT_MS", 50)
    return make_app("sqlite")


@pytest.fixture
def link(hurried: Flask) -> str:
    opened = make_round(hurried)
    fill_in(PageClient(hurried), opened.tokens[0], statements(4), pages=["roles"], send=False)
    return opened.link


@pytest.fixture
def somebody_writes(hurried: Flask, link: str) -> Iterator[None]:
    with hurried.app_context(), db.engine.connect() as connection, connection.begin() as transaction:
        yield
        transaction.rollback()


def test_a_page_that_cannot_be_saved_says_so_and_what_was_saved_stays(
    hurried: Flask, link: str, somebody_writes: None
) -> None:
    client = PageClient(hurried)

    page = client.post(f"{link}/roles", {"ro-1": "5"}, 503)

    assert len(page.words) > 60
    assert client.get(f"{link}/roles").form().fields["ro-1"] == "4"


def test_a_command_says_so_in_one_sentence(hurried: Flask, somebody_writes: None) -> None:
    assert "The database could not be used" in refusal(hurried, *ADD, *ADDRESS)


def test_forgetting_says_so_while_somebody_reads_an_older_state(hurried: Flask, link: str) -> None:
    with hurried.app_context():
        with survey.database.reading() as session:
            session.connection().exec_driver_sql("SELECT count(*) FROM response").all()
            PageClient(hurried).post(f"{link}/wissen")
            assert survey.database.forget_deleted() is False

        assert survey.database.forget_deleted() is True
