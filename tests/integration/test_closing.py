"""Closing: the cut between persons and answers, and one publication that never changes."""

import json
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from questionnaires.types.long_text import LongText
from reports.results import Results
from survey import clock
from survey.database import writing
from survey.models import Base, Network, Round
from survey.services import closing
from survey.services.retention import delete_old_answers
from tests.factories import (
    THREE_GROUPS,
    OpenRound,
    answer,
    close_round,
    code,
    coded_answers,
    fill_in,
    key_of,
    make_round,
    open_next_round,
    statements,
    the_questionnaire,
    words,
)
from tests.pages import PageClient

TABLES = Base.metadata.tables


def rows(connection: Connection, table: str) -> list[Any]:
    return list(connection.execute(select(TABLES[table])))


def answered(app: Flask, opened: OpenRound, number: int, **more: str) -> None:
    """Have the first people send in, each with answers of their own."""
    for person, token in enumerate(opened.tokens[:number]):
        answer(app, token, coded_answers(person) | more)


def test_a_sent_in_response_keeps_its_answers_and_nothing_else(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = make_round(app, {"library": 2, "municipality": 2})
    answered(app, opened, 4, **words("op-keep", "De koffie.", share=True))

    close_round(app, opened.id)

    sealed = rows(connection, "sealed_response")
    assert set(sealed[0]._mapping) == {"id", "round_id", "reporting_group", "answers"}
    assert {row.reporting_group for row in sealed} == {None}  # of 2 people each: a group would point to them
    assert sorted([row.answers[f"sp-{n}"] for n in range(1, 6)] for row in sealed) == [code(p, 5) for p in range(4)]


def test_all_sealed_answers_have_the_same_questions_in_the_same_order(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = make_round(app)
    fill_in(client, opened.tokens[0], statements(3))
    fill_in(client, opened.tokens[1], statements(3), pages=["closing", "roles"])

    close_round(app, opened.id)

    closed_questions = [key for key, each in the_questionnaire().questions.items() if not isinstance(each, LongText)]
    orders = {tuple(row.answers) for row in rows(connection, "sealed_response")}
    assert len(orders) == 1
    assert set(orders.pop()) == set(closed_questions)


def test_drafts_and_every_tie_to_a_person_are_gone(app: Flask, client: PageClient, connection: Connection) -> None:
    opened = make_round(app)
    fill_in(client, opened.tokens[0], statements(2))
    fill_in(client, opened.tokens[1], statements(5), send=False)

    results = close_round(app, opened.id)

    assert rows(connection, "response") == []
    assert len(rows(connection, "sealed_response")) == 1
    assert results is not None
    assert (results.response.invited, results.response.sent_in) == (3, 1)


def test_what_was_changed_after_sending_in_counts_as_changed(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    fill_in(client, opened.tokens[0], statements(2))
    client.submit(client.get(f"{opened.link}/roles"), {"ro-1": "5"})

    close_round(app, opened.id)

    (sealed,) = rows(connection, "sealed_response")
    assert sealed.answers["ro-1"] == 5


def test_who_erased_everything_does_not_count(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    answered(app, opened, 3)
    client.post(f"{opened.link}/wissen")

    close_round(app, opened.id)

    assert len(rows(connection, "sealed_response")) == 2


@pytest.mark.parametrize(("people", "kept"), [(9, 0), (10, 10)])
def test_own_words_are_kept_from_ten_people_on(
    app: Flask, client: PageClient, connection: Connection, people: int, kept: int
) -> None:
    opened = make_round(app, {"library": people})
    for person, token in enumerate(opened.tokens):
        mine = words("op-keep", f"Woorden {person}", share=True) | words("op-own", f"Geheim {person}", share=False)
        answer(app, token, mine | {"ov-grade": "8"})

    close_round(app, opened.id)

    found = rows(connection, "own_words")
    assert {row.words for row in found} == {f"Woorden {person}" for person in range(kept)}
    assert "Geheim" not in repr([rows(connection, name) for name in TABLES])


#: What the adviser decides about own words, later.
DECIDED = {"state", "shown_words", "needs_rewriting"}


def test_own_words_share_no_key_with_answers_or_each_other(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = make_round(app, {"library": 10})
    answered(app, opened, 10, **words("op-keep", "A.", share=True), **words("op-own", "B.", share=True))

    close_round(app, opened.id)

    found = rows(connection, "own_words")
    assert len(found) == 20
    assert set(found[0]._mapping) == {"id", "round_id", "question_id", "words"} | DECIDED
    assert {(row.state, row.shown_words, row.needs_rewriting) for row in found} == {("new", None, False)}
    assert len({row.id for row in found} | {row.id for row in rows(connection, "sealed_response")}) == 30


def test_closing_twice_does_nothing_the_second_time(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    answered(app, opened, 3)
    close_round(app, opened.id)
    before = {name: rows(connection, name) for name in TABLES}

    assert close_round(app, opened.id, at=clock.now() + timedelta(hours=1)) is None

    assert {name: rows(connection, name) for name in TABLES} == before


def test_an_open_round_is_not_published(app: Flask, opened: OpenRound) -> None:
    with (
        app.app_context(),
        writing() as session,
        pytest.raises(ValueError, match="open, or was cancelled"),
    ):
        closing.publish_round(session, round_id=opened.id, at=clock.now())


def test_what_is_published_is_stored_once_with_its_hash_and_cells(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = make_round(app, THREE_GROUPS)
    answered(app, opened, len(opened.tokens))

    results = close_round(app, opened.id)

    (stored,) = rows(connection, "published_results")
    assert results is not None
    assert stored.document == results.to_json()
    assert Results.from_json(stored.document) == results
    assert stored.document_hash == sha256(stored.document.encode()).hexdigest()
    found = rows(connection, "published_cell")
    cells = {(row.measure, row.subject, row.option, row.reporting_group): row for row in found}
    kept = [cell for cell in results.cells if cell.shown or cell.measure != "share"]
    assert set(cells) == {cell.key for cell in kept}
    assert {"theme_mean", "share", "dont_know"} == {cell.measure for cell in kept}
    for cell in kept:
        row = cells[cell.key]
        bounds = [None if value is None else int(value * 1000) for value in (cell.low, cell.high)]
        assert (row.kind, row.n, [row.low_thousandths, row.high_thousandths]) == (cell.kind, cell.n, bounds)


def test_the_published_document_names_nobody_and_no_organisation(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = make_round(app, THREE_GROUPS)
    answered(app, opened, len(opened.tokens))

    results = close_round(app, opened.id)

    assert results is not None
    ids = {str(row.id) for name in TABLES for row in rows(connection, name)}
    names = {row.name for row in [*rows(connection, "contact"), *rows(connection, "partner_organisation")]}
    assert not [each for each in ids | names if each in results.to_json()]


def test_the_same_answers_give_the_same_publication_on_both_engines(
    app: Flask, client: PageClient, published_documents: dict[str, Any]
) -> None:
    opened = make_round(app, THREE_GROUPS)
    answered(app, opened, len(opened.tokens))

    results = close_round(app, opened.id)

    assert results is not None
    published_documents.setdefault("first", json.loads(results.to_json()))
    assert json.loads(results.to_json()) == published_documents["first"]


@pytest.fixture(scope="module")
def published_documents() -> dict[str, Any]:
    """What one engine published, for the other to compare with."""
    return {}


def test_afterwards_the_link_leads_to_the_report(app: Flask, client: PageClient, opened: OpenRound) -> None:
    answered(app, opened, 3)
    close_round(app, opened.id)

    for rest in ("", "/roles", "/nakijken", "/klaar", "/bestaat-niet"):
        report = client.follow(client.get(opened.link + rest, 303))
        assert report.address.startswith(opened.report)
    assert "Taalnetwerk Waterdam" in report.words


def test_the_report_opens_only_after_publishing(app: Flask, client: PageClient, opened: OpenRound) -> None:
    client.get(opened.report, 404)

    close_round(app, opened.id)

    client.get(opened.report)


def test_the_second_round_counts_who_was_invited_before(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    now = clock.now()
    close_round(app, opened.id, at=now)
    with writing() as session:
        network = session.get_one(Network, opened.network_id)
        second = open_next_round(session, network=network, key=key_of(app), at=now + timedelta(days=91))

    results = close_round(app, second.id, at=now + timedelta(days=120))

    assert results is not None
    assert results.response.invited_before == 3
    client.get(second.report)


def age(connection: Connection, round_id: UUID, days: int) -> None:
    table = Round.__table__
    then = clock.now() - timedelta(days=days)
    values = {"closed_at_utc": then, "opened_at_utc": then - timedelta(days=30)}
    connection.execute(table.update().where(table.c.id == round_id).values(values))  # type: ignore[attr-defined]


@pytest.mark.parametrize(("days", "left"), [(729, 10), (731, 0)])
def test_sealed_answers_are_deleted_after_two_years_and_the_report_stays(
    app: Flask, client: PageClient, connection: Connection, days: int, left: int
) -> None:
    opened = make_round(app, {"library": 10})
    answered(app, opened, 10, **words("op-keep", "De koffie.", share=True))
    close_round(app, opened.id)
    age(connection, opened.id, days)

    with writing() as session:
        delete_old_answers(session, at=clock.now())

    assert (len(rows(connection, "sealed_response")), len(rows(connection, "own_words"))) == (left, left)
    client.get(opened.report)
