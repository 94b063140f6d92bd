"""The real worker, as a process of its own, beside an application of a test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from dbos import DBOSClient
from flask import Flask

from survey.config import Config
from survey.database import reading
from survey.queries import lost_links
from survey.work.client import client_of, disconnect
from survey.work.orders import Order
from tests.mail_server import read_mail
from tests.pages import PageClient
from tools.test import environment as without_own_settings

ROOT: Final = Path(__file__).parent.parent
WORK: Final = ("-m", "flask", "--app", "wsgi", "work")
READY: Final = "The worker is ready."

#: The same, and it writes a line for every connection that is tried.
WATCHED: Final = (
    "-c",
    """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        print("CONNECTS", event, arguments[-1] if event == "socket.connect" else arguments, file=sys.stderr)
sys.addaudithook(watch)
from flask.cli import main
sys.argv[0] = "flask"
main()
""",
    *WORK[2:],
)


def environment_of(config: Config) -> dict[str, str]:
    """Return the settings with which a process is the same instance."""
    ours = {
        "INSTANCE": config.instance,
        "DATA_DIR": str(config.data_dir),
        "DATABASE_URL": config.database_url,
        "WORK_DATABASE_URL": config.work_database_url,
        "INSTANCE_KEY": config.instance_key.hex(),
        "COOKIE_KEY": config.cookie_key.hex(),
        "BASE_URL": config.base_url,
        "MAIL_FROM": str(config.mail_from),
        "MAILS_PER_MINUTE": str(config.mails_per_minute),
        "MAIL_SERVER": f"smtp://{config.mail_server.host}:{config.mail_server.port}" if config.mail_server else "",
    }
    return without_own_settings(os.environ) | {f"NETWERKSPIEGEL_{name}": value for name, value in ours.items()}


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker that runs, or ran."""

    process: "subprocess.Popen[str]"
    log: Path

    @property
    def said(self) -> str:
        """Everything that it wrote to its log so far."""
        return self.log.read_text(encoding="utf-8")


@contextmanager
def worker(app: Flask, *, program: Sequence[str] = WORK, arguments: Iterable[str] = ()) -> Generator[Worker]:
    """Start the worker, wait until it is ready, and end it at once at the end if it runs still."""
    config: Config = app.extensions["netwerkspiegel"]
    log = config.data_dir / "worker.log"
    with log.open("a", encoding="utf-8") as lines:
        process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            cwd=ROOT, env=environment_of(config), stdout=subprocess.PIPE, stderr=lines, text=True,
        )  # fmt: skip
    with process:
        try:
            _wait_until_ready(process.stdout, log)
            yield Worker(process, log)
        finally:
            process.kill()
            disconnect()


def _wait_until_ready(said: IO[str] | None, log: Path) -> None:
    assert said is not None
    line = said.readline()
    assert line.startswith(READY), f"The worker is not ready but said {line!r}, and:\n{log.read_text()[-2000:]}"


def until(is_so: Callable[[], object], *, seconds: float = 30) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"It was not so within {seconds} seconds."
        time.sleep(0.05)


def waiting(app: Flask) -> int:
    """Return how many requests for lost links are not dealt with."""
    with app.app_context(), reading() as session:
        return len(lost_links.list_waiting(session))


def request_by_web(app: Flask, *addresses: str) -> None:
    client = PageClient(app)
    for address in addresses:
        client.post("/link-kwijt", {"address": address})


def queue(app: Flask) -> "DBOSClient":
    """Return the worker's queue."""
    return client_of(app.extensions["netwerkspiegel"].work_database_url)


def tries(app: Flask, order: Order) -> set[str]:
    """Return the id of every try of a piece of work."""
    return {each.workflow_id for each in queue(app).list_workflows(workflow_id_prefix=order.workflow_id)}


def kept_mails(app: Flask) -> list[str]:
    """Return to whom the mails in the folder go, by alphabet."""
    folder: Path = app.extensions["netwerkspiegel"].data_dir / "mail"
    return sorted(str(read_mail(path.read_bytes())["To"]) for path in folder.glob("*.eml"))
