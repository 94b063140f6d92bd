"""The page before sending in: what is open is one click away, and gaps are sent after one question."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.models import Response
from tests.factories import OpenRound, close_round, fill_in, statements, words
from tests.pages import Page, PageClient

GAPS = 40 - 5


@pytest.fixture
def sent_in(connection: Connection, opened: OpenRound) -> Callable[[], Any]:
    """Return when the answers were sent in, if they were."""
    query = select(Response.sent_in_at_utc).where(Response.kept_at_utc.is_not(None))
    return lambda: connection.execute(query).scalar_one()


@pytest.fixture
def one_page(client: PageClient, opened: OpenRound) -> Page:
    """The check of somebody who answered one theme, and left one statement of a second open."""
    fill_in(client, opened.tokens[0], {f"ro-{number}": "4" for number in range(1, 6)}, send=False)
    return client.get(f"{opened.link}/nakijken")


def test_what_is_open_is_listed_with_links_that_lead_to_it(
    client: PageClient, opened: OpenRound, one_page: Page
) -> None:
    links = [link for link in one_page.links() if "#" in link and link.startswith(f"{opened.link}/")]

    assert f"{opened.link}/shared-purpose#sp-3" in links
    assert not any(link.startswith(f"{opened.link}/roles#") for link in links)
    for link in links:
        address, anchor = link.split("#")
        assert f' id="{anchor}"' in client.get(address).text, link


def test_a_topic_of_which_all_is_answered_has_no_list(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], statements(4), send=False)

    page = client.get(f"{opened.link}/nakijken")

    assert not any("/shared-purpose#" in link for link in page.links())
    assert any("/closing#op-keep" in link for link in page.links())


def test_gaps_are_sent_after_one_question(
    client: PageClient, opened: OpenRound, one_page: Page, sent_in: Callable[[], Any]
) -> None:
    asked = client.follow(client.submit(one_page, {"go": "send"}))

    assert f"Er staan nog {GAPS} stellingen open. Wil je zo versturen?" in asked.words
    assert sent_in() is None
    assert client.submit(asked, {"go": "sure"}).location == f"{opened.link}/klaar"
    assert sent_in() is not None


def test_both_send_buttons_of_the_question_send(client: PageClient, opened: OpenRound, one_page: Page) -> None:
    asked = client.follow(client.submit(one_page, {"go": "send"}))

    assert [button.get("value") for button in asked.all("button", name="go")] == ["sure", "sure"]
    assert f"{opened.link}/nakijken#onderwerpen" in asked.links()


def test_with_no_statement_open_nothing_is_asked(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], statements("dk"), send=False)

    assert client.post(f"{opened.link}/nakijken", {"go": "send"}).location == f"{opened.link}/klaar"


def test_the_question_is_not_asked_of_who_sent_in_or_filled_in_the_gaps(
    client: PageClient, opened: OpenRound, one_page: Page
) -> None:
    client.post(f"{opened.link}/nakijken", {"go": "sure"})

    assert client.post(f"{opened.link}/nakijken", {"go": "send"}).location == f"{opened.link}/klaar"
    assert "Wil je zo versturen" not in client.get(f"{opened.link}/nakijken?open=1").words
    fill_in(client, opened.tokens[1], statements(2), send=False)
    assert "Wil je zo versturen" not in client.get(f"/v/{opened.tokens[1]}/nakijken?open=1").words


def test_own_words_alone_are_sent_after_the_question_too(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], words("op-keep", "De koffie.", share=True), send=False)

    assert client.post(f"{opened.link}/nakijken", {"go": "send"}).location.endswith("/nakijken?open=1")


@pytest.mark.parametrize("go", ["send", "sure"])
def test_nothing_at_all_is_never_sent_in(client: PageClient, opened: OpenRound, go: str) -> None:
    page = client.post(f"{opened.link}/nakijken", {"go": go}, 422)

    assert "Begin bij een van de onderwerpen hieronder." in page.words
    assert "Wil je zo versturen" not in page.words


@pytest.mark.parametrize("go", ["send", "sure"])
def test_gaps_that_come_too_late_are_told_so(
    app: Flask, client: PageClient, opened: OpenRound, one_page: Page, go: str
) -> None:
    close_round(app, opened.id)

    assert "te laat" in client.post(f"{opened.link}/nakijken", {"go": go}, 410).words


def test_every_page_can_be_saved_on_the_way_to_the_check(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/roles")
    assert page.one("button", name="go", value="check").text == "Bewaar en kijk na"

    check = client.submit(page, {"ro-1": "4", "go": "check"})

    assert check.location == f"{opened.link}/nakijken"
    assert client.get(f"{opened.link}/roles").form().fields["ro-1"] == "4"


def test_a_script_is_told_the_way_to_the_check(client: PageClient, opened: OpenRound) -> None:
    fields = {"ro-1": "4", "go": "check", "script": "1"}

    assert json.loads(client.post(f"{opened.link}/roles", fields, 200).body) == {"to": f"{opened.link}/nakijken"}


def test_who_kept_an_empty_page_is_not_told_that_answers_are_ready(client: PageClient, opened: OpenRound) -> None:
    client.submit(client.get(f"{opened.link}/shared-purpose"), {"go": "next"})
    assert "Je antwoorden staan klaar" not in client.get(opened.link).words

    client.submit(client.get(f"{opened.link}/shared-purpose"), {"sp-1": "dk", "go": "next"})

    assert "Je antwoorden staan klaar" in client.get(opened.link).words


@pytest.mark.parametrize(
    ("given", "opening"),
    [({f"ro-{number}": "4" for number in range(1, 6)}, "Ook nog open: "), (statements(4), "Nog open: ")],
)
def test_pages_without_statements_are_told_apart_from_the_number_of_statements(
    client: PageClient, opened: OpenRound, given: dict[str, str], opening: str
) -> None:
    fill_in(client, opened.tokens[0], given, send=False)
    page = client.get(f"{opened.link}/nakijken")

    (told,) = [text for each in page.all("p") if (text := "".join(each.itertext())).startswith(opening)]

    assert "Wie doet wat" in told
    assert "Rollen en taken" not in told


def test_the_question_before_sending_names_such_pages_as_well(one_page: Page, client: PageClient) -> None:
    asked = client.follow(client.submit(one_page, {"go": "send"}))

    assert "Ook nog open: " in "".join(asked.one("div", class_="notice alert").itertext())
