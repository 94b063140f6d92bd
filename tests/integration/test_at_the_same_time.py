"""Several requests at the same moment, on a database that really commits: no update is lost."""

from threading import Semaphore
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

import survey.database
from survey.database import reading, writing
from survey.errors import Refused
from survey.models import Base
from survey.queries import visits
from survey.services.networks import find_network
from tests.crowd import at_once, every_page, post_at_once, two_meet_after
from tests.factories import (
    NETWORK,
    OpenRound,
    add_network,
    close_round,
    fill_in,
    key_of,
    make_round,
    open_next_round,
    statements,
)
from tests.pages import PageClient

TABLES = Base.metadata.tables


@pytest.fixture(autouse=True, params=["one process", "a process each"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let threads queue for SQLite's one writer as in one process, or meet in the database as processes do."""
    if request.param == "a process each":
        monkeypatch.setattr(survey.database, "_one_writer", Semaphore(1000))


def rows(app: Flask, table: str) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.execute(select(TABLES[table])))


@pytest.fixture
def opened(committed_app: Flask) -> OpenRound:
    return make_round(committed_app, {"library": 1})


def test_eight_tabs_that_save_different_pages_lose_nothing(committed_app: Flask, opened: OpenRound) -> None:
    statuses = post_at_once(committed_app, every_page(opened, 4))

    assert statuses == [303] * 8
    (row,) = rows(committed_app, "response")
    assert row.answers == {key: 4 for key in statements(4) if not key.startswith("ov-")}


def test_a_page_that_is_saved_while_another_was_read_but_not_written_is_not_lost(
    committed_app: Flask, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "find_visit", two_meet_after(visits.find_visit))

    statuses = post_at_once(committed_app, every_page(opened, 4)[:2])

    assert statuses == [303, 303]
    (row,) = rows(committed_app, "response")
    assert len(row.answers) == 10


def test_eight_double_clicks_on_send_send_in_once(committed_app: Flask, opened: OpenRound) -> None:
    fill_in(PageClient(committed_app), opened.tokens[0], statements(3), send=False)

    statuses = post_at_once(committed_app, [(f"{opened.link}/nakijken", {"go": "send"})] * 8)

    assert statuses == [303] * 8
    assert len(rows(committed_app, "response")) == 1


def test_answers_that_come_while_the_round_closes_are_kept_or_refused(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 7})
    client = PageClient(committed_app)
    for token in opened.tokens:
        fill_in(client, token, statements(2), pages=["roles"])
    posts = [(f"/v/{token}/roles", statements(5)) for token in opened.tokens]

    statuses = at_once(
        [
            lambda: close_round(committed_app, opened.id),
            *(lambda post=post: post_at_once(committed_app, [post])[0] for post in posts),
        ]
    )[1:]

    assert set(statuses) <= {303, 410}
    changed = [row for row in rows(committed_app, "sealed_response") if row.answers["ro-1"] == 5]
    assert len(changed) == statuses.count(303)
    assert len(rows(committed_app, "sealed_response")) == 7
    assert rows(committed_app, "response") == []


def test_a_round_that_is_closed_by_two_people_at_once_is_published_once(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 6})
    for token in opened.tokens:
        fill_in(PageClient(committed_app), token, statements(3), pages=["roles"])

    results = at_once([lambda: close_round(committed_app, opened.id)] * 4)

    assert len([made for made in results if made is not None]) == 1
    assert len(rows(committed_app, "sealed_response")) == 6
    assert len(rows(committed_app, "published_results")) == 1


def test_two_people_who_open_a_round_at_once_open_one(committed_app: Flask) -> None:
    with committed_app.app_context(), writing() as session:
        add_network(session, members={"library": 2})

    def open_one() -> bool:
        try:
            with committed_app.app_context(), writing() as session:
                network = find_network(session, name=NETWORK)
                open_next_round(session, network=network, key=key_of(committed_app))
        except (Refused, IntegrityError):
            return False
        return True

    assert sorted(at_once([open_one] * 3)) == [False, False, True]
    assert len(rows(committed_app, "round")) == 1
