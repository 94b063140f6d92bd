"""Rounds that were opened by the pages, by the real worker and over a real mail server."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import ColumnElement, func, select

from survey.database import reading, writing
from survey.models import Round
from tests.factories import add_network, in_days, sign_in
from tests.mail_server import Inbox, receiving, words_of
from tests.networks import audited
from tests.pages import PageClient
from tests.planning import plan, send, wish
from tests.worker import until, worker

MakeApp = Callable[..., Flask]


def count(app: Flask, condition: ColumnElement[bool]) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).select_from(Round).where(condition)) or 0


def test_many_open_one_is_cancelled_and_its_people_are_told(make_app: MakeApp, engine_name: str) -> None:
    inbox = Inbox()
    with receiving(inbox) as server:
        app = make_app(engine_name, mail_server=server)
        client = PageClient(app)
        with app.app_context(), writing() as session:
            ids = [add_network(session, members={"library": 1}, name=f"Taalnetwerk {n}").id for n in range(3)]
        sign_in(app, client)
        plan(app, client, ids[0], closes_on=in_days(30).isoformat())
        with worker(app) as running:
            send(client, "/rondes/openen", wish(everything="y", open="1"))
            until(lambda: len(inbox.mails) == 3)
            with app.app_context(), reading() as session:
                mistake = session.scalars(select(Round.id).where(Round.network_id == ids[1])).one()
            send(client, f"/rondes/{mistake}/annuleren")
            until(lambda: len(inbox.mails) == 4)
    assert "gestopt" in words_of(inbox.mails[-1])
    assert running.said == ""
    assert count(app, Round.closes_on == in_days(30)) == 1
    assert count(app, Round.cancelled_at_utc.is_not(None)) == 1
    done = ("round.planned", "round.opening_asked", "round.opened", "round.cancelled")
    assert [audited(app).count(action) for action in done] == [1, 3, 3, 1]
