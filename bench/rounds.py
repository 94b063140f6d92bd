"""A support organisation opens a round in all of its networks, and everybody is invited by mail.

``python -m bench.rounds`` prints the figures for 350 networks of 20 people; ``--networks`` takes fewer, ``--record``
adds them to bench/RECORD.md. The web's part is asking to open, and telling the worker; a real worker opens the rounds
and hands every invitation to a mail server on this machine.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from os import getloadavg
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy.orm import Session

from bench import telling
from bench.people import KINDS
from bench.servers import ROOT, free_port
from bench.telling import Target
from survey import clock, create_app, migrate
from survey.config import read_config
from survey.database import writing
from survey.extensions import db
from survey.models import Account, PlannedRound
from survey.services import networks, opening
from survey.services.contacts import add_contact
from survey.services.organisations import add_organisation
from survey.services.planning import DEFAULT_QUESTIONNAIRE
from survey.work.client import client_of, disconnect, hand_over
from survey.work.orders import opening_order

NETWORKS: Final = 350
PEOPLE: Final = 20
_HOST: Final = "127.0.0.1"


@dataclass(slots=True)
class Figures:
    """What was measured: seconds, megabytes and mails."""

    request_cpu: float = 0
    request_seconds: float = 0
    worker_cpu: float = 0
    worker_seconds: float = 0
    early_memory: float = 0
    late_memory: float = 0
    taken: int = 0
    different: int = 0


class _Taking:
    """A mail server's inbox, of which only the number of mails is kept."""

    def __init__(self) -> None:
        self.ids: set[bytes] = set()
        self.taken = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take a mail."""
        self.taken += 1
        self.ids.add(next(line for line in envelope.content.split(b"\r\n") if line.startswith(b"Message-ID:")))
        return "250 OK"


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.rounds", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    parser.add_argument("--networks", type=int, default=NETWORKS)
    arguments = parser.parse_args()
    load = getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="netwerkspiegel-bench-") as folder:
        text = _told(arguments.networks, load, _measure(Path(folder), arguments.networks))
    print(text)
    if arguments.record:
        telling.record("rounds", text, "python -m bench.rounds --record")
    return 0


def _measure(folder: Path, number: int) -> Figures:
    inbox = _Taking()
    port = free_port()
    controller = Controller(inbox, hostname=_HOST, port=port, ready_timeout=30)
    environment = {
        "NETWERKSPIEGEL_DATA_DIR": str(folder),
        "NETWERKSPIEGEL_MAIL_SERVER": f"smtp://{_HOST}:{port}",
        "NETWERKSPIEGEL_MAIL_FROM": "Netwerkspiegel <noreply@meting.example>",
        "NETWERKSPIEGEL_MAILS_PER_MINUTE": "0",
    }
    app, figures = create_app(read_config(environment)), Figures()
    controller.start()
    try:
        with app.app_context():
            migrate.upgrade(db.engine)
            adviser_id, plans = _add_networks(number)
            with _working(environment) as pid:
                client_of(app.extensions["netwerkspiegel"].work_database_url)  # as in a process that did so before
                before = _cpu(pid)
                _ask(app, adviser_id, plans, figures)
                _wait(inbox, pid, number * PEOPLE, figures)
                figures.worker_cpu = _cpu(pid) - before
            disconnect()
            db.engine.dispose()
    finally:
        controller.stop()
    figures.taken, figures.different = inbox.taken, len(inbox.ids)
    return figures


@contextmanager
def _working(environment: Mapping[str, str]) -> Generator[int]:
    """Run the worker, and say by which number."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "work"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE) as process:
        try:
            if process.stdout is None or not process.stdout.readline():
                raise SystemExit("The worker did not start.")
            yield process.pid
        finally:
            process.kill()


def _ask(app: Flask, adviser_id: UUID, plans: list[UUID], figures: Figures) -> None:
    """Ask to open a round in each network, as one request of an adviser does."""
    now, cpu, begin = clock.now(), time.thread_time(), time.perf_counter()
    with writing() as session:
        for plan_id in plans:
            plan = session.get_one(PlannedRound, plan_id)
            opening.ask_to_open(session, plan=plan, account_id=adviser_id, at=now)
    for plan_id in plans:
        hand_over(opening_order(plan_id, now), app.extensions["netwerkspiegel"])
    figures.request_cpu, figures.request_seconds = time.thread_time() - cpu, time.perf_counter() - begin


def _wait(inbox: _Taking, pid: int, people: int, figures: Figures) -> None:
    """Wait until everybody has a mail, and look at the worker's memory on the way."""
    begin = time.perf_counter()
    while len(inbox.ids) < people:
        if not figures.early_memory and len(inbox.ids) >= people / 10:
            figures.early_memory = _most_memory(pid)
        time.sleep(0.05)
    figures.worker_seconds = time.perf_counter() - begin
    time.sleep(2)  # what was sent last is settled
    figures.late_memory = _most_memory(pid)


def _cpu(pid: int) -> float:
    """Return the CPU seconds that a process has used."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, after_name[11:13])) / os.sysconf("SC_CLK_TCK")


def _most_memory(pid: int) -> float:
    """Return the most memory that a process has had, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def _add_networks(number: int) -> tuple[UUID, list[UUID]]:
    """Add an adviser with so many networks, and return who that is and the plans of their rounds."""
    with writing() as session:
        adviser = _adviser(session)
        return adviser.id, [_add_network(session, adviser, each) for each in range(number)]


def _adviser(session: Session) -> Account:
    networks.mark_instance(session, kind="production", at=clock.now())
    support = networks.add_support_organisation(session, name="Taalsteun Meting")
    return networks.add_adviser(session, support=support, name="Joris Meting", address="joris@meting.example")


def _add_network(session: Session, adviser: Account, number: int) -> UUID:
    """Add a network of twenty people with a planned round, and return the plan."""
    name = f"Taalnetwerk Meting {number}"
    network = networks.add_network(session, adviser=adviser, name=name, province="PV26", coordinator="Noor Meting")
    for place, kind in enumerate(KINDS):
        organisation = add_organisation(session, network=network, name=f"Organisatie {place}", kind=kind)
        for person in range(place, PEOPLE, len(KINDS)):
            address = f"partner{person}@meting{number}.example"
            add_contact(session, organisation=organisation, name=f"Partner {person}", address=address)
    closes_on = clock.dutch_day(clock.now()) + timedelta(days=21)
    plan = PlannedRound(network_id=network.id, questionnaire_id=DEFAULT_QUESTIONNAIRE, closes_on=closes_on)
    session.add(plan)
    session.flush()
    return plan.id


def _told(number: int, load: float, found: Figures) -> str:
    people = number * PEOPLE
    lines = [
        f"{number} networks of {PEOPLE} people, one worker, SQLite; {os.cpu_count()} cores, load {load:.1f} before.",
        "",
        f"  the request asks to open all, and tells: {found.request_cpu:.2f} s CPU, {found.request_seconds:.2f} s",
        f"  the worker opens and invites: {found.worker_cpu:.1f} s CPU, {found.worker_seconds:.1f} s",
        f"  its memory at its most: {found.early_memory:.0f} MB after a tenth, {found.late_memory:.0f} MB at the end",
    ]
    targets = [
        Target("CPU of the worker for an invitation, opening and all", 1000 * found.worker_cpu / people, 30, "ms"),
        Target("CPU of the request for a network", 1000 * found.request_cpu / number, 10, "ms"),
        Target("memory that grew after the first tenth", found.late_memory - found.early_memory, 15, "MB"),
        Target("mails that are missing", people - found.different, 0, ""),
        Target("mails that went twice", found.taken - found.different, 0, ""),
    ]
    return "\n".join([*lines, "", "Targets", *(target.line for target in targets)])


if __name__ == "__main__":
    sys.exit(main())
