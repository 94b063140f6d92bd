"""After the cut nobody can say whose answers these are: not from the tables, their order, their files or the logs.

Attack 27 of the suite in disclosure.md, with attacks 16 and 17 as far as they look at ids, order and times.
"""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import Connection, select, text

from survey import clock
from survey.database import reading, writing
from survey.extensions import db
from survey.models import Invitation
from tests.attacks.closed_round import DRAFT, PEOPLE, PRIVATE, SHARED, Attacked, logged, own_words
from tests.attacks.rejoining import DECIDED, KEPT, SEALED, TABLES, database_files, hidden_rows, shared_values
from tests.commands import run_in
from tests.factories import NETWORK, OpenRound, close_round, coded_answers, fill_in, make_round, words
from tests.pages import PageClient
from tests.speaking import DIRK, leave, say, speaking_round

#: The one form of a line: time, level, method, endpoint, status. No address, so no token and no query.
LINE = re.compile(r"[-0-9]{10} [0-9:,]{12} INFO (GET|POST) [a-z._]+ [0-9]{3}")


def test_the_sealed_rows_hold_nothing_of_a_person(database: Connection) -> None:
    assert shared_values(database) == set()


def test_a_value_of_a_person_in_a_sealed_row_would_be_found(database: Connection) -> None:
    invitation = hidden_rows(database, "invitation")[0]["id"]
    one = hidden_rows(database, "sealed_response")[0]["id"]
    table = TABLES["sealed_response"]

    database.execute(table.update().where(table.c.id == one).values(id=invitation))

    assert shared_values(database) == {str(invitation)}


@pytest.mark.parametrize("table", SEALED)
def test_a_sealed_table_has_no_column_for_a_person_or_a_time(table: str) -> None:
    assert set(TABLES[table].columns.keys()) <= KEPT | DECIDED | {"id"}


def test_all_answers_are_sealed_and_all_links_are_gone(database: Connection) -> None:
    assert len(hidden_rows(database, "sealed_response")) == PEOPLE
    assert len(hidden_rows(database, "own_words")) == PEOPLE
    assert hidden_rows(database, "response") == []


def test_no_answer_lies_anywhere_but_in_the_sealed_rows(database: Connection) -> None:
    others = repr([hidden_rows(database, table) for table in TABLES if table not in SEALED])
    sealed = repr([hidden_rows(database, table) for table in SEALED])

    assert SHARED in sealed
    assert SHARED not in others
    assert PRIVATE not in others + sealed
    assert DRAFT not in others + sealed


def test_an_invitation_looks_the_same_whether_its_person_answered_or_not(database: Connection) -> None:
    invitations = hidden_rows(database, "invitation")

    assert {row["generation"] for row in invitations} == {1}
    assert len({row.get("written_by") for row in invitations}) == 1
    assert {(row["channel"], row["device_hash"]) for row in invitations} == {("personal", None)}
    assert set(TABLES["invitation"].columns.keys()) == {
        "id", "round_id", "channel", "contact_id", "generation", "token_hash", "reporting_group", "device_hash",
        "refused_at_utc", "wants_no_mail", "bounced_at_utc", "bounce_code", "withdrawn_at_utc", "through_staff",
        "resume_hash",
    }  # fmt: skip


def test_after_the_cut_a_refusal_looks_like_no_more_mail_of_who_sent_in(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 3})
    with committed_app.app_context():
        with writing() as session:
            first, second, third = session.scalars(select(Invitation).order_by(Invitation.id))
            first.refused_at_utc = clock.now()
            second.wants_no_mail = True
            third.through_staff, third.resume_hash = True, "a" * 64
            refused, quiet = first.id, second.id
        close_round(committed_app, opened.id)
        with reading() as session:
            after = session.scalars(select(Invitation)).all()

    assert {each.id for each in after if each.wants_no_mail} == {refused, quiet}
    assert {(each.refused_at_utc, each.resume_hash) for each in after} == {(None, None)}


def test_all_sealed_rows_were_written_by_one_transaction(database: Connection) -> None:
    for table in SEALED:  # answers were written once more when small groups were taken off them: all of them
        assert len({row.get("written_by") for row in hidden_rows(database, table)}) == 1


def test_no_line_of_the_log_holds_a_secret_a_query_or_an_answer(attacked: Attacked) -> None:
    assert len(attacked.log) > PEOPLE * 10
    assert [line for line in attacked.log if not LINE.fullmatch(line)] == []


def test_a_line_with_a_secret_would_be_found() -> None:
    assert LINE.fullmatch("2026-11-22 22:43:50,389 INFO GET respond.intro 200")
    assert not LINE.fullmatch(f"2026-11-22 22:43:50,389 INFO GET /v/{'A' * 43} 200")


def begun(app: Flask) -> OpenRound:
    """An open round of two: one sent in, one only began."""
    opened = make_round(app, {"library": 2})
    client = PageClient(app)
    fill_in(client, opened.tokens[0], coded_answers(0) | own_words(0))
    fill_in(client, opened.tokens[1], words("op-keep", DRAFT, share=True), send=False)
    return opened


def on_disk(app: Flask, table: str = "response") -> Callable[[], bytes]:
    """Return how to read what an engine has on disk of a table of an open round."""
    if db.engine.dialect.name == "sqlite":
        return lambda: database_files(app.extensions["netwerkspiegel"].database_url)

    def read() -> bytes:
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("CHECKPOINT")  # what lies in memory only is written first
            path = connection.scalar(text("SELECT pg_relation_filepath(:table)"), {"table": table})
            size = connection.scalar(text("SELECT pg_relation_size(:table)"), {"table": table})
            asked = {"path": path, "size": size}
            return bytes(connection.scalar(text("SELECT pg_read_binary_file(:path, 0, :size)"), asked) or b"")

    return read


def test_what_was_erased_is_gone_from_the_files_too(committed_app: Flask) -> None:
    begun(committed_app)
    with committed_app.app_context():
        read = on_disk(committed_app)
        assert all(word.encode() in read() for word in (PRIVATE, DRAFT))

        run_in(committed_app, "round", "close", NETWORK, "--yes")

        assert not [word for word in (PRIVATE, DRAFT) if word.encode() in read()]


def test_what_an_organisation_said_that_left_is_gone_from_the_files_too(committed_app: Flask) -> None:
    opened, elsewhere = speaking_round(committed_app), make_round(committed_app, name="Elders")
    say(PageClient(committed_app), opened, DIRK, voice_first={"vo-1-why": PRIVATE})
    leave(committed_app, opened, "welfare", to=elsewhere.network_id)
    with committed_app.app_context():
        read = on_disk(committed_app, "organisation_profile")
        assert PRIVATE.encode() in read()

        run_in(committed_app, "round", "close", NETWORK, "--yes")

        assert PRIVATE.encode() not in read()


def test_without_forgetting_the_files_would_still_hold_it(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(committed_app)
    monkeypatch.setattr("survey.cli.rounds.forget_everywhere", lambda: None)
    with committed_app.app_context():
        read = on_disk(committed_app)
        run_in(committed_app, "round", "close", NETWORK, "--yes")

        assert DRAFT.encode() in read()


#: What makes the engine refuse the row that a page is kept in, as a mistake of ours could.
REFUSE = {
    "sqlite": "CREATE TRIGGER refuse BEFORE UPDATE ON response BEGIN SELECT RAISE(ABORT, 'refused'); END",
    "postgresql": "ALTER TABLE response ADD CONSTRAINT refuse CHECK (kept_at_utc < '2000-01-01') NOT VALID",
}


@pytest.mark.parametrize("broken", ["ALTER TABLE response RENAME COLUMN kept_at_utc TO elsewhere", REFUSE])
def test_a_failure_is_logged_without_the_answer_and_the_link(
    committed_app: Flask, engine_name: str, broken: str | dict[str, str]
) -> None:
    opened = begun(committed_app)
    with committed_app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql(broken if isinstance(broken, str) else broken[engine_name])

    with logged() as log:
        form = words("op-keep", "GEHEIM\n\nEN MEER", share=True)
        response = committed_app.test_client().post(f"{opened.link}/closing?a=VRAAG", data=form)

    assert response.status_code in (500, 503)
    assert "ERROR" in log.getvalue()
    for secret in ("GEHEIM", "EN MEER", PRIVATE, "Failing row", "VRAAG", opened.tokens[0], opened.report_token):
        assert secret not in log.getvalue()
