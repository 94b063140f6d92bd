"""A link that passed through the hands of staff: its code at the start, and what another device gets without it."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading
from survey.models import Invitation, Response, Throttle
from tests.factories import OpenRound, begin_by_link, close_round, fill_in, shown_code, statements, words
from tests.invited import change, invitation_of, token_of
from tests.pages import HOST, Page, PageClient

NAME = "library 000"
MINE = "DIT-IS-VAN-MIJ"
ANSWERS = statements(4) | words("op-keep", MINE, share=True)


@pytest.fixture
def token(app: Flask, opened: OpenRound) -> str:
    """The link of somebody, which staff printed."""
    invitation = invitation_of(app, NAME)
    change(app, invitation, through_staff=True)
    return token_of(app, invitation)


def type_code(client: PageClient, token: str, code: str, status: int = 303) -> Page:
    return client.post(f"/v/{token}/code", {"code": code}, status)


def answers_of(app: Flask) -> dict[str, object]:
    with app.app_context(), reading() as session:
        return next(each.answers for each in session.scalars(select(Response)) if each.answers)


def test_who_begins_gets_a_code_and_fills_in_as_anybody(app: Flask, client: PageClient, token: str) -> None:
    code = begin_by_link(client, token)
    fill_in(client, token, ANSWERS)

    assert len(code) == 8
    assert code.isdecimal()
    assert "Verstuurd. Dank je wel!" in client.get(f"/v/{token}/klaar").words
    assert answers_of(app)["ro-1"] == 4
    assert shown_code(client.get(f"/v/{token}/code")) == code
    assert "Bekijk mijn code" in client.get(f"/v/{token}").words


def test_another_device_sees_nothing_without_the_code(app: Flask, client: PageClient, token: str) -> None:
    begin_by_link(client, token)
    fill_in(client, token, ANSWERS)
    other = PageClient(app)

    for rest in ("", "/roles", "/nakijken", "/nakijken?alles=1", "/klaar", "/organisatie", "/papier.pdf", "/code"):
        page = other.get(f"/v/{token}{rest}", 403)
        assert "Typ je code" in page.words
        assert "Heb je nooit een code gekregen? Dan heeft iemand anders jouw link eerder geopend." in page.words
        assert MINE not in page.text
        assert "Verstuurd" not in page.words


def test_another_device_changes_nothing_without_the_code(app: Flask, client: PageClient, token: str) -> None:
    begin_by_link(client, token)
    fill_in(client, token, ANSWERS)
    before = answers_of(app)
    other = PageClient(app)

    for rest in ("", "/roles", "/roles/bewaar", "/nakijken", "/klaar", "/wissen", "/organisatie/wissen"):
        page = other.post(f"/v/{token}{rest}", {"ro-1": "1", "go": "sure", "lang": "en"}, 403)
        assert "Dit is niet bewaard" in page.words

    assert answers_of(app) == before
    assert "Nederlands" in client.get(f"/v/{token}/klaar").words


def test_with_the_code_another_device_goes_on(app: Flask, client: PageClient, token: str) -> None:
    code = begin_by_link(client, token)
    fill_in(client, token, ANSWERS, send=False)
    other = PageClient(app)

    type_code(other, token, f" {code[:4]} {code[4:]}")

    assert "Je antwoorden staan klaar" in other.get(f"/v/{token}").words
    assert MINE in other.get(f"/v/{token}/nakijken").text
    fill_in(other, token, {}, pages=[])
    assert "Verstuurd. Dank je wel!" in client.get(f"/v/{token}/klaar").words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Een code heeft acht cijfers."),
        ("123", "Een code heeft acht cijfers."),
        ("1234567a", "Een code heeft acht cijfers."),
        ("<b>" * 50, "Een code heeft acht cijfers."),
        ("other", "Dit is niet de code van deze link."),
    ],
)
def test_a_wrong_code_is_told_so_and_nothing_is_lost(
    app: Flask, client: PageClient, token: str, typed: str, sentence: str
) -> None:
    code = begin_by_link(client, token)
    fill_in(client, token, ANSWERS)
    before, other = answers_of(app), PageClient(app)

    wrong = f"{(int(code) + 1) % 10**8:08}" if typed == "other" else typed
    page = type_code(other, token, wrong, 422)

    assert sentence in page.words
    assert page.title.startswith("Fout:")
    other.get(f"/v/{token}", 403)
    assert answers_of(app) == before


def test_guessing_is_slow_and_the_own_device_never_notices(
    app: Flask, client: PageClient, token: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = begin_by_link(client, token)
    wrong = f"{(int(code) + 1) % 10**8:08}"
    guesser = PageClient(app)
    for place in range(20):
        guesser.post(f"/v/{token}/code", {"code": wrong}, 422, environ_overrides={"REMOTE_ADDR": f"198.51.{place}.1"})

    assert "even niet" in type_code(guesser, token, code, 429).words  # also the right one, and from anywhere
    assert "Begin met de vragen" in client.get(f"/v/{token}").words
    assert {len(bucket) for bucket in connection.execute(select(Throttle.bucket)).scalars()} == {64}
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=1, minutes=1))
    type_code(guesser, token, code)


def test_a_device_without_cookies_is_told_before_anything_is_stored(app: Flask, client: PageClient, token: str) -> None:
    without = app.test_client(use_cookies=False)
    without.get(f"/v/{token}", base_url=HOST)

    page = client.post(f"/v/{token}/code", {"go": "begin"}, 422)

    assert "Je browser bewaart geen cookies" in page.words
    assert "Er is niets bewaard." in page.words
    assert invitation_of(app, NAME).resume_hash is None


def test_looking_at_the_first_page_gives_nothing_away_to_a_previewer(
    app: Flask, client: PageClient, token: str
) -> None:
    """A phone or a mail program that fetches a link to show what it is takes no code from its person."""
    PageClient(app).get(f"/v/{token}")

    assert invitation_of(app, NAME).resume_hash is None
    assert begin_by_link(client, token)


def test_of_two_devices_that_begin_one_has_the_code(app: Flask, client: PageClient, token: str) -> None:
    other = PageClient(app)
    other.get(f"/v/{token}")
    begin_by_link(client, token)

    told = other.post(f"/v/{token}/code", {"go": "begin"})

    assert "Typ je code" in other.get(told.location, 403).words
    assert "Begin met de vragen" in client.get(f"/v/{token}").words


def test_before_beginning_a_page_leads_to_the_beginning(client: PageClient, token: str) -> None:
    for rest in ("/roles", "/nakijken", "/klaar", "/code"):
        assert client.get(f"/v/{token}{rest}", 303).location.endswith(f"/v/{token}")
    assert client.post(f"/v/{token}/roles", {"ro-1": "1"}).location.endswith(f"/v/{token}")
    client.post(f"/v/{token}", {"lang": "en"})
    assert "Begin" in client.get(f"/v/{token}").words
    assert client.get(f"/v/{token}/papier.pdf").body.startswith(b"%PDF")


@pytest.mark.parametrize("kept", ["", "12345678", "12345678.", "12345678." + "0" * 64, "é" * 80, "." * 9])
def test_a_cookie_that_we_did_not_make_opens_nothing(app: Flask, client: PageClient, token: str, kept: str) -> None:
    begin_by_link(client, token)
    other = PageClient(app)
    other.http.set_cookie("code", kept, domain="spiegel.example", path=f"/v/{token}")

    other.get(f"/v/{token}", 403)


def test_the_code_of_one_link_opens_no_other(app: Flask, client: PageClient, token: str) -> None:
    second = invitation_of(app, "library 001")
    change(app, second, through_staff=True)
    code = begin_by_link(client, token)
    other = PageClient(app)
    begin_by_link(other, token_of(app, second))

    type_code(client, token_of(app, second), code, 422)


def test_the_cookie_goes_to_its_own_link_only(client: PageClient, token: str) -> None:
    given = client.get(f"/v/{token}").headers["Set-Cookie"]

    assert given.startswith("code=")
    for part in (f"Path=/v/{token}", "Secure", "HttpOnly", "SameSite=Lax"):
        assert part in given


def test_a_link_that_was_mailed_only_gets_no_cookie_and_no_question(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    fill_in(client, opened.tokens[0], ANSWERS)

    for device in (client, PageClient(app)):
        page = device.get(f"/v/{opened.tokens[0]}")
        assert "Je hebt je antwoorden verstuurd" in page.words
        assert "Set-Cookie" not in page.headers
    assert client.get(f"/v/{opened.tokens[0]}/code", 303).location.endswith(opened.link)


def test_who_erases_keeps_the_code(app: Flask, client: PageClient, token: str) -> None:
    code = begin_by_link(client, token)
    fill_in(client, token, ANSWERS)

    client.post(f"/v/{token}/wissen")

    assert "Alles is gewist" in client.get(f"/v/{token}?gewist=1").words
    PageClient(app).get(f"/v/{token}", 403)
    type_code(PageClient(app), token, code)


def test_after_the_closing_everybody_is_led_to_the_report_and_no_code_is_left(
    app: Flask, client: PageClient, opened: OpenRound, token: str
) -> None:
    begin_by_link(client, token)
    close_round(app, opened.id)

    for each in (client, PageClient(app)):
        assert each.get(f"/v/{token}", 303).location.startswith(opened.report)
        assert each.get(f"/v/{token}/code", 303).location.startswith(opened.report)
    with app.app_context(), reading() as session:
        assert set(session.scalars(select(Invitation.resume_hash))) == {None}


def test_only_a_keyed_hash_of_the_code_is_stored(app: Flask, client: PageClient, token: str) -> None:
    code = begin_by_link(client, token)

    stored = invitation_of(app, NAME).resume_hash

    assert stored is not None
    assert code not in stored
    assert len(stored) == 64
