"""A database that is busy for too long: people are told to save again, operators get a sentence, nothing is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

import survey.database
from questionnaires.types.long_text import LongText
from survey import clock
from survey.extensions import db
from survey.services.sheets import moment
from tests.commands import ADD, ADDRESS, refusal
from tests.factories import fill_in, make_round, statements, the_questionnaire
from tests.pages import HOST, PageClient


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


@contextmanager
def writer(app: Flask) -> Iterator[None]:
    with app.app_context(), db.engine.connect() as connection, connection.begin() as transaction:
        yield
        transaction.rollback()


@pytest.fixture
def somebody_writes(hurried: Flask, link: str) -> Iterator[None]:
    with writer(hurried):
        yield


def test_a_page_that_cannot_be_saved_says_so_and_what_was_saved_stays(
    hurried: Flask, link: str, somebody_writes: None
) -> None:
    client = PageClient(hurried)

    page = client.post(f"{link}/roles", {"ro-1": "5"}, 503)

    assert "Dit is nog niet bewaard" in page.words
    assert page.form().fields["ro-1"] == "5"
    assert client.get(f"{link}/roles").form().fields["ro-1"] == "4"


def test_what_was_typed_can_be_saved_again_from_the_page_that_says_so(hurried: Flask, link: str) -> None:
    client = PageClient(hurried)
    old = client.get(f"{link}/closing")
    with writer(hurried):
        page = client.submit(old, {"op-keep": "Wat ik typte.", "op-keep-ok": "on", "go": "next"}, 503)

    client.submit(page, {"go": "next"})

    assert client.get(f"{link}/closing").form().fields["op-keep"].strip() == "Wat ik typte."


def test_a_choice_that_cannot_be_kept_is_not_acknowledged(hurried: Flask, link: str, somebody_writes: None) -> None:
    fields = {"chosen": f"ro-1:{moment(clock.now())}", "ro-1": "5"}

    response = PageClient(hurried).http.post(f"{link}/roles/bewaar", data=fields, base_url=HOST)

    assert response.status_code == 503


def test_a_command_says_so_in_one_sentence(hurried: Flask, somebody_writes: None) -> None:
    assert "The database could not be used" in refusal(hurried, *ADD, *ADDRESS)


def test_forgetting_says_so_while_somebody_reads_an_older_state(hurried: Flask, link: str) -> None:
    with hurried.app_context():
        with survey.database.reading() as session:
            session.connection().exec_driver_sql("SELECT count(*) FROM response").all()
            PageClient(hurried).post(f"{link}/wissen")
            assert survey.database.forget_deleted() is False

        assert survey.database.forget_deleted() is True


def let_it_grow_no_more(app: Flask) -> None:
    """Forbid SQLite every page more than it has: as a disk that is full."""
    with app.app_context():
        engine = db.engine
        raw = engine.raw_connection()
        raw.cursor().execute("VACUUM")  # no page is left over
        (pages,) = raw.cursor().execute("PRAGMA page_count").fetchone()
        raw.close()
        engine.dispose()

    @event.listens_for(engine, "connect")
    def forbid(connection: Any, _record: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_database_that_cannot_grow_says_so_and_loses_nothing(hurried: Flask) -> None:
    opened, client = make_round(hurried, {"library": 4}), PageClient(hurried)
    questions = [each.id for each in the_questionnaire().questions.values() if isinstance(each, LongText)]
    let_it_grow_no_more(hurried)
    told: dict[int, set[tuple[str, str]]] = {303: set(), 503: set()}

    for token, name in product(opened.tokens, questions):
        text = f"{name}: " + "dit past er niet meer bij. " * 14
        response = client.http.post(f"/v/{token}/closing", data={name: text, "go": "next"}, base_url=HOST)
        told[response.status_code].add((token, name))
        if response.status_code == 503:
            assert text.strip() in response.get_data(as_text=True)

    assert told[503], "The database went on growing: the test does not test what it should."
    kept = {token: client.get(f"/v/{token}/closing").form().fields for token in opened.tokens}
    assert {(token, name) for token, name in product(opened.tokens, questions) if kept[token][name].strip()} == told[
        303
    ]
