"""Alerts by mail: who is told, what keeps a mail back, and a worker or mail server that fails halfway."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading, writing
from survey.mail.failures import MailDelayed
from survey.models import Account, AccountMail, AlertLook, AlertTold, Network, SupportOrganisation
from survey.services import account_mail, alerts, networks
from survey.services.erasing_accounts import anonymise
from survey.work import jobs, overviews
from tests.agreeing import agree
from tests.alerting import ALL_AT_ONCE, NETWORK, change, choose, make, open_and_look, rows, send, told, waiting
from tests.factories import ADVISER_ADDRESS, OpenRound, add_adviser, answer, close_round, sign_in, statements
from tests.mail_server import Inbox, receiving, words_of
from tests.pages import PageClient
from tests.round_times import Set, dutch

pytestmark = pytest.mark.usefixtures("mail_folder")


@pytest.fixture
def opened(app: Flask, connection: Connection, at: Set, client: PageClient) -> OpenRound:
    return open_and_look(app, client)


def closed(app: Flask, opened: OpenRound) -> None:
    close_round(app, opened.id)


def archived(app: Flask, opened: OpenRound) -> None:
    change(app, Network, archived_at_utc=clock.now())


def archived_support(app: Flask, opened: OpenRound) -> None:
    change(app, SupportOrganisation, archived_at_utc=clock.now())


def handed_over(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        other = add_adviser(session, address="ida@taalsteun.example")
        session.get_one(Network, opened.network_id).adviser_id = other.id


def locked(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.scalars(select(Account).where(Account.address == ADVISER_ADDRESS)).one().active = False


def moved(app: Flask, opened: OpenRound) -> None:
    """Let a network belong to another support organisation, and its adviser not."""
    with app.app_context(), writing() as session:
        elsewhere = networks.add_support_organisation(session, name="Taalsteun Noord")
        session.get_one(Network, opened.network_id).support_organisation_id = elsewhere.id


def wanted_no_more(app: Flask, opened: OpenRound) -> None:
    choose(app, dict.fromkeys(alerts.STANDARD, "never"))


HAPPENS = [closed, archived, archived_support, handed_over, locked, moved, wanted_no_more]


@pytest.mark.parametrize("happens", HAPPENS, ids=lambda each: each.__name__)
def test_what_happens_before_the_mail_goes_keeps_it_back(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, happens: Any
) -> None:
    choose(app, {"too_few": "at_once", "report": "never"})
    at(dutch(17, 9))
    make(app)
    assert len(waiting(app)) == 1
    happens(app, opened)

    assert send(app, mail_folder) == []
    assert waiting(app) == []


@pytest.mark.parametrize("happens", HAPPENS, ids=lambda each: each.__name__)
def test_what_happens_before_it_is_looked_at_keeps_it_back(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, happens: Any
) -> None:
    choose(app, {"too_few": "at_once", "report": "never"})
    at(dutch(17, 9))
    happens(app, opened)

    assert told(app, mail_folder) == []


def test_who_takes_a_network_over_is_told_of_it_and_who_had_it_is_not(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    at(dutch(3, 22))
    close_round(app, opened.id)
    at(dutch(4, 9))
    assert len(told(app, mail_folder)) == 1
    sign_in(app, PageClient(app), address="ida@taalsteun.example")
    handed_over(app, opened)
    at(dutch(4, 10))
    (said,) = told(app, mail_folder)

    assert said.startswith("ida@taalsteun.example\n")
    assert rows(app, AlertTold) == 1


def test_who_did_not_join_yet_gets_nothing(app: Flask, opened: OpenRound, at: Set, mail_folder: Path) -> None:
    change(app, Account, joined_at_utc=None)
    at(dutch(3, 22))
    close_round(app, opened.id)
    at(dutch(4, 9))

    assert told(app, mail_folder) == []


def test_an_adviser_is_told_of_own_networks_only_and_a_coordinator_of_none(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    with app.app_context(), writing() as session:
        for support, address, name in (
            ("Taalsteun Midden", "ida@taalsteun.example", "Van Ida"),
            ("Taalsteun Noord", "ander@noord.example", "Verweg"),
        ):
            adviser = add_adviser(session, support=support, address=address)
            adviser.joined_at_utc = clock.now()
            networks.add_network(session, adviser=adviser, name=name, province="Groningen")
        ids: dict[str, UUID] = {row[0]: row[1] for row in session.execute(select(Network.name, Network.id))}
    for network_id in ids.values():
        agree(app, network_id, due_on=date(2026, 11, 5), person="Hanna Bos")
    at(dutch(8, 9))
    make(app)
    at(dutch(9, 9))
    said = {each.partition("\n")[0]: each for each in told(app, mail_folder)}

    assert sorted(said) == ["ander@noord.example", "ida@taalsteun.example", ADVISER_ADDRESS]
    for address, name in (("ander@noord.example", "Verweg"), ("ida@taalsteun.example", "Van Ida")):
        assert {each for each in ids if f"\n{each}\n" in said[address]} == {name}
    assert {each for each in ids if f"\n{each}\n" in said[ADVISER_ADDRESS]} == {NETWORK}


def test_broken_off_halfway_it_goes_on_and_tells_nobody_twice(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One account's mail cannot be left: the others have theirs, and next minute so has this one."""
    with app.app_context(), writing() as session:
        for place in range(3):
            adviser = add_adviser(session, address=f"a{place}@taalsteun.example")
            adviser.joined_at_utc = clock.now()
            networks.add_network(session, adviser=adviser, name=f"Netwerk {place}", province="Groningen")
        ids = session.scalars(select(Network.id)).all()
    choose_all = [ADVISER_ADDRESS, *(f"a{place}@taalsteun.example" for place in range(3))]
    for address in choose_all:
        choose(app, {"late": "at_once"}, address)
    for network_id in ids:
        agree(app, network_id, due_on=date(2026, 11, 2), person="Hanna Bos")
    at(dutch(3, 9))
    ask, asked = account_mail.ask, list[str]()

    def fail_at_the_second(*arguments: Any, to: str, **named: Any) -> None:
        asked.append(to)
        ask(*arguments, to=to, **named)
        if len(asked) == 2:
            raise RuntimeError("cut off")

    with monkeypatch.context() as broken:
        broken.setattr(account_mail, "ask", fail_at_the_second)
        make(app)
    assert len(waiting(app)) == 3
    make(app)
    make(app)

    assert sorted(str(mail["To"]) for mail in send(app, mail_folder)) == sorted(choose_all)


def test_a_conversation_with_a_mail_server_brings_the_same_mail_once(
    app: Flask, opened: OpenRound, at: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the server wants it later, then it takes it; the totals are those of when it went."""
    choose(app, {"too_few": "at_once"})
    inbox = Inbox(to_mail=["451 later", "250 OK"])
    at(dutch(17, 9))
    make(app)
    (mail_id,) = waiting(app)
    with receiving(inbox) as server, app.app_context():
        ours = app.extensions["netwerkspiegel"]
        monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(ours, mail_server=server))
        with pytest.raises(MailDelayed):
            jobs.send_account_mail(str(mail_id))
        answer(app, opened.tokens[0], statements(3))
        at(dutch(17, 10, 1))
        jobs.send_account_mail(str(mail_id))
        jobs.send_account_mail(str(mail_id))

    (mail,) = inbox.mails
    assert inbox.refused == inbox.ids
    assert inbox.recipients == [ADVISER_ADDRESS]
    assert "Respons 8%, sluit over 6 dagen" in words_of(mail)
    assert '/ronde">Respons 8%, sluit over 6 dagen, nog te weinig voor een uitkomst</a>' in words_of(mail, "html")


def test_an_adviser_gets_no_weekly_overview_of_the_same_networks(app: Flask, opened: OpenRound, at: Set) -> None:
    at(dutch(9, 9))
    with app.app_context():
        overviews.make_due()
        with reading() as session:
            assert session.scalars(select(AccountMail.to_address)).all() == ["hanna@x.example"]


def test_what_was_told_goes_with_the_account(app: Flask, opened: OpenRound, at: Set, mail_folder: Path) -> None:
    choose(app, ALL_AT_ONCE)
    at(dutch(17, 9))
    told(app, mail_folder)
    assert rows(app, AlertTold) == rows(app, AlertLook) == 1
    with app.app_context(), writing() as session:
        anonymise(session, account=session.scalars(select(Account).where(Account.address == ADVISER_ADDRESS)).one())

    assert rows(app, AlertTold) == rows(app, AlertLook) == 0
