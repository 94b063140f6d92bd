"""A partner fills in: from the first page to the own mirror, with stops and second thoughts."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from questionnaires.definition import Page as QuestionPage
from survey.models import Invitation, Response
from survey.tokens import hash_token
from tests.factories import OpenRound, coded_answers, fill_in, statements, the_questionnaire, words
from tests.pages import Page, PageClient

PAGES: tuple[QuestionPage, ...] = the_questionnaire().pages


@pytest.fixture
def stored(connection: Connection, opened: OpenRound) -> Callable[[], Any]:
    """Return what the database holds of the first person."""
    owner = select(Invitation.id).where(Invitation.token_hash == hash_token(opened.tokens[0])).scalar_subquery()
    table = Response.__table__
    return lambda: connection.execute(select(table).where(table.c.invitation_id == owner)).one()


def checked(page: Page) -> dict[str, str]:
    """Return which choices a page shows as made."""
    return {radio.get("name", ""): radio.get("value", "") for radio in page.all("input", type="radio", checked=None)}


def begin(client: PageClient, opened: OpenRound) -> Page:
    """Open the link and go where its first button leads."""
    button = client.get(opened.link).all("a", class_="button")[0]
    return client.get(button.get("href", ""))


def test_the_whole_way_from_link_to_mirror(client: PageClient, opened: OpenRound, stored: Callable[[], Any]) -> None:
    page = begin(client, opened)
    for definition in PAGES:
        assert page.one("h1").text == definition.title.in_language("nl")
        page = client.follow(client.submit(page, {**statements(4, on=definition), "go": "next"}))
    assert page.address.endswith("/nakijken")

    page = client.follow(client.submit(page, {"go": "send"}))

    assert page.address.endswith("/klaar")
    assert len(page.all("section", class_="mirror-theme")) == len(the_questionnaire().themes)
    row = stored()
    assert row.sent_in_at_utc is not None
    answered = {key for key, answer in row.answers.items() if answer is not None}
    assert answered == set(statements(4))
    assert set(row.answers) == set(the_questionnaire().questions)
    assert row.answers["sp-1"] == 4
    assert row.answers["ov-grade"] == 4


def test_the_first_page_says_who_asks_and_for_whom(client: PageClient, opened: OpenRound) -> None:
    page = client.get(opened.link)

    for name in ("library 000", "Taalnetwerk Waterdam", "Hanna Bos", "Joris Veenstra", "Taalsteun Midden"):
        assert name in page.words
    assert "mailto:joris.veenstra@taalsteun.example" in page.links()
    assert len(page.one("ol", class_="promises")) == 6


def test_every_page_has_a_title_of_its_own(client: PageClient, opened: OpenRound) -> None:
    before = [client.get(f"{opened.link}{rest}").title for rest in ("", *(f"/{page.id}" for page in PAGES))]
    fill_in(client, opened.tokens[0], statements(3))
    after = [client.get(f"{opened.link}{rest}").title for rest in ("/nakijken", "/klaar")]

    titles = before + after

    assert len(set(titles)) == len(titles)


def test_each_saved_page_is_there_when_it_is_opened_again(client: PageClient, opened: OpenRound) -> None:
    answers = coded_answers(7) | words("op-keep", "De koffie.", share=True) | {"ov-grade": "9"}
    fill_in(client, opened.tokens[0], answers, send=False)

    shown = {name: value for page in PAGES for name, value in checked(client.get(f"{opened.link}/{page.id}")).items()}

    assert shown == {name: value for name, value in answers.items() if not name.startswith("op-")}
    last = client.get(f"{opened.link}/closing")
    assert (last.one("textarea", id="op-keep").text or "").strip() == "De koffie."
    assert [tick.get("name") for tick in last.all("input", type="checkbox", checked=None)] == ["op-keep-ok"]


def test_a_page_tells_when_it_was_saved(client: PageClient, opened: OpenRound) -> None:
    assert "".join(client.get(f"{opened.link}/roles").one("p", class_="saved").itertext()) == ""

    fill_in(client, opened.tokens[0], statements(3), pages=["roles"], send=False)

    said = "".join(client.get(f"{opened.link}/roles").one("p", class_="saved").itertext())
    assert said.startswith("Bewaard om ")


def test_the_link_leads_to_the_first_open_page_from_any_device(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    fill_in(client, opened.tokens[0], statements(3), pages=["shared-purpose", "municipality"], send=False)

    assert begin(PageClient(app), opened).address.endswith("/roles")


def test_who_skipped_everything_is_led_to_the_check(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], {}, send=False)

    assert begin(client, opened).address.endswith("/nakijken")


def test_going_back_saves_the_page_first(client: PageClient, opened: OpenRound, stored: Callable[[], Any]) -> None:
    page = client.get(f"{opened.link}/roles")

    back = client.follow(client.submit(page, {"ro-1": "5", "go": "back"}))

    assert back.address.endswith("/shared-purpose")
    assert stored().answers["ro-1"] == 5


def test_back_from_the_first_page_is_the_beginning(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/shared-purpose")

    assert client.submit(page, {"go": "back"}).location == opened.link


def test_an_answer_can_be_changed_before_and_after_sending_in(
    client: PageClient, opened: OpenRound, stored: Callable[[], Any]
) -> None:
    fill_in(client, opened.tokens[0], statements(2))
    sent_in = stored().sent_in_at_utc

    client.submit(client.get(f"{opened.link}/roles"), {"ro-1": "5", "go": "next"})

    assert stored().answers["ro-1"] == 5
    assert stored().answers["ro-2"] == 2
    assert stored().sent_in_at_utc == sent_in


def test_a_text_and_its_tick_can_be_taken_back(
    client: PageClient, opened: OpenRound, stored: Callable[[], Any]
) -> None:
    fill_in(client, opened.tokens[0], words("op-keep", "De koffie.", share=True), send=False)
    page = client.get(f"{opened.link}/closing")
    form = page.form().fields
    del form["op-keep-ok"]

    client.post(f"{opened.link}/closing", {**form, "go": "next"})
    assert stored().answers["op-keep"] == {"text": "De koffie.", "share": False}

    client.submit(client.get(f"{opened.link}/closing"), {"op-keep": "", "go": "next"})
    assert stored().answers["op-keep"] is None


def test_nothing_can_be_sent_in_without_an_answer(
    client: PageClient, opened: OpenRound, stored: Callable[[], Any]
) -> None:
    fill_in(client, opened.tokens[0], {}, send=False)

    page = client.submit(client.get(f"{opened.link}/nakijken"), {"go": "send"}, 422)

    assert page.one("div", role="alert") is not None
    assert stored().sent_in_at_utc is None


def test_sending_in_twice_is_sending_in_once(client: PageClient, opened: OpenRound, stored: Callable[[], Any]) -> None:
    fill_in(client, opened.tokens[0], statements(2))
    first = stored().sent_in_at_utc

    client.post(f"{opened.link}/nakijken", {"go": "send"})

    assert stored().sent_in_at_utc == first


def test_the_check_shows_own_words_as_typed_and_links_to_every_page(client: PageClient, opened: OpenRound) -> None:
    answers = words("op-keep", "De koffie.", share=True) | words("op-own", "Meer bellen.", share=False)
    fill_in(client, opened.tokens[0], answers, send=False)

    page = client.get(f"{opened.link}/nakijken")

    assert "De koffie." in page.words
    assert "Meer bellen." in page.words
    assert {f"{opened.link}/{definition.id}" for definition in PAGES} <= set(page.links())


def test_the_mirror_is_there_only_after_sending_in(client: PageClient, opened: OpenRound) -> None:
    assert client.get(f"{opened.link}/klaar", 303).location == opened.link

    fill_in(client, opened.tokens[0], {"sp-1": "1", "sp-2": "dk"})
    mirror = client.get(f"{opened.link}/klaar")

    assert mirror.words.count("helemaal oneens") == 1
    assert mirror.words.count("weet ik niet") == 1


def test_everything_can_be_erased_with_one_button(
    client: PageClient, opened: OpenRound, stored: Callable[[], Any]
) -> None:
    fill_in(client, opened.tokens[0], statements(2) | words("op-keep", "De koffie.", share=True))
    action = f"{opened.link}/wissen"

    page = client.follow(client.submit(client.get(opened.link), {}, form={"action": action}))

    assert page.one("div", role="status") is not None
    assert (stored().answers, stored().kept_at_utc, stored().sent_in_at_utc) == ({}, None, None)
    assert begin(client, opened).address.endswith("/shared-purpose")
    assert client.get(f"{opened.link}/klaar", 303).location == opened.link


def test_the_mirror_offers_the_same_button(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], statements(2))

    client.submit(client.get(f"{opened.link}/klaar"), {}, form={"action": f"{opened.link}/wissen"})

    assert checked(client.get(f"{opened.link}/roles")) == {}


def test_one_persons_page_changes_nobody_elses_answers(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], statements(2))
    fill_in(client, opened.tokens[1], statements(4))

    client.post(f"{opened.link}/wissen")

    assert set(checked(client.get(f"/v/{opened.tokens[1]}/roles")).values()) == {"4"}


def test_an_empty_page_may_be_left_for_later(client: PageClient, opened: OpenRound, stored: Callable[[], Any]) -> None:
    page = client.get(f"{opened.link}/shared-purpose")

    client.follow(client.submit(page, {"go": "next"}))

    assert stored().answers == {question.id: None for question in PAGES[0].questions}
