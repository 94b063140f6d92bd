"""Kill the worker, as a machine that loses its power does, while it sends the invitations of a round."""

import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from uuid import UUID

from flask import Flask

from survey.work.client import hand_over
from survey.work.orders import ROUND_MAILS, Order
from tests.mail_server import Inbox
from tests.round_mails import put_out, states
from tests.worker import until, worker


@dataclass(frozen=True, slots=True)
class Outcome:
    """What lies in the inbox at the end; an inbox keeps one of what has the same Message-ID."""

    #: How many mails everybody has.
    per_person: Counter[str]
    #: How often the mail server was handed a mail that it had already.
    twice: int
    kills: int


def kill_while_sending(app: Flask, inbox: Inbox, *, people: int, kills: int, others: Sequence[str] = ()) -> Outcome:
    """Send so many invitations while the worker is killed so often; ``others`` are workers that live on."""
    chance = random.SystemRandom()
    _, batches = put_out(app, people)
    moments = sorted(chance.sample(range(1, people - 1), kills))
    with ExitStack() as alive:
        for turn, moment in enumerate([*moments, None]):
            with worker(app) as running:
                if turn == 0:
                    _begin(app, batches, alive, others)
                if moment is None:
                    until(lambda: not states(app)["waiting"], seconds=180)
                    break
                until(lambda at=moment: len(inbox.mails) >= at or not states(app)["waiting"], seconds=180)
                time.sleep(chance.uniform(0, 0.02))
                running.process.send_signal(signal.SIGKILL)
                running.process.wait()
    return _outcome(inbox, kills)


def _begin(app: Flask, batches: Sequence[UUID], alive: ExitStack, others: Sequence[str]) -> None:
    for name in others:
        alive.enter_context(worker(app, arguments=["--name", name]))
    with app.app_context():
        for batch_id in batches:
            hand_over(Order(ROUND_MAILS, batch_id), app.extensions["netwerkspiegel"])


def _outcome(inbox: Inbox, kills: int) -> Outcome:
    kept = {str(mail["Message-ID"]): str(mail["To"]) for mail in inbox.mails}
    return Outcome(Counter(kept.values()), len(inbox.mails) - len(kept), kills)
