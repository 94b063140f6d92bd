"""``work``: the worker, which sends mail and forgets what was kept long enough."""

import os
import re
import signal
import sys
from threading import Event
from types import FrameType

import click
from flask import current_app

from survey import schema_version
from survey.access import config
from survey.cli.common import command
from survey.errors import Refused
from survey.extensions import db


@click.command("work")
@click.option("--name", default="worker", show_default=True, help="Of this worker; two workers need two names.")
@command
def work(name: str) -> None:
    """Do what the pages leave to be done: send mail, and forget daily. Runs until it is stopped."""
    if not re.fullmatch(r"[a-z0-9-]{1,40}", name):
        raise click.UsageError("--name takes small letters, digits and dashes.")
    _check_tables()
    from survey.work.process import working  # the library for durable work is slow to load

    stopped = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        stopped.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    with working(current_app._get_current_object(), config(), name=name):  # type: ignore[attr-defined]  # the proxy's own way to the application
        click.echo(_ready())
        stopped.wait()
    sys.stdout.flush()
    os._exit(0)  # a mail server that says nothing would keep its thread, and that the process, alive


def _check_tables() -> None:
    with db.engine.connect() as connection:
        if schema_version.current(connection) != schema_version.newest():
            raise Refused("The database is not up to date. Run first: flask --app wsgi database upgrade")


def _ready() -> str:
    if config().mail_server is None:
        return "The worker is ready. There is no mail server: mails are kept as files in the data folder."
    return "The worker is ready."
