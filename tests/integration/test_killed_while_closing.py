"""A worker that is killed while it closes a round: whoever comes next goes on, and everything is done once."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from survey import clock
from survey.database import reading, writing
from survey.models import AuditEvent, OwnWords, PublishedResults, RoundMail, SealedResponse
from survey.work.client import hand_over
from survey.work.orders import closing_order
from tests.endings import find_round, set_round
from tests.factories import OpenRound, answer, make_round, statements, words
from tests.worker import WORK, until, worker

MakeApp = Callable[..., Flask]
#: The worker, and it kills itself as hard as can be when it comes to this function.
KILLED = """
import os, signal, sys
import {module} as module
def killed(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)
module.{function} = killed
from flask.cli import main
sys.argv[0] = "flask"
main()
"""
PEOPLE = 10
#: Between the cut and publishing; and other moments at which what was done before has to be found back.
BETWEEN = ("survey.services.closing", "publish_round")
MOMENTS = (
    ("survey.services.closing", "cut_if_over"),
    ("survey.services.closing", "seal_answers"),
    ("survey.work.rounds", "forget_deleted"),
    ("survey.services.closing", "store_results"),
    ("survey.services.closing", "release"),
    ("survey.work.rounds", "tell"),
)


def asked_to_close(app: Flask) -> OpenRound:
    opened = make_round(app, {"library": PEOPLE})
    for person, token in enumerate(opened.tokens):
        answer(app, token, statements(1 + person % 5) | words("op-keep", f"Woorden {person}", share=True))
    set_round(app, opened.id, closing_asked_at_utc=clock.now(), releases_at_once=True)
    return opened


def tell_worker(app: Flask, opened: OpenRound) -> None:
    with app.app_context():
        hand_over(closing_order(opened.id, clock.now()), app.extensions["netwerkspiegel"])


def kill_and_go_on(app: Flask, moment: tuple[str, str]) -> OpenRound:
    opened = asked_to_close(app)
    module, function = moment
    program = ("-c", KILLED.format(module=module, function=function), *WORK[2:])
    with worker(app, program=program) as killed:
        tell_worker(app, opened)
        until(lambda: killed.process.poll() is not None)
    with worker(app) as running:
        until(lambda: find_round(app, opened.id).released_at_utc is not None)
        until(lambda: not _waiting(app))
    assert "could not do" not in running.said
    return opened


def _waiting(app: Flask) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).where(RoundMail.state == "waiting")) or 0


def check_done_once(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        counted = [
            session.scalar(select(func.count()).select_from(table))
            for table in (PublishedResults, SealedResponse, OwnWords, RoundMail)
        ]
        closed = session.scalar(select(func.count()).where(AuditEvent.action == "round.closed"))
    assert counted == [1, PEOPLE, PEOPLE, PEOPLE]
    assert closed == 1


def test_killed_between_the_cut_and_publishing(make_app: MakeApp, engine_name: str) -> None:
    app = make_app(engine_name)

    opened = kill_and_go_on(app, BETWEEN)

    check_done_once(app, opened)


@pytest.mark.audit
@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment[1])
def test_killed_at_any_other_moment(make_app: MakeApp, engine_name: str, moment: tuple[str, str]) -> None:
    app = make_app(engine_name)

    opened = kill_and_go_on(app, moment)

    check_done_once(app, opened)
