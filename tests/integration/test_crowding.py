"""Many who begin by a code: nobody shuts its entrance, what is answered is kept, and what is said about it is true."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import writing
from survey.errors import CodeFull, TooManyAtOnce
from survey.models import Invitation, Response
from survey.services import crowding
from survey.services.codes import MadeCode
from survey.services.crowding import MOST_FROM_ONE_PLACE
from survey.tokens import hash_token
from tests.crowd import at_once
from tests.factories import OpenRound, answer, make_round, statements
from tests.joining import begin, begin_form, begin_quietly, make_code
from tests.pages import PageClient


@pytest.fixture
def code(app: Flask, opened: OpenRound) -> MadeCode:
    return make_code(app, opened)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave room for four answers and six empty sheets."""
    monkeypatch.setattr(crowding, "MOST_IN_A_ROUND", 4)
    monkeypatch.setattr(crowding, "MOST_EMPTY", 6)


def begin_many(app: Flask, code: MadeCode, people: range, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Begin one after another, a minute between them, each from somewhere else; return their tokens."""
    tokens: list[str] = []
    now = clock.now()
    for person in people:
        monkeypatch.setattr(clock, "now", lambda at=now + timedelta(minutes=person): at)
        tokens.append(begin_quietly(app, code, person, where=f"place {person}"))
    return tokens


def there(tokens: list[str]) -> list[bool]:
    """Say of each whether it still leads to a sheet."""
    with writing() as session:
        statement = select(Invitation.token_hash).join(Response, Response.invitation_id == Invitation.id)
        known = set(session.scalars(statement))
    return [hash_token(token) in known for token in tokens]


def look(app: Flask, token: str) -> None:
    """Post a page with nothing filled in."""
    PageClient(app).post(f"/v/{token}/roles", {})


# --- the limit of a round -------------------------------------------------------------------------------------


def test_who_begins_three_hundred_times_and_answers_nothing_shuts_nobody_out(
    app: Flask, client: PageClient, code: MadeCode
) -> None:
    for person in range(crowding.MOST_IN_A_ROUND):
        begin_quietly(app, code, person, where=f"place {person % 3}")

    assert begin(client, code).startswith("/v/")


@pytest.mark.usefixtures("small")
def test_pages_that_were_looked_at_and_left_empty_take_no_place_either(
    app: Flask, client: PageClient, code: MadeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    for token in begin_many(app, code, range(5), monkeypatch):
        look(app, token)

    assert begin(client, code).startswith("/v/")


@pytest.mark.usefixtures("small")
def test_answers_take_a_place_sent_in_or_not_and_then_the_code_is_full(
    app: Flask, client: PageClient, code: MadeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = begin_many(app, code, range(4), monkeypatch)
    answer(app, tokens[0], statements(4))
    for token in tokens[1:]:
        client.post(f"/v/{token}/roles", {"ro-1": "4"})
    form = begin_form(client.get(f"/meedoen/{code.token}"))

    page = client.post(form.action, form.fields, 409)

    assert "Met deze code kan niemand meer beginnen" in page.words
    assert "Wachten helpt niet" in page.words
    assert "Vraag anders je coördinator om een persoonlijke link" in page.words
    assert "over een uur" not in page.words
    assert begin_quietly(app, code, 2) == tokens[2]  # who has begun comes back


@pytest.mark.usefixtures("small")
def test_who_erases_makes_room(app: Flask, code: MadeCode, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = begin_many(app, code, range(4), monkeypatch)
    for token in tokens:
        answer(app, token, statements(4))
    with pytest.raises(CodeFull):
        begin_quietly(app, code, 99)

    PageClient(app).post(f"/v/{tokens[1]}/wissen")

    assert begin_quietly(app, code, 99)


# --- empty sheets ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("small")
def test_of_empty_sheets_the_oldest_goes_and_an_answer_never(
    app: Flask, code: MadeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = begin_many(app, code, range(7), monkeypatch)
    assert there(tokens) == [False] + [True] * 6
    answer(app, tokens[1], statements(4))
    look(app, tokens[2])

    more = begin_many(app, code, range(7, 10), monkeypatch)

    assert there(tokens + more) == [False, True, False, False] + [True] * 6


@pytest.mark.usefixtures("small")
def test_a_sheet_is_as_old_as_its_erasing(app: Flask, code: MadeCode, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = begin_many(app, code, range(6), monkeypatch)
    answer(app, tokens[0], statements(4))
    PageClient(app).post(f"/v/{tokens[0]}/wissen")

    begin_quietly(app, code, 99)

    assert there(tokens) == [True, False] + [True] * 4


@pytest.mark.usefixtures("small")
def test_another_round_another_purpose_and_personal_links_lose_nothing(
    app: Flask, opened: OpenRound, code: MadeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_code(app, make_round(app, name="Taalnetwerk Kroonmeer"))
    beside = [begin_quietly(app, make_code(app, opened, "paper"), 0, "paper"), begin_quietly(app, other, 1)]

    begin_many(app, code, range(9), monkeypatch)

    assert all(there([*beside, *opened.tokens]))


def test_an_answer_that_comes_while_room_is_made_is_kept_or_refused(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that was said to be kept is there afterwards."""
    monkeypatch.setattr(crowding, "MOST_EMPTY", 2)
    code = make_code(committed_app, make_round(committed_app))
    for attempt in range(6):
        people = range(attempt * 10, attempt * 10 + 2)
        tokens = [begin_quietly(committed_app, code, person, where=f"{person}") for person in people]

        def save(token: str) -> int:
            return PageClient(committed_app).http.post(f"/v/{token}/roles", data={"ro-1": "4"}).status_code

        def come(person: int = people.stop) -> int:
            return len(begin_quietly(committed_app, code, person, where=f"{person}"))

        saved, _ = at_once([lambda token=tokens[0]: save(token), come])

        assert saved in (303, 410)
        with committed_app.app_context():
            assert there(tokens[:1]) == [saved == 303]


# --- from one place -------------------------------------------------------------------------------------------


def test_no_more_than_a_hundred_and_twenty_begin_from_one_place_in_an_hour(
    app: Flask, client: PageClient, code: MadeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    for person in range(120):
        begin_quietly(app, code, person, where="192.0.2.0/24")
    client.http.environ_base["REMOTE_ADDR"] = "192.0.2.9"
    form = begin_form(client.get(f"/meedoen/{code.token}"))

    page = client.post(form.action, form.fields, 429)

    assert "Het is nu te druk" in page.words
    assert "Probeer het over een uur nog eens" in page.words
    begin_quietly(app, code, 999, where="198.51.100.0/24")
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=1, minutes=1))
    client.post(form.action, form.fields)


def test_a_meeting_closes_neither_another_round_nor_who_types_over_paper(
    app: Flask, opened: OpenRound, code: MadeCode
) -> None:
    for person in range(MOST_FROM_ONE_PLACE.tries):
        begin_quietly(app, code, person)
    with pytest.raises(TooManyAtOnce):
        begin_quietly(app, code, 999)

    assert begin_quietly(app, make_code(app, opened, "paper"), 0, "paper")
    assert begin_quietly(app, make_code(app, make_round(app, name="Taalnetwerk Kroonmeer")), 999)


@pytest.mark.usefixtures("small")
def test_who_is_refused_for_a_while_pushes_nobody_out(
    app: Flask, code: MadeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowding, "MOST_FROM_ONE_PLACE", replace(MOST_FROM_ONE_PLACE, tries=6))
    tokens = [begin_quietly(app, code, person) for person in range(6)]

    with pytest.raises(TooManyAtOnce):
        begin_quietly(app, code, 99)

    assert all(there(tokens))
