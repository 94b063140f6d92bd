"""Alerts by mail as a way to find out what somebody answered: attacks 2, 4, 9, 15, 17 and 22.

A mail goes by totals of the full hour and by dates, so that neither what it says nor that it goes tells of one answer.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest
from flask import Flask
from sqlalchemy import select, update

from survey.database import writing
from survey.models import Account, Network, Round
from survey.services import networks
from tests.agreeing import agree
from tests.attacks.alert_channel import everybody_wants_all_at_once, kept, make, send
from tests.attacks.many_networks import READERS, add_many_networks, of_averages, strange
from tests.dashboards import add_standing
from tests.factories import ADVISER_ADDRESS, OpenRound, add_adviser, answer, close_round, sign_in, statements
from tests.joining import answer_by_code
from tests.pages import PageClient
from tests.round_times import Set, dutch, open_round_of, setting_clock

MEMBERS = {"library": 6, "welfare": 6}


class Said(NamedTuple):
    """How many mails wait, everything in them, and what is kept of what was told."""

    waiting: int
    mails: list[str]
    kept: list[tuple[str, str, int]]


Made = Callable[[], tuple[Flask, OpenRound]]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    return setting_clock(monkeypatch)


@pytest.fixture
def made(make_app: Callable[..., Flask], engine_name: str, at: Set) -> Made:
    """Return what makes another instance with the same round, whose adviser wants to know everything at once."""

    def make_one() -> tuple[Flask, OpenRound]:
        at(dutch(2, 9))
        app = make_app(engine_name)
        opened = open_round_of(app, MEMBERS)
        sign_in(app, PageClient(app))
        everybody_wants_all_at_once(app)
        return app, opened

    return make_one


def said_and_kept(app: Flask) -> Said:
    """Return how many mails wait, everything in them, and what is kept of them."""
    return Said(make(app), send(app), kept(app))


@pytest.mark.parametrize("already", [0, 4, 9])
def test_2_an_alert_is_the_same_before_and_after_one_answer(made: Made, at: Set, already: int) -> None:
    """Also with the answer with which there are enough: before the look, or between that and the mail."""
    found: list[tuple[int, Said]] = []
    for late in ("never", "before the look", "before the mail"):
        app, opened = made()
        at(dutch(18, 9, 30))
        for token in opened.tokens[:already]:
            answer(app, token, statements(3))
        at(dutch(18, 10, 5))
        if late == "before the look":
            answer(app, opened.tokens[already], statements(5))
        waiting = make(app)
        if late == "before the mail":
            answer(app, opened.tokens[already], statements(5))
        at(dutch(18, 10, 59))
        found.append((waiting, said_and_kept(app)))

    assert found[0] == found[1] == found[2]
    assert found[0][0] == 1
    assert f"Respons {round(100 * already / 12)}%" in str(found[0])


def test_2_this_attack_reads_what_moves_by_the_hour(made: Made, at: Set) -> None:
    """At the full hour there is one answer more; and with the tenth one no mail goes."""
    found: list[Said] = []
    for number in (8, 9, 10):
        app, opened = made()
        at(dutch(18, 9, 30))
        for token in opened.tokens[:number]:
            answer(app, token, statements(3))
        at(dutch(18, 10, 5))
        found.append(said_and_kept(app))

    assert [each.waiting for each in found] == [1, 1, 0]
    assert found[0] != found[1]


@pytest.mark.parametrize("number", [3, 5, 9])
def test_17_22_an_alert_is_the_same_whoever_answered(made: Made, at: Set, number: int) -> None:
    """The first people or the last ones, one group or both, whatever they answered; beside others by a code."""
    found: list[Said] = []
    for order, value in ((range(12), 1), (range(11, -1, -1), 5)):
        app, opened = made()
        at(dutch(18, 8, 30))
        for person in order[:number]:
            answer(app, opened.tokens[person], statements(value))
        answer_by_code(app, opened, 6, statements(value))
        at(dutch(18, 9, 5))
        found.append(said_and_kept(app))

    assert found[0] == found[1]
    assert found[0].waiting == 1


def test_9_15_what_a_report_says_changes_no_alert_of_it(made: Made, at: Set) -> None:
    """All low, all high, or divided: the mail says that the report is ready, and nothing else."""
    found: list[Said] = []
    for values in ((1, 1), (5, 5), (1, 5)):
        app, opened = made()
        at(dutch(18, 8, 30))
        for person, token in enumerate(opened.tokens):
            answer(app, token, statements(values[person % 2]))
        close_round(app, opened.id)
        at(dutch(18, 9, 5))
        found.append(said_and_kept(app))

    assert found[0] == found[1] == found[2]
    assert "Het rapport wacht op vrijgeven" in str(found[0])


def test_9_no_order_of_networks_in_a_mail_follows_a_result(make_app: Callable[..., Flask], engine_name: str) -> None:
    found: list[Said] = []
    for tenths in ((12, 30, 48), (48, 12, 30)):
        app = make_app(engine_name)
        with app.app_context(), writing() as session:
            adviser = add_adviser(session)
            for place, value in enumerate(tenths):
                name = f"Taalnetwerk {chr(ord('A') + place)}"
                network = networks.add_network(session, adviser=adviser, name=name, province="PV27")
                add_standing(session, network, of_averages(value))
            session.execute(update(Round).values(released_at_utc=None))
            ids = session.scalars(select(Network.id)).all()
        for network_id in ids:
            agree(app, network_id, due_on=date(2026, 1, 1), person="Hanna Bos")
        found.append(mails_by_day(app))

    assert found[0] == found[1]
    assert str(found[0]).count("1 actie is te laat") > 2


def mails_by_day(app: Flask) -> Said:
    everybody_wants_all_at_once(app)
    with pytest.MonkeyPatch.context() as patching:
        setting_clock(patching)(dutch(18, 10))
        return said_and_kept(app)


def test_4_an_adviser_of_many_networks_is_told_of_own_networks_and_of_no_number(committed_app: Flask) -> None:
    """Neither of a colleague's, nor of those of another organisation, nor of an archived one."""
    many = add_many_networks(committed_app)
    with committed_app.app_context(), writing() as session:
        session.execute(update(Round).values(released_at_utc=None))
        of = select(Network.id, Network.name, Account.address).join(Account, Account.id == Network.adviser_id)
        named = {name: (network_id, address) for network_id, name, address in session.execute(of)}
    for network_id, _ in named.values():
        agree(committed_app, network_id, due_on=date(2026, 1, 1), person="Hanna Bos")
    for who in READERS:
        many.reads(who)
    mails = mails_by_day(committed_app).mails

    assert len(mails) == len({address for _, address in named.values()})
    for mail in mails:
        assert strange(mail, []) == set()
        told = {name for name in named if f"\n{name}\n" in mail}
        to = {named[name][1] for name in told}
        assert len(to) == 1
        assert f"To: {to.pop()}" in mail
    assert not any("\nOud\n" in mail for mail in mails)
    assert any(ADVISER_ADDRESS in mail and "Grootstad" in mail for mail in mails)
