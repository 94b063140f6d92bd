"""The language of a personal link: switched on any page, kept, and never at the cost of what was typed."""

import pytest
from flask import Flask

from tests.factories import OpenRound, fill_in, make_round, statements
from tests.pages import Page, PageClient


def language_of(page: Page) -> str:
    assert page.tree is not None
    return page.tree.get("lang", "")


@pytest.mark.parametrize("rest", ["", "/roles", "/nakijken", "/klaar"])
def test_every_page_of_a_link_switches_and_stays_where_it_is(client: PageClient, opened: OpenRound, rest: str) -> None:
    fill_in(client, opened.tokens[0], statements(3))
    page = client.get(opened.link + rest)
    button = page.one("button", name="lang", value="en")
    assert language_of(page) == "nl"

    switched = client.follow(client.submit(page, {"lang": "en"}, form={"id": button.get("form")}))

    assert switched.address == opened.link + rest
    assert language_of(switched) == "en"
    assert language_of(client.get(opened.link)) == "en"


def test_switching_keeps_what_was_typed_on_the_page(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/roles")

    switched = client.follow(client.submit(page, {"ro-1": "4", "lang": "en"}))

    assert switched.one("input", type="radio", checked=None).get("value") == "4"
    assert "strongly agree" in switched.words


@pytest.mark.parametrize("unknown", ["fy", "xx", "", "<script>", "nl" * 50])
def test_a_language_that_the_questionnaire_lacks_changes_nothing(
    client: PageClient, opened: OpenRound, unknown: str
) -> None:
    page = client.follow(client.post(opened.link, {"lang": unknown}))

    assert language_of(page) == "nl"


def test_a_contact_is_welcomed_in_the_language_on_the_list(app: Flask, client: PageClient) -> None:
    opened = make_round(app, {"library": 1}, language="en")

    assert language_of(client.get(opened.link)) == "en"
