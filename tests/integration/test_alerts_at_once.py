"""Several workers that look at the same moment what there is to tell: everybody is told once."""

import time
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import AccountMail, Network
from survey.services import alerts, networks
from survey.services.dashboards.alerting import Alert, alerts_of
from survey.work import alerts as work
from tests.agreeing import agree
from tests.crowd import at_once
from tests.factories import add_adviser
from tests.round_times import dutch, setting_clock

ADVISERS = 4


def test_everybody_gets_one_mail(committed_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the first Monday, and on the next one, when all of it was told before."""
    set_clock = setting_clock(monkeypatch)
    set_clock(dutch(9, 7))
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

    monkeypatch.setattr(alerts, "alerts_of", slowly)
    at_once([make] * 4)
    told = mailed(app)
    set_clock(dutch(16, 7))
    at_once([make] * 4)

    everybody = [f"a{place}@taalsteun.example" for place in range(ADVISERS)]
    assert told == everybody
    assert mailed(app) == sorted([*everybody, *everybody])


def slowly(*given: Any, **named: Any) -> list[Alert]:
    """Look so slowly that all look at the same time."""
    time.sleep(0.1)
    return alerts_of(*given, **named)


def mailed(app: Flask) -> list[str]:
    with app.app_context(), reading() as session:
        return sorted(session.scalars(select(AccountMail.to_address)))
