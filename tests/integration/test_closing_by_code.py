"""The cut and the publication of a round in which people came in by a code or on paper."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.models import Base
from tests.commands import run_in
from tests.factories import NETWORK, OpenRound, answer, close_round, make_round, statements, words
from tests.joining import answer_by_code, begin_quietly, make_code
from tests.pages import PageClient

TABLES = Base.metadata.tables
SHARED = words("op-keep", "De koffie.", share=True)


def rows(connection: Connection, table: str) -> list[Any]:
    return list(connection.execute(select(TABLES[table])))


def filled(app: Flask, invited: int, *, meeting: int = 0, paper: int = 0, kind: str = "library") -> OpenRound:
    """Make a round in which so many sent in, by each way."""
    opened = make_round(app, {kind: invited})
    for token in opened.tokens:
        answer(app, token, statements(4) | SHARED)
    answer_by_code(app, opened, meeting, statements(2) | SHARED)
    answer_by_code(app, opened, paper, statements(2) | SHARED, "paper")
    return opened


def test_all_answers_are_sealed_and_those_by_a_code_in_no_group(app: Flask, connection: Connection) -> None:
    opened = filled(app, 6, meeting=5, paper=2)

    close_round(app, opened.id)

    sealed = rows(connection, "sealed_response")
    assert sorted(str(row.reporting_group) for row in sealed) == ["None"] * 7 + ["library"] * 6
    assert {row.answers["sp-1"] for row in sealed if row.reporting_group is None} == {2}


def test_afterwards_nobody_can_tell_who_came_in_by_a_code(app: Flask, connection: Connection) -> None:
    opened = filled(app, 6, meeting=5, paper=2)
    begin_quietly(app, make_code(app, opened), 99)  # and did not send in

    close_round(app, opened.id)

    assert {row.channel for row in rows(connection, "invitation")} == {"personal"}
    assert len(rows(connection, "invitation")) == 6
    assert rows(connection, "round_code") == rows(connection, "response") == []


def test_codes_of_other_rounds_stay(app: Flask, client: PageClient, connection: Connection) -> None:
    opened, other = filled(app, 1), make_round(app, name="Taalnetwerk Kroonmeer")
    code = make_code(app, other)
    begin_quietly(app, code, 1)

    close_round(app, opened.id)

    client.get(f"/meedoen/{code.token}")
    assert sorted(row.channel for row in rows(connection, "invitation")) == ["meeting", *["personal"] * 4]


def test_the_result_counts_them_apart_and_a_late_contact_with_the_invited(app: Flask, connection: Connection) -> None:
    opened = make_round(app, {"library": 6})
    run_in(app, "contact", "add", NETWORK, f"library van {NETWORK}", "Laat", "--email", "laat@late.example")
    late = next(line for line in run_in(app, "invitation", "links", NETWORK) if "laat@" in line).rsplit("/", 1)[1]
    for token in (*opened.tokens, late):
        answer(app, token, statements(4))
    answer_by_code(app, opened, 3, statements(2))
    answer_by_code(app, opened, 1, statements(2), "paper")
    begin_quietly(app, make_code(app, opened), 99)

    results = close_round(app, opened.id)

    assert results is not None
    assert (results.response.invited, results.response.sent_in, results.response.by_code) == (7, 7, 4)
    (closed,) = rows(connection, "round")
    assert closed.sent_in_by_code == 4
    assert run_in(app, "results", "show", NETWORK)[:2] == [
        "7 of the 7 invited sent in.",
        "4 more sent in by a code or on paper: they join totals only.",
    ]


def test_four_invited_and_ten_by_a_code_publish_nothing_and_keep_no_words(app: Flask, connection: Connection) -> None:
    opened = filled(app, 4, meeting=7, paper=3)

    results = close_round(app, opened.id)

    assert results is not None
    assert {cell.kind for cell in results.cells} == {"withheld"}
    assert rows(connection, "own_words") == []


def test_from_ten_invited_own_words_by_a_code_are_kept_as_well(app: Flask, connection: Connection) -> None:
    close_round(app, filled(app, 10, meeting=2).id)

    assert len(rows(connection, "own_words")) == 12


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_says_it_right(app: Flask, client: PageClient, language: str) -> None:
    opened = filled(app, 6, meeting=2, paper=1)
    close_round(app, opened.id)

    said = client.get(f"{opened.report}?taal={language}").words

    assert {"nl": "En 3 mensen deden mee zonder uitnodiging", "en": "And 3 people joined without"}[language] in said
    assert {"nl": "6 van de 6 mensen, en 3 zonder", "en": "6 of 6 people, and 3 without"}[language] in said


def test_who_came_in_by_a_code_is_no_cover_for_a_small_group(app: Flask, connection: Connection) -> None:
    """One late contact, and four by a code: together five without a group, but the four can be invented."""
    opened = make_round(app, {"library": 6, "welfare": 5})
    run_in(app, "contact", "add", NETWORK, f"library van {NETWORK}", "Laat", "--email", "laat@late.example")
    late = next(line for line in run_in(app, "invitation", "links", NETWORK) if "laat@" in line).rsplit("/", 1)[1]
    for token in (*opened.tokens, late):
        answer(app, token, statements(4))
    answer_by_code(app, opened, 4, statements(2))

    close_round(app, opened.id)

    kept = [row.reporting_group for row in rows(connection, "sealed_response")]
    assert (kept.count("library"), kept.count("rest"), kept.count("welfare")) == (6, 0, 0)


def test_while_the_round_is_open_they_are_counted_apart(
    app: Flask, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(app, 2, meeting=3)
    later = clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    _, invited, by_code = run_in(app, "round", "status", NETWORK)

    assert "2 of the 2 invited had sent in" in invited
    assert by_code == "3 more had sent in by a code or on paper."
