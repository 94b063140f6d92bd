"""What has been kept long enough goes at night, by the terms of each support organisation; a dry run only counts."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select, update

from survey import clock
from survey.database import reading, writing
from survey.models import (
    Account,
    AccountMail,
    AccountSession,
    Base,
    Contact,
    Invitation,
    Network,
    StagedImport,
    SupportOrganisation,
)
from survey.services import closing, retention
from survey.services.audit import COMMAND_LINE
from survey.services.erasing import erase_contact
from tests.commands import Run
from tests.factories import (
    NETWORK,
    OpenRound,
    add_adviser,
    add_network,
    close_round,
    key_of,
    make_round,
    open_next_round,
    sign_in,
)
from tests.pages import PageClient

CONTACTS = Base.metadata.tables["contact"]
LONG_AGO = clock.months(30)


def age(connection: Connection, by: timedelta = LONG_AGO) -> None:
    """Let everybody have been added, and every round have been opened and closed, so long ago."""
    connection.execute(update(CONTACTS).values(added_at_utc=clock.now() - by))
    rounds = Base.metadata.tables["round"]
    opened = {"opened_at_utc": clock.now() - by - timedelta(days=30)}
    connection.execute(update(rounds).values(**opened))
    connection.execute(update(rounds).where(rounds.c.closed_at_utc.is_not(None)).values(closed_at_utc=clock.now() - by))


def names(connection: Connection) -> list[str]:
    return sorted(connection.execute(select(CONTACTS.c.name)).scalars())


def forget() -> Mapping[str, int]:
    with writing() as session:
        return retention.forget(session, at=clock.now()).counts


def state(connection: Connection) -> dict[str, Any]:
    return {name: connection.execute(select(table)).all() for name, table in Base.metadata.tables.items()}


def test_who_was_never_invited_goes_after_the_term(app: Flask, connection: Connection) -> None:
    with writing() as session:
        add_network(session, members={"library": 2})
    age(connection)
    connection.execute(update(CONTACTS).where(CONTACTS.c.name == "library 001").values(added_at_utc=clock.now()))

    assert forget()["contacts"] == 1

    assert names(connection) == ["library 001"]


def test_the_term_is_that_of_the_support_organisation(app: Flask, connection: Connection) -> None:
    with writing() as session:
        add_network(session, members={"library": 1})
        session.scalars(select(SupportOrganisation)).one().contact_months = 36
    age(connection)
    assert forget()["contacts"] == 0

    with writing() as session:
        session.scalars(select(SupportOrganisation)).one().contact_months = 29
    assert forget()["contacts"] == 1
    assert names(connection) == []


def test_who_was_in_a_round_lately_stays(app: Flask, connection: Connection, opened: OpenRound) -> None:
    close_round(app, opened.id)
    age(connection)
    connection.execute(update(Base.metadata.tables["round"]).values(closed_at_utc=clock.now() - clock.months(23)))

    assert forget()["contacts"] == 0
    assert len(names(connection)) == 3


def test_after_that_the_contact_and_the_links_go_and_the_results_stay(
    app: Flask, client: PageClient, connection: Connection, opened: OpenRound
) -> None:
    close_round(app, opened.id)
    age(connection)

    assert forget()["contacts"] == 3

    assert connection.execute(select(func.count()).select_from(Invitation)).scalar_one() == 0
    client.get(opened.report)
    client.get(opened.link, 404)


def test_who_is_in_an_open_round_stays_however_old(app: Flask, connection: Connection, opened: OpenRound) -> None:
    age(connection)

    assert forget()["contacts"] == 0
    assert len(names(connection)) == 3


def test_a_round_that_was_cut_and_not_published_keeps_its_people(
    app: Flask, connection: Connection, opened: OpenRound
) -> None:
    with app.app_context(), writing() as session:
        closing.cut(session, round_id=opened.id, at=clock.now())
    age(connection)

    assert forget()["contacts"] == 0


def test_who_was_not_invited_to_the_open_round_goes_all_the_same(
    app: Flask, connection: Connection, opened: OpenRound
) -> None:
    close_round(app, opened.id)
    age(connection)
    with writing() as session:
        one = session.scalars(select(Contact).where(Contact.name == "library 000")).one()
        one.archived_at_utc = clock.now()
        session.flush()
        network = session.get_one(Network, opened.network_id)
        open_next_round(session, network=network, key=key_of(app))

    assert forget()["contacts"] == 1
    assert names(connection) == ["library 001", "municipality 000"]


def test_an_archived_network_is_no_exception(app: Flask, connection: Connection, opened: OpenRound) -> None:
    close_round(app, opened.id)
    age(connection)
    with writing() as session:
        session.get_one(Network, opened.network_id).archived_at_utc = clock.now()

    assert forget()["contacts"] == 3


def test_an_empty_row_goes_once_its_round_is_published(app: Flask, connection: Connection, opened: OpenRound) -> None:
    with writing() as session:
        gone = session.scalars(select(Contact.id).where(Contact.name == "library 000")).one()
        erase_contact(session, contact_id=gone, by=COMMAND_LINE, at=clock.now())
    assert forget()["emptied"] == 0
    assert "" in names(connection)

    close_round(app, opened.id)

    assert forget()["emptied"] == 1
    assert names(connection) == ["library 001", "municipality 000"]


def add_account(*, closed: timedelta | None, address: str = "ida@x.example") -> UUID:
    with writing() as session:
        account = add_adviser(session, address=address)
        if closed is not None:
            account.active = False
            account.closed_at_utc = clock.now() - closed
        return account.id


@pytest.mark.parametrize(("closed", "is_kept"), [(clock.months(25), False), (clock.months(23), True), (None, True)])
def test_an_account_loses_its_person_some_time_after_it_was_closed(
    connection: Connection, closed: timedelta | None, is_kept: bool
) -> None:
    account_id = add_account(closed=closed)

    forget()

    with reading() as session:
        account = session.get_one(Account, account_id)
        assert (account.address == "ida@x.example") == is_kept
        assert (account.name == "Joris Veenstra") == is_kept
    assert forget()["accounts"] == 0


def test_who_still_stands_as_adviser_keeps_the_name_until_the_networks_are_handed_over(
    app: Flask, connection: Connection, opened: OpenRound
) -> None:
    with writing() as session:
        adviser = session.get_one(Account, session.get_one(Network, opened.network_id).adviser_id)
        adviser.active = False
        adviser.closed_at_utc = clock.now() - LONG_AGO

    assert forget()["accounts"] == 0


def test_closing_and_opening_an_account_again_keeps_the_time_right(connection: Connection) -> None:
    account_id = add_account(closed=None)
    with writing() as session:
        account = session.get_one(Account, account_id)
        account.active = False
        session.flush()
        assert account.closed_at_utc is not None
        account.active = True
        session.flush()
        assert account.closed_at_utc is None


def test_what_is_the_same_everywhere_goes_by_its_own_term(app: Flask, connection: Connection) -> None:
    account_id = add_account(closed=None)
    now = clock.now()

    def rows(at: datetime) -> list[Base]:
        signs = {"place": "nowhere", "browser": "", "method": "password", "seen_at_utc": at}
        return [
            AccountSession(id=uuid4(), account_id=account_id, begun_at_utc=at, **signs),
            AccountMail(id=uuid4(), to_address="x@x.example", sealed_text=b"1", asked_at_utc=at, message_id="<1>"),
            StagedImport(id=uuid4(), account_id=account_id, file_name="x", rows=[], given_at_utc=at),
        ]

    with writing() as session:
        session.add_all([*rows(now), *rows(now - timedelta(days=8))])

    counts = forget()

    assert {name: counts[name] for name in ("sessions", "account_mails", "staged_imports")} == dict.fromkeys(
        ("sessions", "account_mails", "staged_imports"), 1
    )
    for table in (AccountSession, AccountMail, StagedImport):
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 1


def test_a_dry_run_changes_nothing_and_says_what_the_run_then_does(
    app: Flask, connection: Connection, run: Run, opened: OpenRound
) -> None:
    close_round(app, opened.id)
    age(connection)
    before = state(connection)

    dry = run("retention", "run", "--dry-run")

    assert state(connection) == before
    assert dry[-1] == "Nothing was deleted: this was a dry run."
    wet = [line for line in run("retention", "run") if not line.startswith("Something else is reading")]
    assert wet[:-1] == dry[:-1]
    assert f"  {NETWORK}: 3 contacts, 0 empty rows." in dry
    assert names(connection) == []


def test_each_run_is_noted_in_numbers(app: Flask, connection: Connection, opened: OpenRound) -> None:
    close_round(app, opened.id)
    age(connection)
    forget()

    table = Base.metadata.tables["audit_event"]
    noted = {row["action"]: row for row in connection.execute(select(table)).mappings()}
    assert set(noted) == {"round.closed", "retention.run", "retention.applied"}
    assert noted["retention.applied"]["details"] == {
        "contacts": 3,
        "emptied": 0,
        "networks": 1,
        "accounts": 0,
        "actions": 0,
    }
    assert noted["retention.run"]["details"]["contacts"] == 3
    assert noted["retention.run"]["place"] == "worker"


def test_the_page_shows_numbers_per_network_and_no_names(
    app: Flask, client: PageClient, connection: Connection, opened: OpenRound
) -> None:
    close_round(app, opened.id)
    age(connection)
    sign_in(app, client, role="administrator")

    page = client.get("/beheer/bewaren")

    row = next(each for each in page.all("tr") if NETWORK in "".join(each.itertext()))
    assert [cell.text for cell in row if cell.tag == "td"] == ["3", "0"]
    assert "library" not in page.words
    assert "24 maanden" in page.words
    assert names(connection) != []


@pytest.mark.parametrize("role", ["coordinator", "adviser"])
def test_the_page_is_for_administrators(app: Flask, client: PageClient, opened: OpenRound, role: Any) -> None:
    sign_in(app, client, role=role)

    client.get("/beheer/bewaren", 404)
    assert "/beheer/bewaren" not in client.get("/netwerken").links()


def test_another_organisations_term_touches_nobody_else(app: Flask, connection: Connection) -> None:
    make_round(app)
    with writing() as session:
        add_adviser(session, support="Taalsteun Noord", address="ida@noord.example")
        for each in session.scalars(select(SupportOrganisation)):
            each.contact_months = 1 if each.name == "Taalsteun Noord" else 60
    age(connection)
    connection.execute(update(Base.metadata.tables["round"]).values(closed_at_utc=clock.now() - clock.months(2)))

    assert forget()["contacts"] == 0
