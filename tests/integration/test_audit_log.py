"""What is noted, and what never is: of staff what they do, of participants nothing."""

from collections.abc import Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select
from sqlalchemy.exc import OperationalError

from survey import clock
from survey.database import writing
from survey.models import Base, Contact
from survey.respond import reading
from survey.services import audit
from survey.services.audit import COMMAND_LINE, What
from survey.services.audit_words import Unfit
from tests.commands import Run
from tests.factories import NETWORK, OpenRound, close_round, coded_answers, fill_in, sign_in
from tests.pages import PageClient


def events(connection: Connection, action: str) -> list[Mapping[str, Any]]:
    table = Base.metadata.tables["audit_event"]
    return list(connection.execute(select(table).where(table.c.action == action).order_by(table.c.at_utc)).mappings())


@pytest.fixture
def closed(app: Flask, client: PageClient, opened: OpenRound) -> OpenRound:
    for token in opened.tokens:
        fill_in(client, token, coded_answers(1))
    close_round(app, opened.id)
    return opened


@pytest.mark.parametrize("role", ["coordinator", "adviser", "administrator"])
def test_staff_who_read_a_report_are_noted(
    app: Flask, client: PageClient, connection: Connection, closed: OpenRound, role: Any
) -> None:
    account = sign_in(app, client, role=role)

    client.get(closed.report)
    client.get(f"{closed.report}/rapport.pdf")

    noted = events(connection, "report.read")
    assert [each["details"] for each in noted] == [{"form": "page"}, {"form": "pdf"}]
    assert {(each["actor_id"], each["network_id"]) for each in noted} == {(account.id, closed.network_id)}


def test_staff_who_read_what_organisations_said_are_noted(
    app: Flask, client: PageClient, connection: Connection, closed: OpenRound
) -> None:
    sign_in(app, client)

    client.get(f"{closed.report}/organisaties")

    assert [each["details"] for each in events(connection, "report.read")] == [{"form": "organisations"}]


def test_participants_who_read_a_report_are_not(client: PageClient, connection: Connection, closed: OpenRound) -> None:
    client.get(closed.report)
    client.get(f"{closed.report}/rapport.pdf")
    client.follow(client.get(closed.link, 303))

    assert events(connection, "report.read") == []


def test_a_report_stays_in_the_language_of_its_address(app: Flask, client: PageClient, closed: OpenRound) -> None:
    before = client.get(f"{closed.report}?taal=en")
    sign_in(app, client)

    assert client.get(f"{closed.report}?taal=en").one("html").get("lang") == before.one("html").get("lang") == "en"


def test_a_link_that_opens_nothing_is_not_noted(
    app: Flask, client: PageClient, connection: Connection, opened: OpenRound
) -> None:
    sign_in(app, client)

    client.get(opened.report, 404)
    client.get(f"/rapport/{'A' * 43}", 404)

    assert events(connection, "report.read") == []


def test_what_cannot_be_noted_staff_do_not_read_and_participants_do(
    app: Flask, client: PageClient, monkeypatch: pytest.MonkeyPatch, closed: OpenRound
) -> None:
    sign_in(app, client)

    @contextmanager
    def busy() -> Any:
        raise OperationalError(None, None, TimeoutError("another writer is busy"))
        yield

    monkeypatch.setattr(reading, "writing", busy)

    assert "probeer het over een paar minuten" in client.get(closed.report, 503).words
    PageClient(app).get(closed.report)


def test_a_note_that_says_too_much_is_refused_and_so_is_what_it_is_about(
    connection: Connection, opened: OpenRound
) -> None:
    def rename() -> None:
        with writing() as session, session.begin_nested():
            session.scalars(select(Contact).where(Contact.name == "library 000")).one().name = "Iemand anders"
            what = What("contact.changed", "contact", details={"name": "Iemand anders"})
            audit.note(session, what, by=COMMAND_LINE, at=clock.now())

    with pytest.raises(Unfit):
        rename()

    names = connection.execute(select(Base.metadata.tables["contact"].c.name)).scalars().all()
    assert "library 000" in names
    assert events(connection, "contact.changed") == []


def test_the_command_prints_rows_newest_first_and_notes_itself(
    run: Run, connection: Connection, opened: OpenRound
) -> None:
    now = clock.now()
    with writing() as session:
        for days, action in ((3, "x.first"), (1, "x.second")):
            what = What(action, "network", opened.network_id, opened.network_id, details={"rows": days})
            audit.note(session, what, by=COMMAND_LINE, at=now - timedelta(days=days))
        audit.note(session, What("x.elsewhere"), by=COMMAND_LINE, at=now - timedelta(days=2))

    actions = [line.split("\t")[1] for line in run("audit", "show")[:-1]]
    since = (clock.dutch_day(now) - timedelta(days=2)).isoformat()

    assert actions == ["x.second", "x.elsewhere", "x.first"]
    assert run("audit", "show")[0].split("\t")[1] == "audit.shown"
    assert [line.split("\t")[1] for line in run("audit", "show", "--network", NETWORK)[:-1]] == ["x.second", "x.first"]
    assert run("audit", "show", "--action", "x.first")[-1] == "1 rows."
    assert not any("x.first" in line for line in run("audit", "show", "--since", since))
    assert len(run("audit", "show", "--limit", "1")) == 2
    assert {"rows": 3} in [each["details"] for each in events(connection, "audit.shown")]


def test_a_network_that_is_not_there_is_a_sentence(fails: Any) -> None:
    assert fails("audit", "show", "--network", "Geen netwerk").startswith("There is no network 'Geen netwerk'.")
