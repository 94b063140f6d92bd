"""Errors speak the language of the link that they happen on, and can be read in the other one."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from survey import clock
from survey.database import writing
from survey.services import answering, closing, lost_links
from tests.factories import OpenRound, close_round, make_round, statements
from tests.pages import Page, PageClient
from tests.speaking import profile_of


@pytest.fixture
def english(app: Flask, connection: Connection) -> OpenRound:
    """A round whose people read English."""
    return make_round(app, {"library": 7}, language="en")


def language_of(page: Page) -> str:
    assert page.tree is not None
    return page.tree.get("lang", "")


def fails(*_: Any, **__: Any) -> Any:
    raise OperationalError("BEGIN", {}, Exception("database is locked"))


def test_an_unknown_page_of_a_link_is_told_in_its_language(client: PageClient, english: OpenRound) -> None:
    for page in (client.get(f"{english.link}/weg", 404), client.post(f"{english.link}/weg", {"a": "1"}, 404)):
        assert language_of(page) == "en"
        assert "This page does not exist" in page.words


def test_a_closed_round_is_told_in_the_language_of_the_link(app: Flask, client: PageClient, english: OpenRound) -> None:
    with app.app_context(), writing() as session:
        closing.cut(session, round_id=english.id, at=clock.now())

    for page in (client.get(english.link, 410), client.post(f"{english.link}/roles", statements(1), 410)):
        assert language_of(page) == "en"
        assert "This round is closed" in page.words


def test_too_late_is_told_in_the_language_of_the_link(app: Flask, client: PageClient, english: OpenRound) -> None:
    close_round(app, english.id)

    assert "came too late" in client.post(f"{english.link}/nakijken", {"go": "send"}, 410).words


def test_a_database_that_fails_is_told_in_the_language_of_the_link(
    client: PageClient, english: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "erase", fails)

    page = client.post(f"{english.link}/wissen", status=503)

    assert "What you had saved is still there" in page.words


def test_what_was_not_saved_is_not_said_to_be_kept(client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost_links, "ask", fails)

    page = client.post("/link-kwijt", {"address": "ada@voorbeeld.nl"}, 503)

    assert "probeer het over een paar minuten nog eens" in page.words
    assert "bewaar" not in page.words.lower()


def test_when_the_language_cannot_be_looked_up_there_is_still_a_page(
    client: PageClient, english: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("survey.queries.visits.find_visit", fails)
    monkeypatch.setattr("survey.error_pages.find_visit", fails)

    assert language_of(client.get(english.link, 503)) == "nl"


@pytest.mark.parametrize("address", ["/bestaat-niet", "/v/x", f"/v/{'A' * 43}", f"/meedoen/{'A' * 43}"])
def test_an_error_can_be_read_in_the_other_language(client: PageClient, address: str) -> None:
    page = client.get(address, 404)
    assert (language_of(page), "?taal=en" in page.links()) == ("nl", True)

    assert language_of(client.get(f"{address}?taal=en", 404)) == "en"


def test_the_switch_of_an_error_wins_from_the_language_of_the_link(client: PageClient, english: OpenRound) -> None:
    assert language_of(client.get(f"{english.link}/weg?taal=nl", 404)) == "nl"
    assert language_of(client.get(f"{english.link}/weg?taal=xx", 404)) == "en"


def test_what_was_posted_cannot_be_asked_for_again_by_a_switch(client: PageClient, opened: OpenRound) -> None:
    assert "?taal=en" not in client.post(f"{opened.link}/weg", {"a": "1"}, 404).links()


def test_own_part_first_has_a_switch_that_stays_there(client: PageClient, opened: OpenRound) -> None:
    page = client.get(profile_of(opened, 0), 403)

    switched = client.follow(client.submit(page, {"lang": "en"}, form={"id": "language"}), 403)

    assert (language_of(page), language_of(switched)) == ("nl", "en")


def test_who_has_no_link_is_told_whom_to_ask(client: PageClient) -> None:
    assert "Vraag het aan de organisatie die je uitnodigde" in client.get("/toegankelijkheid").words
