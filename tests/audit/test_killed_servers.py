"""The server is killed while people fill in: whatever it said it had kept is there, to the last choice."""

import http.client
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
from flask import Flask

from questionnaires.types.statement import Statement
from survey import clock
from survey.config import Config
from survey.services.sheets import moment
from tests.browser.running import SERVER, free_port
from tests.factories import make_round, the_questionnaire
from tests.pages import PageClient
from tools.test import environment as without_own_settings

pytestmark = pytest.mark.audit

JOURNEYS = 24
KILLS = 3
#: 40 of the themes, and one by itself.
STATEMENTS = 41
#: As long as nobody answers; a browser's script goes on trying as well.
PATIENCE_SECONDS = 60.0


@dataclass
class Server:
    """A real server that can be killed, with all its processes, and started again on the same port."""

    config: Config
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        settings = {
            "NETWERKSPIEGEL_DATABASE_URL": self.config.database_url,
            "NETWERKSPIEGEL_DATA_DIR": str(self.config.data_dir),
            "NETWERKSPIEGEL_INSTANCE_KEY": self.config.instance_key.hex(),
            "NETWERKSPIEGEL_COOKIE_KEY": self.config.cookie_key.hex(),
            "PORT": str(self.port),
        }
        environment = {**without_own_settings(os.environ), **settings}
        root = Path(__file__).parents[2]
        self.process = subprocess.Popen(SERVER, cwd=root, env=environment, start_new_session=True)

    def kill(self) -> None:
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def served(app: Flask) -> Iterator[Server]:
    server = Server(app.extensions["netwerkspiegel"], free_port())
    server.start()
    try:
        yield server
    finally:
        server.kill()


@dataclass
class Traveller:
    """One person: chooses, is told that it is kept, goes on; tries again while nobody answers."""

    port: int
    token: str
    random: Random
    acknowledged: dict[str, str] = field(default_factory=dict[str, str])
    unanswered: int = 0

    def travel(self) -> "Traveller":
        for page in the_questionnaire().pages:
            statements = [each.id for each in page.questions if isinstance(each, Statement)]
            for name in statements:
                self.choose(page.id, name)
            self.post(
                f"/v/{self.token}/{page.id}", {**{name: self.acknowledged[name] for name in statements}, "go": "next"}
            )
        self.post(f"/v/{self.token}/nakijken", {"go": "sure"})
        return self

    def choose(self, page: str, name: str) -> None:
        """Choose twice, as people do: the second choice is the one that has to be there."""
        for _ in range(2):
            value = str(self.random.randint(1, 5))
            fields = {"chosen": f"{name}:{moment(clock.now())}", name: value}
            self.post(f"/v/{self.token}/{page}/bewaar", fields)
            self.acknowledged[name] = value

    def post(self, address: str, fields: dict[str, str]) -> None:
        """Send until somebody says that it is kept; whatever else is said, is said in a sentence."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            answer = self._try(address, urlencode(fields))
            if answer and answer[0] in (200, 303):
                return
            if answer:
                assert "<main" in answer[1], answer
                assert "Traceback" not in answer[1]
            self.unanswered += 1
            time.sleep(0.1)
        raise AssertionError("The server did not come back.")

    def _try(self, address: str, body: str) -> tuple[int, str] | None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        try:
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", address, body=body, headers=headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()


def stored(app: Flask, token: str) -> dict[str, str]:
    client = PageClient(app)
    fields = [client.get(f"/v/{token}/{page.id}").form().fields for page in the_questionnaire().pages]
    questions = the_questionnaire().questions
    return {name: each[name] for each in fields for name in each if isinstance(questions.get(name), Statement)}


def test_nothing_that_was_acknowledged_is_lost(committed_app: Flask) -> None:
    opened = make_round(committed_app, {"library": JOURNEYS})
    with served(committed_app) as server, ThreadPoolExecutor(JOURNEYS) as pool:
        people = [
            Traveller(server.port, token, Random(number))  # noqa: S311 -- invented answers
            for number, token in enumerate(opened.tokens)
        ]
        journeys = [pool.submit(person.travel) for person in people]
        for _ in range(KILLS):
            wait_until_a_few_have_answered(people)
            server.kill()
            server.start()
        done = [journey.result(timeout=300) for journey in journeys]

    assert sum(person.unanswered for person in done) > KILLS, "Nobody noticed that the server was killed."
    for person in done:
        assert stored(committed_app, person.token) == person.acknowledged
        assert len(person.acknowledged) == STATEMENTS
        assert PageClient(committed_app).get(f"/v/{person.token}/klaar").status == 200


def wait_until_a_few_have_answered(people: list[Traveller]) -> None:
    """Wait until the journeys are some way further, so that each kill is in the middle of something."""
    before, ready = sum(len(person.acknowledged) for person in people), threading.Event()
    until = time.monotonic() + PATIENCE_SECONDS
    while sum(len(person.acknowledged) for person in people) < before + 5 * JOURNEYS:
        assert time.monotonic() < until, "Nobody gets any further."
        ready.wait(0.05)
