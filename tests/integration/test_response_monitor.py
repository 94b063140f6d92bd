"""What the page of an open round says of its response: totals by the hour, words per group, what is expected."""

import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey.database import reading, writing
from survey.models import Invitation, Network, PublishedResults, Round
from tests.factories import THREE_GROUPS, OpenRound, answer, close_round, key_of, open_next_round, sign_in, statements
from tests.pages import PageClient
from tests.round_times import Set, dutch, open_round_of


@pytest.fixture
def opened(app: Flask, connection: Connection, at: Set) -> OpenRound:
    return open_round_of(app, THREE_GROUPS)


def words(app: Flask, client: PageClient, opened: OpenRound, role: Any = "adviser", **who: str) -> str:
    sign_in(app, client, role=role, **who)
    return client.get(f"/netwerken/{opened.network_id}/ronde").words


def of_group(opened: OpenRound, group: str) -> list[str]:
    return [token for token, own in zip(opened.tokens, opened.groups, strict=True) if own == group]


def test_totals_are_of_the_full_hour(app: Flask, client: PageClient, opened: OpenRound, at: Set) -> None:
    at(dutch(5, 9, 30))
    for token in opened.tokens[:3]:
        answer(app, token, statements(3))
    with app.app_context(), writing() as session:
        ids = session.scalars(select(Invitation.id).order_by(Invitation.id)).all()
        for row_id, values in (
            (ids[0], {"refused_at_utc": dutch(5, 9, 30)}),
            (ids[1], {"refused_at_utc": dutch(5, 10, 10)}),
            (ids[2], {"bounced_at_utc": dutch(5, 9, 30), "bounce_code": 550}),
        ):
            session.execute(update(Invitation).where(Invitation.id == row_id).values(values))
    at(dutch(5, 10, 20))
    answer(app, opened.tokens[3], statements(3))

    said = words(app, client, opened)
    assert "3 van de 21 genodigden hebben ingestuurd" in said
    assert "Doen niet mee 1" in said
    assert "Mail komt niet aan 1" in said
    assert "Geteld tot 10.00 uur" in said
    at(dutch(5, 11, 0))
    said = words(app, client, opened)
    assert "4 van de 21 genodigden hebben ingestuurd" in said
    assert "Doen niet mee 2" in said


def test_a_group_gets_a_word_for_its_adviser_only(app: Flask, client: PageClient, opened: OpenRound, at: Set) -> None:
    at(dutch(5, 9, 30))
    for token in [*of_group(opened, "library")[:5], *of_group(opened, "welfare")[:4]]:
        answer(app, token, statements(3))
    at(dutch(5, 10, 20))

    said = words(app, client, opened)
    assert "Bibliotheek: haalbaar" in said
    assert "Welzijn: nog niet" in said
    for role in ("coordinator", "administrator"):
        assert "haalbaar" not in words(app, client, opened, role, address=f"{role}@x.example")


def test_without_earlier_rounds_it_says_so(app: Flask, client: PageClient, opened: OpenRound) -> None:
    assert "Er zijn nog geen eerdere rondes." in words(app, client, opened)


def test_earlier_rounds_say_what_to_expect(
    app: Flask, client: PageClient, connection: Connection, at: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_round_of(app, THREE_GROUPS)
    at(dutch(3))
    for token in first.tokens[:16]:
        answer(app, token, statements(3))
    at(dutch(20))
    close_round(app, first.id, at=dutch(20))
    with app.app_context(), reading() as session:
        document = json.loads(session.scalars(select(PublishedResults.document)).one())
    assert (document["response"]["invited"], document["response"]["sent_in"]) == (21, 16)
    with app.app_context(), writing() as session:
        network = session.get_one(Network, first.network_id)
        later = dutch(1, 9, month=12).replace(year=2027)
        second = open_next_round(session, network=network, key=key_of(app), at=later)
    at(later.replace(hour=10))

    said = words(app, client, second)
    assert "0 van de 21 genodigden hebben ingestuurd" in said
    assert "Verwacht: 8 tot 20 van de 21." in said


def test_of_a_round_by_code_the_codes_alone_tell_how_many(
    app: Flask, client: PageClient, opened: OpenRound, at: Set
) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Round).values(is_by_code=True))

    said = words(app, client, opened)
    assert "ingestuurd" not in said
    assert "0 antwoorden met een code of op papier" in said
    assert "Herinneringen" not in said


def test_nothing_of_it_is_there_once_the_round_is_closed(
    app: Flask, client: PageClient, opened: OpenRound, at: Set
) -> None:
    at(dutch(20))
    close_round(app, opened.id)

    said = words(app, client, opened)
    assert "genodigden hebben ingestuurd" not in said
    assert "Herinneringen" not in said
