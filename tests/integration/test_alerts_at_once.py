"""Several workers that look at the same moment what there is to tell: everybody is told once."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import AccountMail, AlertTold, Network
from survey.services import networks
from survey.work import alerts as work
from tests.agreeing import agree
from tests.crowd import at_once
from tests.factories import add_adviser
from tests.round_times import dutch, setting_clock

ADVISERS = 4


def test_everybody_gets_one_mail(committed_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Monday, when the mail of the week and what is to be told at once come together."""
    setting_clock(monkeypatch)(dutch(9, 7))
    app = committed_app
    with app.app_context(), writing() as session:
        for place in range(ADVISERS):
            adviser = add_adviser(session, address=f"a{place}@taalsteun.example")
            adviser.joined_at_utc = clock.now()
            networks.add_network(session, adviser=adviser, name=f"Netwerk {place}", province="Groningen")
        ids = session.scalars(select(Network.id)).all()
    for network_id in ids:
        agree(app, network_id, due_on=date(2026, 11, 2), person="Hanna Bos")

    def make() -> None:
        with app.app_context():
            work.make_due()

    at_once([make] * 4)

    with app.app_context(), reading() as session:
        mailed = session.scalars(select(AccountMail.to_address)).all()
        told = session.scalars(select(AlertTold.account_id)).all()
    assert sorted(mailed) == [f"a{place}@taalsteun.example" for place in range(ADVISERS)]
    assert len(told) == len(set(told)) == ADVISERS
