"""Guessing the six digits of a code: slow from one place, slow from everywhere, and of no use."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest
from flask import Flask
from sqlalchemy import Connection, event, select

from survey import clock
from survey.database import writing
from survey.models import Throttle
from survey.services import guessing
from survey.services.guessing import CODES
from tests.attacks.closed_round import logged
from tests.factories import OpenRound
from tests.guesses import guess, wrong
from tests.joining import begin, begin_quietly, make_code
from tests.pages import HOST, PageClient

#: So many wrong tries are free from one neighbourhood.
NEAR = CODES.near.tries


@pytest.fixture
def digits(app: Flask, opened: OpenRound) -> str:
    return make_code(app, opened).digits


def test_a_room_may_type_wrongly_sixty_times_and_then_typing_is_refused(client: PageClient, digits: str) -> None:
    found = [guess(client, each) for each in islice(wrong(digits), 65)]

    assert found == [422] * 60 + [429] * 5
    assert guess(client, digits) == 429  # the right one as well
    assert guess(client, digits, "192.0.2.200") == 429  # from next door as well
    assert guess(client, digits, "198.51.100.1") == 303


def test_the_refusal_is_kind_and_the_qr_code_goes_on_working(
    app: Flask, client: PageClient, opened: OpenRound, digits: str
) -> None:
    for each in islice(wrong(digits), NEAR):
        guess(client, each, "127.0.0.1")

    page = client.post("/meedoen", {"code": digits}, 429)

    assert "Een code typen kan nu even niet" in page.words
    assert "De QR-code werkt wel" in page.words
    assert begin(client, make_code(app, opened)).startswith("/v/")


def test_a_whole_room_types_the_right_code_from_one_address(client: PageClient, digits: str) -> None:
    for each in islice(wrong(digits), NEAR - 1):
        guess(client, each)

    assert {guess(client, digits) for _ in range(100)} == {303}
    with writing() as session:
        assert {row.tries for row in session.scalars(select(Throttle))} == {NEAR - 1}


def test_after_an_hour_it_may_be_tried_again(client: PageClient, digits: str, monkeypatch: pytest.MonkeyPatch) -> None:
    now = clock.now()
    for each in islice(wrong(digits), NEAR + 1):
        guess(client, each)

    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=1, minutes=1))

    assert guess(client, digits) == 303


def test_guesses_from_everywhere_run_into_the_count_of_all(
    client: PageClient, digits: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guessing, "CODES", replace(CODES, everywhere=replace(CODES.everywhere, tries=40)))

    found = [guess(client, each, f"2001:db8:{number:x}::1") for number, each in enumerate(islice(wrong(digits), 50))]

    assert found == [422] * 40 + [429] * 10
    assert guess(client, digits, "203.0.113.5") == 429  # the right one, from where nobody guessed


def test_a_refused_guess_asks_one_counter_and_writes_nothing(
    client: PageClient, digits: str, connection: Connection
) -> None:
    for each in islice(wrong(digits), NEAR):
        guess(client, each)
    statements: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *call: statements.append(call[2]))

    guess(client, digits)

    assert [each.split()[0] for each in statements if " throttle" in each or " round_code" in each] == ["SELECT"]


def test_a_proxy_that_does_not_tell_from_where_makes_all_one_neighbourhood(client: PageClient, digits: str) -> None:
    for each in islice(wrong(digits), NEAR):
        guess(client, each, "")

    assert guess(client, digits, "") == 429


def test_what_a_visitor_claims_about_the_own_address_is_not_believed(client: PageClient, digits: str) -> None:
    for number, each in enumerate(islice(wrong(digits), NEAR)):
        headers = {"X-Forwarded-For": f"198.51.{number}.1"}
        client.http.post("/meedoen", data={"code": each}, base_url=HOST, headers=headers)

    assert client.http.post("/meedoen", data={"code": digits}, base_url=HOST).status_code == 429


def test_a_refusal_is_a_line_in_the_log_without_address_or_digits(client: PageClient, digits: str) -> None:
    with logged() as written:
        for each in islice(wrong(digits), NEAR + 3):
            guess(client, each, "192.0.2.77")

    lines = written.getvalue()
    assert lines.count("POST respond.open_code refused: too many wrong tries") == 3
    assert "192.0.2" not in lines
    assert digits not in lines


def test_the_number_of_a_paper_form_cannot_be_guessed_either(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened, "paper")
    for form in range(3):
        begin_quietly(app, code, form, "paper")

    def look_for(number: int) -> int:
        form = {"number": f"{number:08}"}
        return client.http.post(f"/meedoen/{code.token}", data=form, base_url=HOST).status_code

    found = [look_for(number) for number in range(30)]

    assert found == [422] * 20 + [429] * 10
    page = client.post(f"/meedoen/{code.token}", {"number": "12345678"}, 429)
    assert "Een formulier zoeken kan nu even niet" in page.words
