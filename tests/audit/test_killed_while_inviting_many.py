"""Two hundred invitations, and the worker is killed three times in the middle, at moments of no order."""

from collections.abc import Callable

import pytest
from flask import Flask

from survey.work.process import AT_A_TIME
from tests.killing import Outcome, kill_while_sending
from tests.mail_server import Inbox, receiving
from tests.round_mails import states

pytestmark = pytest.mark.audit

MakeApp = Callable[..., Flask]
PEOPLE = 200
KILLS = 3


def test_killed_three_times_everybody_has_one_invitation(make_app: MakeApp, engine_name: str) -> None:
    inbox = Inbox(thinks=[0.01])
    with receiving(inbox) as server:
        app = make_app(engine_name, mail_server=server)
        outcome = kill_while_sending(app, inbox, people=PEOPLE, kills=KILLS)

    judge(app, outcome)


def test_with_a_second_worker_that_lives_on_as_well(make_app: MakeApp) -> None:
    inbox = Inbox(thinks=[0.01])
    with receiving(inbox) as server:
        url = make_app("postgresql").extensions["netwerkspiegel"].database_url
        app = make_app("postgresql", database_url=url, work_database_url=url, mail_server=server)
        outcome = kill_while_sending(app, inbox, people=PEOPLE, kills=KILLS, others=["second"])

    judge(app, outcome)


def judge(app: Flask, outcome: Outcome) -> None:
    """Everybody has one mail; a mail server was handed one twice only where a worker died between it and our tables."""
    assert outcome.per_person == {f"p{person}@library.example": 1 for person in range(PEOPLE)}
    assert states(app) == {"sent": PEOPLE}
    assert outcome.twice <= KILLS * AT_A_TIME
    print(f"{PEOPLE} invitations, {KILLS} kills: {outcome.twice} handed to the mail server twice.")
