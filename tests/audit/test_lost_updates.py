"""The slow tier: many writers at once, again and again, on both engines; not one update is lost."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from threading import Semaphore
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

import survey.database
from survey import create_app
from survey.config import Config
from survey.database import reading
from survey.models import Base
from survey.queries import visits
from tests.crowd import every_page, post_at_once, two_meet_after
from tests.factories import OpenRound, make_round

pytestmark = pytest.mark.audit

TABLE = Base.metadata.tables["response"]


def lost(app: Flask, value: int) -> int:
    """Return how many of the 40 answers of each person are not there."""
    return sum(40 - [*each.values()].count(value) for each in answers(app))


def answers(app: Flask) -> list[dict[str, Any]]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(TABLE.c.answers)))


def test_thirty_two_threads_of_four_people_lose_no_update(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 4})

    for value in (1, 2, 3, 4, 5):
        assert set(post_at_once(committed_app, every_page(opened, value))) == {303}
        assert lost(committed_app, value) == 0


def test_thirty_two_threads_on_one_response_lose_no_update(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 1})

    for value in (1, 2, 3, 4, 5):
        assert set(post_at_once(committed_app, every_page(opened, value) * 4)) == {303}
        assert lost(committed_app, value) == 0


def test_four_processes_with_eight_threads_each_lose_no_update(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 1})
    config = committed_app.extensions["netwerkspiegel"]

    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        runs = [pool.submit(rush, config, opened, slice(2 * number, 2 * number + 2)) for number in range(4)]

        assert [run.result() for run in runs] == [0, 0, 0, 0]
    assert lost(committed_app, 5) == 0


def rush(config: Config, opened: OpenRound, mine: slice) -> int:
    """Save two pages that nobody else saves, in eight threads, again and again; return how often one was not there."""
    app, failures = create_app(config), 0
    for value in (1, 2, 3, 4, 5):
        posts = every_page(opened, value)[mine]
        failures += post_at_once(app, posts * 4) != [303] * 8
        (found,) = answers(app)
        failures += any(found.get(key) != value for _, form in posts for key in form)
    return failures


@pytest.fixture
def at_the_worst_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both read before either writes, where nothing keeps them from it: no queue, as in processes of their own."""
    monkeypatch.setattr(survey.database, "_one_writer", Semaphore(1000))
    monkeypatch.setattr(visits, "find_visit", two_meet_after(visits.find_visit))


def test_without_its_lock_postgresql_would_lose_an_update(
    make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch, at_the_worst_moment: None
) -> None:
    monkeypatch.setattr(visits, "lock_visit", visits.find_visit)
    app = make_app("postgresql")
    opened = make_round(app, {"library": 1})

    assert post_at_once(app, every_page(opened, 4)[:2]) == [303, 303]

    assert [len(each) for each in answers(app)] == [5]


def test_in_a_deferred_transaction_sqlite_would_refuse_a_post(
    make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch, at_the_worst_moment: None
) -> None:
    monkeypatch.setattr(survey.database, "_on_begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    app = make_app("sqlite")
    opened = make_round(app, {"library": 1})

    assert sorted(post_at_once(app, every_page(opened, 4)[:2])) == [303, 503]
