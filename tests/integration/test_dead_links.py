"""Links that do not work, or no longer: each is told so on a calm page, and what comes too late is not stored."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import writing
from survey.models import Response
from survey.services.closing import cut
from tests.factories import OpenRound, close_round, fill_in, statements
from tests.joining import answer_by_code
from tests.pages import PageClient

UNKNOWN = "A" * 43
ROLES = {f"ro-{number}": 4 for number in range(1, 6)}


def answers(connection: Connection) -> list[Any]:
    table = Response.__table__
    return list(connection.execute(select(table.c.answers).where(table.c.kept_at_utc.is_not(None))).scalars())


@pytest.mark.parametrize("token", [UNKNOWN, "kort", "é" * 43, "%00" * 43, "..%2f..%2fetc", "A" * 2000])
def test_an_unknown_or_mistyped_link_is_told_so(client: PageClient, opened: OpenRound, token: str) -> None:
    for rest in ("", "/roles", "/nakijken", "/klaar"):
        page = client.get(f"/v/{token}{rest}", 404)
        assert len(page.words) > 40


@pytest.mark.parametrize("rest", ["", "/roles", "/nakijken", "/klaar", "/wissen"])
def test_a_post_to_an_unknown_link_is_told_so(client: PageClient, opened: OpenRound, rest: str) -> None:
    for token in (UNKNOWN, "kort", opened.report_token):
        client.post(f"/v/{token}{rest}", {"ro-1": "4"}, 404)


@pytest.mark.parametrize("rest", ["", "/rapport.pdf"])
def test_an_unknown_report_is_told_so(client: PageClient, opened: OpenRound, rest: str) -> None:
    for token in (UNKNOWN, "kort", opened.tokens[0], opened.report_token):
        client.get(f"/rapport/{token}{rest}", 404)


def test_a_link_in_other_letters_or_with_one_sign_wrong_is_unknown(client: PageClient, opened: OpenRound) -> None:
    token = opened.tokens[0]
    wrong = ("B" if token[0] == "A" else "A") + token[1:]

    for other in (wrong, token.swapcase(), token[:-1], token + "A"):
        client.get(f"/v/{other}", 404)


def test_a_page_that_is_not_there_is_told_so_and_nothing_is_lost(
    client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    fill_in(client, opened.tokens[0], statements(4), pages=["roles"], send=False)

    for page_id in ("bestaat-niet", "contact", "Roles", "roles ", "<b>", "1", "op-keep"):
        assert len(client.get(f"{opened.link}/{page_id}", 404).words) > 20
        client.post(f"{opened.link}/{page_id}", {"sp-1": "5"}, 404)

    assert answers(connection) == [ROLES]


@pytest.fixture
def closed(app: Flask, client: PageClient, opened: OpenRound) -> OpenRound:
    fill_in(client, opened.tokens[0], statements(4))
    close_round(app, opened.id)
    return opened


@pytest.mark.parametrize(
    ("rest", "form"),
    [
        ("/roles", {"ro-1": "1"}),
        ("/roles", {"ro-1": "9"}),
        ("/bestaat-niet", {"x": "1"}),
        ("/nakijken", {"go": "send"}),
        ("/nakijken", {"lang": "en"}),
        ("/wissen", {}),
        ("", {"lang": "en"}),
        ("/klaar", {"lang": "en"}),
    ],
)
def test_a_post_to_a_closed_round_is_told_so_and_not_stored(
    client: PageClient, closed: OpenRound, connection: Connection, rest: str, form: dict[str, str]
) -> None:
    for token in closed.tokens:
        page = client.post(f"/v/{token}{rest}", form, 410)
        assert any(link.startswith(closed.report) for link in page.links())
        assert len(page.words) > 40

    assert connection.execute(select(Response.__table__)).all() == []


def test_a_link_between_closing_and_publishing_is_told_so_too(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    with app.app_context(), writing() as session:
        cut(session, round_id=opened.id, at=clock.now())

    for page in (client.get(opened.link, 410), client.post(f"{opened.link}/roles", {"ro-1": "1"}, 410)):
        assert not [link for link in page.links() if "/rapport/" in link]


# --- who came in by a code ------------------------------------------------------------------------------------


@pytest.fixture(params=["meeting", "paper"])
def entry(request: pytest.FixtureRequest, app: Flask, opened: OpenRound) -> str:
    """The link of what was sent in by a code; the round has closed since."""
    token, _ = answer_by_code(app, opened, 2, statements(4), request.param)
    close_round(app, opened.id)
    return f"/v/{token}"


@pytest.mark.parametrize("rest", ["", "/roles", "/nakijken", "/klaar", "/papier.pdf"])
def test_who_came_in_by_a_code_reads_that_the_round_is_closed(client: PageClient, entry: str, rest: str) -> None:
    page = client.get(entry + rest, 410)

    assert page.one("h1").text == "Deze ronde is gesloten"
    assert "Wat voor de sluiting is verstuurd, telt mee" in page.words
    assert "Niemand kan ze terugvinden" in page.words
    assert "e-mail" not in page.words
    assert "kwam te laat" not in page.words


@pytest.mark.parametrize(
    ("rest", "form"),
    [
        ("/roles", {"ro-1": "1"}),
        ("/roles/bewaar", {"ro-1": "1", "chosen": "ro-1:1"}),
        ("/nakijken", {"go": "send"}),
        ("/wissen", {}),
        ("", {"lang": "en"}),
    ],
)
def test_what_comes_too_late_by_a_code_is_told_so_and_not_stored(
    client: PageClient, entry: str, connection: Connection, rest: str, form: dict[str, str]
) -> None:
    page = client.post(entry + rest, form, 410)

    assert "kwam te laat" in page.words
    assert connection.execute(select(Response.__table__)).all() == []


def test_what_is_said_of_an_entry_is_the_same_for_one_that_never_was(client: PageClient, entry: str) -> None:
    """So nobody learns from it whether a link was ever given out."""
    never = "~" + "A" * 43

    assert client.get(f"/v/{never}", 410).words == client.get(entry, 410).words
    client.get(f"/v/{never}A", 404)
    client.get(f"/rapport/{never}", 404)
    client.get(f"/meedoen/{never}", 404)


def test_a_personal_link_that_is_unknown_says_nothing_of_a_closing(client: PageClient, opened: OpenRound) -> None:
    words = client.get(f"/v/{UNKNOWN}", 404).words

    assert "Open de link uit je e-mail" in words
    assert "gesloten" not in words
