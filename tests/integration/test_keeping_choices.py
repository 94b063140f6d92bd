"""Choices that a page's script sends as they are made: what comes back, and what is wrong with what came in."""

from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from survey import clock
from survey.services.sheets import moment
from tests.factories import OpenRound, close_round, fill_in, make_round, statements
from tests.pages import HOST, PageClient


def now() -> int:
    return moment(clock.now())


def send(client: PageClient, address: str, fields: dict[str, Any], **options: Any) -> TestResponse:
    return client.http.post(f"{address}/bewaar", data=fields, base_url=HOST, **options)


def choose(unit: str, value: str, before: int = 0) -> dict[str, str]:
    return {"chosen": f"{unit}:{now() - before}", unit: value}


def stored(client: PageClient, address: str) -> dict[str, str]:
    return client.get(address).form().fields


def test_a_choice_is_kept_and_told(client: PageClient, opened: OpenRound) -> None:
    response = send(client, f"{opened.link}/roles", choose("ro-1", "4"))

    said = response.get_json()
    assert said["saved"].startswith("Bewaard om ")
    assert (said["heard"], said["wrong"], said["elsewhere"]) == (["ro-1"], {}, [])
    page = client.get(f"{opened.link}/roles")
    assert page.form().fields["ro-1"] == "4"
    assert page.one("input", name="basis").get("value") == said["basis"]


def test_nothing_is_set_in_a_browser_and_nothing_needs_to_be(client: PageClient, opened: OpenRound) -> None:
    response = send(client, f"{opened.link}/roles", choose("ro-1", "4"), headers={"Cookie": ""})

    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_what_is_wrong_is_said_in_a_sentence_and_the_rest_is_kept(client: PageClient, opened: OpenRound) -> None:
    fields = choose("op-keep", "x" * 401) | {"op-first": "Kort."}
    fields["chosen"] = [fields["chosen"], f"op-first:{now()}"]  # type: ignore[assignment]  # a field twice

    said = send(client, f"{opened.link}/closing", fields).get_json()

    assert list(said["wrong"]) == ["op-keep"]
    assert said["wrong"]["op-keep"].startswith("Maak je antwoord korter.")
    assert stored(client, f"{opened.link}/closing")["op-first"].strip() == "Kort."


def test_what_changed_elsewhere_is_told_in_words_and_as_fields(client: PageClient, opened: OpenRound) -> None:
    basis = stored(client, f"{opened.link}/roles")["basis"]
    send(client, f"{opened.link}/roles", choose("ro-2", "5"))

    said = send(client, f"{opened.link}/roles", choose("ro-1", "4") | {"basis": basis}).get_json()

    (elsewhere,) = said["elsewhere"]
    assert elsewhere["question"] == "ro-2"
    assert elsewhere["fields"] == {"ro-2": ["5"]}
    assert elsewhere["sentence"].endswith("ergens anders ingevuld: helemaal eens.")


@pytest.mark.parametrize("page", ["nakijken", "klaar", "wissen", "bestaat-niet", "sp-1"])
def test_a_page_that_has_no_questions_keeps_nothing(client: PageClient, opened: OpenRound, page: str) -> None:
    assert send(client, f"{opened.link}/{page}", choose("ro-1", "4")).status_code == 404


def test_choices_for_another_page_are_heard_and_dropped_and_counted(
    client: PageClient, opened: OpenRound, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="netwerkspiegel")
    with caplog.at_level("INFO"):
        said = send(client, f"{opened.link}/roles", choose("sp-1", "4")).get_json()

    assert said["heard"] == ["sp-1"]
    assert "sp-1" not in stored(client, f"{opened.link}/shared-purpose")


def test_an_answer_of_another_round_reaches_that_round_only(app: Flask, client: PageClient, opened: OpenRound) -> None:
    other = make_round(app, name="Taalnetwerk Elders")

    send(client, f"{other.link}/roles", choose("ro-1", "4"))

    assert "ro-1" not in stored(client, f"{opened.link}/roles")
    assert stored(client, f"{other.link}/roles")["ro-1"] == "4"


@pytest.mark.parametrize("token", ["x", "A" * 43, "A" * 5000, "%00"])
def test_an_unknown_link_is_not_found(client: PageClient, token: str) -> None:
    assert send(client, f"/v/{token}/roles", choose("ro-1", "4")).status_code == 404


def test_after_the_closing_nothing_is_kept_and_the_status_says_so(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    close_round(app, opened.id)

    assert send(client, f"{opened.link}/roles", choose("ro-1", "4")).status_code == 410


def test_a_body_that_nobody_can_read_is_not_taken_for_an_empty_one(client: PageClient, opened: OpenRound) -> None:
    """As after a proxy that strips headers."""
    for address in (f"{opened.link}/roles/bewaar", f"{opened.link}/roles"):
        response = client.http.post(address, data=b"ro-1=4", content_type="", base_url=HOST)
        assert response.status_code == 400
    assert "ro-1" not in stored(client, f"{opened.link}/roles")


def test_a_flood_of_text_is_refused_and_nothing_is_lost(client: PageClient, opened: OpenRound) -> None:
    send(client, f"{opened.link}/closing", choose("op-keep", "Eerst dit.", 10))

    assert send(client, f"{opened.link}/closing", choose("op-keep", "x" * 1_100_000)).status_code == 413
    assert stored(client, f"{opened.link}/closing")["op-keep"].strip() == "Eerst dit."


def test_what_was_chosen_before_erasing_does_not_come_back(client: PageClient, opened: OpenRound) -> None:
    late = choose("ro-1", "4", before=1000)
    client.post(f"{opened.link}/wissen")

    send(client, f"{opened.link}/roles", late)

    assert "ro-1" not in stored(client, f"{opened.link}/roles")


def test_a_script_that_posts_a_page_is_told_where_to_go(client: PageClient, opened: OpenRound) -> None:
    response = client.http.post(f"{opened.link}/roles", data={"ro-1": "4", "go": "next", "script": "1"}, base_url=HOST)

    assert response.get_json() == {"to": f"{opened.link}/municipality"}
    assert stored(client, f"{opened.link}/roles")["ro-1"] == "4"


@pytest.mark.parametrize(("place", "anchor"), [("ro-3", "#ro-3"), ("sp-1", ""), ("<b>", ""), ("", "")])
def test_switching_the_language_leads_back_to_where_one_was(
    client: PageClient, opened: OpenRound, place: str, anchor: str
) -> None:
    page = client.post(f"{opened.link}/roles", {"lang": "en", "place": place})

    assert page.location == f"{opened.link}/roles{anchor}"


def test_choices_alone_can_be_sent_in(app: Flask, client: PageClient, opened: OpenRound) -> None:
    send(client, f"{opened.link}/roles", choose("ro-1", "4"))

    assert client.post(f"{opened.link}/nakijken", {"go": "sure"}).location == f"{opened.link}/klaar"


def test_what_was_sent_in_stays_sent_in_while_it_is_changed(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], statements(3))

    send(client, f"{opened.link}/roles", choose("ro-1", "5"))

    client.get(f"{opened.link}/klaar")
    assert stored(client, f"{opened.link}/roles")["ro-1"] == "5"
