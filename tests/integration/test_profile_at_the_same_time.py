"""Colleagues who fill in the profile of their organisation at the same moment, also while the round closes."""

from threading import Semaphore, Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

import survey.database
from reports.profile import ProfileResults
from survey.database import reading
from survey.models import Base
from survey.queries import profiles
from tests.crowd import at_once, post_at_once, two_meet_after
from tests.factories import OpenRound, close_round
from tests.speaking import ADA, BEA, CAS, DIRK, profile_of, speaking_round

TABLES = Base.metadata.tables


@pytest.fixture(autouse=True, params=["one process", "a process each"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let threads queue for SQLite's one writer as in one process, or meet in the database as processes do."""
    if request.param == "a process each":
        monkeypatch.setattr(survey.database, "_one_writer", Semaphore(1000))


@pytest.fixture
def opened(committed_app: Flask) -> OpenRound:
    return speaking_round(committed_app)


def rows(app: Flask, table: str) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.execute(select(TABLES[table])))


def test_two_colleagues_who_begin_at_once_begin_one_profile_and_lose_nothing(
    committed_app: Flask, opened: OpenRound
) -> None:
    posts = [
        (f"{profile_of(opened, person)}/{page}", fields)
        for person in (ADA, BEA)
        for page, fields in (
            ("first", {f"rf-tasks.{'intake' if person == ADA else 'match'}": "do"}),
            ("reach-groups" if person == ADA else "reach-numbers", {"we-see": "older", "rn-found": "30"}),
        )
    ]

    assert post_at_once(committed_app, posts) == [303] * 4

    (row,) = rows(committed_app, "organisation_profile")
    assert row.answers["rf-tasks"] == {"intake": ["do"], "match": ["do"]}
    assert (row.answers["we-see"], row.answers["rn-found"]) == (["older"], {"number": 30})


def test_a_page_that_is_saved_while_a_colleague_has_read_but_not_written_is_not_lost(
    committed_app: Flask, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profiles, "find_profile", two_meet_after(profiles.find_profile))
    posts = [
        (f"{profile_of(opened, ADA)}/reach-groups", {"we-see": "older"}),
        (f"{profile_of(opened, BEA)}/voice-first", {"vo-1": "well"}),
    ]

    assert post_at_once(committed_app, posts) == [303, 303]

    (row,) = rows(committed_app, "organisation_profile")
    assert (row.answers["we-see"], row.answers["vo-1"]) == (["older"], "well")


@pytest.mark.parametrize("begun", [True, False], ids=["begun before", "begun just then"])
def test_what_comes_while_the_round_closes_is_published_or_refused(
    committed_app: Flask, opened: OpenRound, begun: bool
) -> None:
    people = (ADA, CAS, DIRK)
    if begun:
        post_at_once(committed_app, [(f"{profile_of(opened, each)}/first", {}) for each in people])
    posts = [(f"{profile_of(opened, each)}/reach-groups", {"we-see": "older"}) for each in people]

    statuses = at_once(
        [
            lambda: close_round(committed_app, opened.id),
            *(lambda post=post: post_at_once(committed_app, [post])[0] for post in posts),
        ]
    )[1:]

    assert set(statuses) <= {303, 410}
    (published,) = rows(committed_app, "published_profile")
    older = next(each for each in ProfileResults.from_json(published.document).groups if each.id == "older")
    assert len(older.organisations) == statuses.count(303)
    assert rows(committed_app, "organisation_profile") == []


def test_a_round_waits_with_closing_for_a_page_that_is_being_saved(
    committed_app: Flask, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worst moment: the page was found to be in time, and is not written yet."""
    post_at_once(committed_app, [(f"{profile_of(opened, ADA)}/first", {})])
    closing = Thread(target=lambda: close_round(committed_app, opened.id))
    lock_profile = profiles.lock_profile

    def closes_meanwhile(*arguments: Any, **options: Any) -> Any:
        closing.start()
        closing.join(timeout=1.5)
        return lock_profile(*arguments, **options)

    monkeypatch.setattr(profiles, "lock_profile", closes_meanwhile)

    statuses = post_at_once(committed_app, [(f"{profile_of(opened, ADA)}/reach-groups", {"we-see": "older"})])
    closing.join()

    assert statuses == [303]
    (published,) = rows(committed_app, "published_profile")
    assert [each.id for each in ProfileResults.from_json(published.document).groups if each.organisations] == ["older"]
