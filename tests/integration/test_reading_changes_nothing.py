"""No GET changes anything: the whole database is the same before and after every page there is."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from survey.database import reading
from survey.models import AuditEvent, Base, Network
from tests.addresses import ADDRESSES
from tests.factories import OpenRound, close_round, fill_in, make_round, sign_in, statements, words
from tests.pages import HOST, PageClient
from tests.speaking import say

METHODS = ("GET", "HEAD", "OPTIONS")


def dump(connection: Connection) -> dict[str, list[str]]:
    """Return every row of every table, as text; but for the log of who of the staff read or took what."""
    return {
        name: sorted(repr(row) for row in connection.execute(select(table)))
        for name, table in Base.metadata.tables.items()
        if name != "audit_event"
    }


@pytest.fixture
def rounds(app: Flask, client: PageClient, connection: Connection) -> tuple[OpenRound, ...]:
    """Three rounds: one that is open and filled in, one that is only begun, one that is closed."""
    made = tuple(make_round(app, name=f"Taalnetwerk {name}") for name in ("Vol", "Half", "Dicht"))
    answers = statements(4) | words("op-keep", "De koffie.", share=True)
    fill_in(client, made[0].tokens[0], answers)
    say(client, made[0], 0, first={"rf-tasks.intake": "do"})
    fill_in(client, made[1].tokens[0], answers, pages=["roles"], send=False)
    fill_in(client, made[2].tokens[0], answers)
    say(client, made[2], 0, first={"rf-tasks.intake": "do"})
    close_round(app, made[2].id)
    return made


def addresses(rounds: tuple[OpenRound, ...]) -> Iterator[str]:
    """Return every address that can be read, with every secret that fits, and some that do not."""
    for rule in {each.split()[1] for each in ADDRESSES}:
        for opened in rounds:
            secret = opened.report_token if rule.startswith("/rapport/") else opened.tokens[0]
            for page_id in ("shared-purpose", "closing", "contact-details", "bestaat-niet"):
                yield rule.replace("<token>", secret).replace("<page_id>", page_id)
        yield rule.replace("<token>", "A" * 43).replace("<page_id>", "roles")


def test_no_page_changes_anything(
    app: Flask, client: PageClient, connection: Connection, rounds: tuple[OpenRound, ...]
) -> None:
    sign_in(app, client)
    before = dump(connection)

    statuses = {
        client.http.open(f"{address}{query}", method=method, base_url=HOST).status_code
        for address in sorted(set(addresses(rounds)))
        for method in METHODS
        for query in ("", "?taal=en&lang=en&gewist=1&go=send")
        if not address.endswith(".pdf") or (method == "GET" and not query)
    }

    assert dump(connection) == before
    assert statuses <= {200, 303, 401, 403, 404, 405}
    noted = set(connection.scalars(select(AuditEvent.action)))
    exported = {
        f"{what}.exported" for what in ("networks", "organisations", "contacts", "rounds", "dataset", "dashboards")
    }
    assert noted == exported | {"report.read", "round.closed"}, "It closed before."


def test_a_session_for_reading_cannot_write(app: Flask, connection: Connection) -> None:
    make_round(app)
    with reading() as session:
        network = session.scalars(select(Network)).one()
        network.name = "Anders"
        with pytest.raises(DBAPIError, match=r"(?i)read-?only"):
            session.flush()


def test_after_reading_writing_works_again(app: Flask, connection: Connection) -> None:
    with reading() as session:
        assert session.scalars(select(Network)).all() == []

    make_round(app)


def test_outside_tests_a_session_for_reading_cannot_write_either(committed_app: Flask) -> None:
    make_round(committed_app)
    with committed_app.app_context(), reading() as session:
        session.scalars(select(Network)).one().name = "Anders"
        with pytest.raises(DBAPIError, match=r"(?i)read-?only"):
            session.flush()

    make_round(committed_app, name="Nog een")
