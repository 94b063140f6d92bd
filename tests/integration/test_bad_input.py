"""Whatever is posted: a clear page, nothing lost, nothing executed."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.models import Response
from tests.factories import OpenRound, close_round, fill_in, make_round, statements, words
from tests.pages import Page, PageClient

FORM = "application/x-www-form-urlencoded"

#: What people paste, type with a strange keyboard, or try.
TEXTS = {
    "formula": "=cmd|' /C calc'!A0",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '"\' autofocus onfocus=alert(1) x="',
    "textarea": "</textarea><h1>Weg</h1>",
    "entity": "&lt;b&gt; &amp; &#x41;",
    "jinja": "{{ 7*7 }} {% raw %} {# x #} %(name)s {0}",
    "typst": '#import "x.typ": * $x^2$ *vet* _cursief_ #let x = read("/etc/passwd") <label> @ref \\ ~',
    "emoji": "Fijn 👩🏽‍💻🇳🇱 samenwerken ✅",
    "right to left": "שלום \u202egnirts\u202c مرحبا",
    "accents": "Één coördinator uit ’s-Gravenhage – ĳ, Ŵ, ễ",
    "lines": "een\n\n\ttwee\ndrie",
    "sql": "'; DROP TABLE response; --",
}


@pytest.fixture
def answers(connection: Connection, opened: OpenRound) -> Callable[[], Any]:
    """Return the answers of the one person who answered."""
    table = Response.__table__
    kept = select(table.c.answers).where(table.c.round_id == opened.id, table.c.kept_at_utc.is_not(None))
    return lambda: connection.execute(kept).scalar_one_or_none()


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_is_kept_and_shown_as_typed_and_never_runs(
    client: PageClient, opened: OpenRound, answers: Callable[[], Any], text: str
) -> None:
    typed = TEXTS[text]
    fill_in(client, opened.tokens[0], words("op-keep", typed, share=True) | statements(3))

    assert answers()["op-keep"] == {"text": typed, "share": True}
    page = client.get(f"{opened.link}/closing")
    assert (page.one("textarea", id="op-keep").text or "").removeprefix("\n") == typed
    check = client.get(f"{opened.link}/nakijken")
    assert " ".join(typed.split()) in check.words
    for shown in (page, check):
        assert all(script.get("src") and not script.text for script in shown.all("script"))
        assert len(shown.all("h1")) == 1


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85"])
def test_a_sign_that_cannot_be_stored_goes_and_the_rest_stays(
    client: PageClient, opened: OpenRound, answers: Callable[[], Any], sign: str
) -> None:
    client.post(f"{opened.link}/closing", {"op-keep": f"De {sign}koffie."})

    assert answers()["op-keep"]["text"] == "De koffie."


def test_bytes_that_are_no_text_break_nothing(
    client: PageClient, opened: OpenRound, answers: Callable[[], Any]
) -> None:
    client.post(f"{opened.link}/closing", "op-keep=De+%ED%A0%80koffie%FF.", content_type=FORM)

    assert answers()["op-keep"]["text"].endswith(".")
    client.get(f"{opened.link}/closing")


def test_a_hundred_thousand_characters_come_back_with_a_sentence(
    client: PageClient, opened: OpenRound, answers: Callable[[], Any]
) -> None:
    typed = "Ik heb veel te zeggen. " * 4348
    page = client.get(f"{opened.link}/closing")

    again = client.submit(page, {"op-keep": typed, "op-keep-ok": "on", "op-own": "Kort.", "ov-grade": "8"}, 422)

    assert len(typed) > 100_000
    assert (again.one("textarea", id="op-keep").text or "").strip() == typed.strip()
    assert again.one("input", name="op-keep-ok").get("checked") is not None
    assert again.one("div", role="alert").find(".//a").get("href") == "#op-keep"
    assert "400" in "".join(again.one("p", id="op-keep-e").itertext())
    assert answers()["op-keep"] is None
    assert (answers()["op-own"]["text"], answers()["ov-grade"]) == ("Kort.", 8)


def test_a_post_beyond_all_measure_is_refused_with_a_sentence(client: PageClient, opened: OpenRound) -> None:
    page = client.post(f"{opened.link}/closing", {"op-keep": "a" * 1_100_000}, 413)

    assert len(page.words) > 20


@pytest.mark.parametrize("value", ["0", "6", "-1", "99999999999999999999", "3.5", "", "drie", "1 or 1=1", "<b>"])
def test_a_value_out_of_range_is_asked_again_and_the_rest_is_kept(
    client: PageClient, opened: OpenRound, answers: Callable[[], Any], value: str
) -> None:
    page = client.get(f"{opened.link}/roles")

    again = client.submit(page, {"ro-1": value, "ro-2": "4", "go": "next"}, 422)

    assert again.title != page.title
    assert [link.get("href") for link in again.one("div", role="alert").iter("a")] == ["#ro-1"]
    assert answers()["ro-1"] is None
    assert answers()["ro-2"] == 4
    assert again.form().fields["ro-2"] == "4"


def test_a_field_that_no_page_has_is_left_alone(
    client: PageClient, opened: OpenRound, answers: Callable[[], Any]
) -> None:
    page = client.get(f"{opened.link}/roles")

    client.submit(page, {"ro-1": "4", "sp-1": "5", "reporting_group": "library", "ov-grade": "1", "go": "next"})

    assert set(answers()) == {"ro-1", "ro-2", "ro-3", "ro-4", "ro-5"}


def test_a_field_that_comes_twice_counts_once(
    client: PageClient, opened: OpenRound, answers: Callable[[], Any]
) -> None:
    client.post(f"{opened.link}/roles", {"ro-1": ["4", "5"]})

    assert answers()["ro-1"] == 4


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe", b"%%%", b"ro-1=%ff", b"&&&===", b"{}"],
    ids=["none", "bytes", "percent", "latin", "signs", "json"],
)
@pytest.mark.parametrize("kind", [FORM, "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", ""])
def test_a_body_that_is_no_form_costs_nothing(client: PageClient, opened: OpenRound, body: bytes, kind: str) -> None:
    response = client.http.post(f"{opened.link}/roles", data=body, content_type=kind)

    assert response.status_code in (303, 400, 422)
    client.get(f"{opened.link}/roles")


def test_names_from_the_list_are_shown_as_typed(app: Flask, client: PageClient) -> None:
    opened = make_round(app, name="<script>alert(1)</script> & {{ 7*7 }}")

    page: Page = client.get(opened.link)

    assert "<script>alert(1)</script> & {{ 7*7 }}" in page.words
    close_round(app, opened.id)
    report = client.get(opened.report)
    assert "".join(report.one("h1").itertext()) == "<script>alert(1)</script> & {{ 7*7 }}"
    assert all(script.get("src") or script.get("type") == "application/json" for script in report.all("script"))
