"""The audit log as a way to find out who answered, or as a place where something leaks (attack 17)."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from survey.database import reading, writing
from survey.extensions import db
from survey.models import Account, AuditEvent, Base, Contact
from survey.services import audit_words
from tests.attacks.closed_round import own_words
from tests.commands import run_in
from tests.factories import KEY, NETWORK, coded_answers, fill_in, make_round, sign_in
from tests.pages import PageClient
from tests.persons import ADDRESS, JOB, NAME, SECRETS, be_everywhere

COLUMNS = ("action", "object_kind", "place", "details")


def noted(app: Flask) -> list[str]:
    """Return the rows of the log, but for ids and times, in the order in which they were written."""
    table = Base.metadata.tables["audit_event"]
    with app.app_context(), db.engine.connect() as connection:
        rows = connection.execute(select(table).order_by(table.c.at_utc)).mappings()
        return sorted(str({name: row[name] for name in COLUMNS}) for row in rows)


def work(app: Flask) -> None:
    """Do as staff what is there to do with a network while it is open and when it closes."""
    client = PageClient(app)
    sign_in(app, client, role="administrator")
    client.get("/netwerken")
    run_in(app, "round", "status", NETWORK)
    with app.app_context(), reading() as session:
        gone = session.scalars(select(Contact.id).where(Contact.name == "library 001")).first()
    client.submit(client.get(f"/contacten/{gone}/wissen"), {}, form={"id": "erase"})
    found = client.submit(client.get("/beheer/personen"), {"who": "library 000"}, 200, form={"id": "search"})
    client.submit(found, {}, 200, form={"id": "file1"})
    run_in(app, "round", "close", NETWORK, "--yes")
    run_in(app, "retention", "run")
    run_in(app, "audit", "show")


@pytest.mark.parametrize("answering", [(), (0,), (0, 1, 2)])
def test_17_the_audit_log_is_the_same_whoever_answered(
    make_app: Callable[..., Flask], engine_name: str, answering: tuple[int, ...]
) -> None:
    logs = []
    for people in ((2,), answering):
        app = make_app(engine_name)
        opened = make_round(app, {"library": 3})
        for person in people:
            fill_in(PageClient(app), opened.tokens[person], coded_answers(person) | own_words(person))
        work(app)
        logs.append(noted(app))

    assert logs[0] == logs[1]
    assert len(logs[0]) >= 5


def test_participants_leave_no_row(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 3})
    client = PageClient(committed_app)
    for person, token in enumerate(opened.tokens):
        fill_in(client, token, coded_answers(person))
    client.post(f"{opened.link}/wissen", {"go": "erase"}, status=303)
    client.post("/link-kwijt", {"address": "p0@library.example"})

    assert noted(committed_app) == []


def test_no_name_address_text_token_or_password_is_in_any_row(committed_app: Flask) -> None:
    """Everything that the database knows of anybody, looked for in everything that the log says."""
    be_everywhere(committed_app)
    opened = make_round(committed_app, {"library": 3})
    client = PageClient(committed_app)
    fill_in(client, opened.tokens[0], coded_answers(1) | own_words(0))
    work(committed_app)
    sign_in(committed_app, client, role="administrator", address="beheer@x.example")
    found = client.submit(client.get("/beheer/personen"), {"who": ADDRESS}, 200, form={"id": "search"})
    client.submit(found, {}, 200, form={"id": "file1"})
    client.submit(client.submit(found, {}, 200, form={"id": "erase1"}), {}, form={"id": "erase"})
    client.get(opened.report)

    with committed_app.app_context(), writing() as session:
        people = [*session.scalars(select(Contact)), *session.scalars(select(Account))]
        known = {word for one in people for word in (one.name, one.address) if word and len(word) > 3}
        rows = [(event.action, event.details, repr(vars(event))) for event in session.scalars(select(AuditEvent))]
    secrets = {ADDRESS, NAME, JOB, *SECRETS, *opened.tokens, opened.report_token, KEY.hex(), *own_words(0).values()}
    secrets -= {"on"}
    said = "\n".join(text for _, _, text in rows)
    assert len(rows) >= 10
    assert sorted(secret for secret in secrets | known if secret in said) == []
    assert {action for action, _, _ in rows} >= {
        "person.erased", "person.exported", "report.read", "contact.erased", "account.erased",
    }  # fmt: skip
    for _, details, _ in rows:
        audit_words.check(details)
