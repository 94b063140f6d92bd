"""Erasing and archiving as a way to find out who answered, or to move what is published (attacks 17, 20 and 24)."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, update

from survey import clock
from survey.database import forget_deleted, reading, writing
from survey.extensions import db
from survey.models import Contact, Network, PublishedResults
from survey.services import closing, erasing, retention
from survey.services.audit import COMMAND_LINE
from tests.attacks.closed_round import MEMBERS, own_words
from tests.attacks.rejoining import TABLES
from tests.commands import run_in
from tests.factories import NETWORK, OpenRound, close_round, coded_answers, fill_in, make_round, sign_in
from tests.pages import PageClient

#: Whom staff want to know about; and what is always new: ids, tokens, times.
NAME = "library 000"
OWN = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[\w.-]{40,}|\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?|\d\d[.:]\d\d")

Answer = Callable[[PageClient, OpenRound], None]


def does_not(client: PageClient, opened: OpenRound) -> None:
    """Only have the link."""


def begins(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], coded_answers(1), send=False)


def sends_in(client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], coded_answers(1) | own_words(0))


@pytest.fixture
def make(make_app: Callable[..., Flask], engine_name: str) -> Callable[[], tuple[Flask, OpenRound]]:
    """Make the same network with the same open round, on a database of its own."""

    def made() -> tuple[Flask, OpenRound]:
        app = make_app(engine_name)
        return app, make_round(app, {"library": 3})

    return made


def contact_id(app: Flask, name: str = NAME) -> UUID:
    with app.app_context(), reading() as session:
        return session.scalars(select(Contact.id).where(Contact.name == name)).one()


def erase(app: Flask, name: str = NAME) -> None:
    gone = contact_id(app, name)
    with app.app_context(), writing() as session:
        erasing.erase_contact(session, contact_id=gone, by=COMMAND_LINE, at=clock.now())


def said_to_staff(app: Flask, client: PageClient) -> str:
    """Erase somebody as staff do; return every word said on the way, in the lists, the log, the file and the proof."""
    sign_in(app, client, role="administrator")
    asked = client.get(f"/contacten/{contact_id(app)}/wissen")
    found = client.submit(client.get("/beheer/personen"), {"who": NAME}, 200, form={"id": "search"})
    file = client.submit(found, {}, 200, form={"id": "file1"})
    client.submit(asked, {}, form={"id": "erase"})
    second = client.submit(client.get("/beheer/personen"), {"who": "library 001"}, 200, form={"id": "search"})
    proof = client.follow(
        client.submit(client.submit(second, {}, 200, form={"id": "erase1"}), {}, form={"id": "erase"})
    )
    pages = [asked, found, file, client.get("/netwerken"), client.get("/beheer/bewaren"), proof]
    commands = (["audit", "show"], ["invitation", "links", NETWORK], ["retention", "run", "--dry-run"])
    lines = [OWN.sub("…", line) for command in commands for line in run_in(app, *command)]
    # rows of one moment stand in the order of their random ids
    return "\n".join([*(OWN.sub("…", page.text) for page in pages), *sorted(lines)])


@pytest.mark.parametrize("answers", [begins, sends_in])
def test_17_erasing_tells_staff_nothing_of_whether_somebody_answered(
    make: Callable[[], tuple[Flask, OpenRound]], answers: Answer
) -> None:
    """Word for word the same as for who never opened the link; totals move by the hour only."""
    said = []
    for does in (does_not, answers):
        app, opened = make()
        does(PageClient(app), opened)
        said.append(said_to_staff(app, PageClient(app)))

    assert said[0] == said[1]
    assert NAME in said[0]
    assert "contact.erased" in said[0]


@pytest.mark.parametrize("answers", [begins, sends_in])
def test_17_the_rows_that_erasing_leaves_are_the_same_whoever_answered(
    make: Callable[[], tuple[Flask, OpenRound]], answers: Answer
) -> None:
    rows = []
    for does in (does_not, answers):
        app, opened = make()
        does(PageClient(app), opened)
        erase(app)
        rows.append(_rows(app, "contact", "audit_event", "invitation"))

    assert rows[0] == rows[1]


def _rows(app: Flask, *tables: str) -> list[list[Mapping[str, Any]]]:
    """Return what the tables hold, but for ids, secrets and times."""
    with app.app_context(), db.engine.connect() as connection:
        found = {name: connection.execute(select(TABLES[name])).mappings().all() for name in tables}
    kept = [
        [{key: value for key, value in row.items() if not re.search(r"id$|_utc$|hash$", key)} for row in rows]
        for rows in found.values()
    ]
    return [sorted(each, key=repr) for each in kept]


def _published(app: Flask, opened: OpenRound) -> tuple[str, list[Any]]:
    close_round(app, opened.id)
    with app.app_context(), reading() as session:
        found = session.scalars(select(PublishedResults).where(PublishedResults.round_id == opened.id)).one()
        table = TABLES["sealed_response"]
        sealed = session.execute(select(table.c.reporting_group, table.c.answers)).all()
        return found.document_hash, sorted(map(repr, sealed))


def nobody(app: Flask) -> None:
    """Erase nobody."""


def one_early(app: Flask) -> None:
    erase(app)


def five(app: Flask) -> None:
    for person in range(5):
        erase(app, f"library {person:03}")


def archive_all(app: Flask) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Contact).values(archived_at_utc=clock.now()))
        session.execute(update(Network).values(archived_at_utc=clock.now()))


def forget_all(app: Flask) -> None:
    """Erase, and let the night come before the round closes."""
    five(app)
    with app.app_context():
        with writing() as session:
            session.execute(update(Contact).values(added_at_utc=clock.now() - clock.months(61)))
            retention.forget(session, at=clock.now())
        forget_deleted()


@pytest.mark.parametrize("meddle", [one_early, five, archive_all, forget_all])
@pytest.mark.parametrize("is_early", [True, False], ids=["before answering", "after answering"])
def test_20_what_a_round_publishes_does_not_depend_on_who_was_erased_meanwhile(
    make_app: Callable[..., Flask], meddle: Callable[[Flask], None], is_early: bool
) -> None:
    hashes = []
    for does in (nobody, meddle):
        app = make_app("sqlite")
        opened = make_round(app, MEMBERS)
        client = PageClient(app)
        if is_early:
            does(app)
        for person, token in enumerate(opened.tokens):
            fill_in(client, token, coded_answers(person))
        if not is_early:
            does(app)
        hashes.append(_published(app, opened))

    assert hashes[0] == hashes[1]


def test_20_between_the_cut_and_the_results_nobody_goes_either(make_app: Callable[..., Flask]) -> None:
    hashes = []
    for does in (nobody, five):
        app = make_app("sqlite")
        opened = make_round(app, MEMBERS)
        for person, token in enumerate(opened.tokens):
            fill_in(PageClient(app), token, coded_answers(person))
        with app.app_context(), writing() as session:
            closing.cut(session, round_id=opened.id, at=clock.now())
        does(app)
        hashes.append(_published(app, opened))

    assert hashes[0] == hashes[1]


def test_20_a_closed_round_is_not_published_again_when_its_people_go(
    committed_app: Flask,
) -> None:
    opened = make_round(committed_app, {"library": 6})
    for person, token in enumerate(opened.tokens):
        fill_in(PageClient(committed_app), token, coded_answers(person))
    before = _published(committed_app, opened)
    for person in range(6):
        erase(committed_app, f"library {person:03}")

    assert close_round(committed_app, opened.id) is None
    assert _published(committed_app, opened) == before


def test_24_staff_get_no_link_of_who_was_erased(committed_app: Flask) -> None:
    """Also not as the next contact with the same address, who gets a link of the own."""
    opened = make_round(committed_app, {"library": 3})
    client = PageClient(committed_app)
    fill_in(client, opened.tokens[0], coded_answers(1) | own_words(0))
    erase(committed_app)

    run_in(committed_app, "contact", "add", NETWORK, f"library van {NETWORK}", "Nieuw", "--email", "p0@library.example")
    listed = run_in(committed_app, "invitation", "links", NETWORK)

    assert not any(opened.tokens[0] in line for line in listed)
    (new,) = (line.rsplit("/", 1)[1] for line in listed if "Nieuw" in line)
    assert new not in opened.tokens
    page = client.get(f"/v/{new}")
    assert "Je hebt je antwoorden verstuurd" not in page.words
    assert own_words(0)["op-keep"] not in page.text


def test_24_who_was_erased_still_has_the_own_link(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": 3})
    client = PageClient(committed_app)
    fill_in(client, opened.tokens[0], coded_answers(1))
    before = client.get(f"/v/{opened.tokens[0]}/klaar").words.replace(NAME, "")

    erase(committed_app)

    assert client.get(f"/v/{opened.tokens[0]}/klaar").words == before
