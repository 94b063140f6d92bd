"""An adviser imports a list of 5,000 people: reading it, planning it, writing it, and giving it once more.

``python -m bench.importing`` prints the figures; ``--record`` adds them to bench/RECORD.md. With ``--database`` it is
measured on a database that is empty, such as one of PostgreSQL; else on SQLite in a folder of its own.
"""

import argparse
import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from bench import telling
from bench.telling import Target
from questionnaires.workbook import Table, workbook
from survey import clock, create_app, migrate
from survey.config import read_config
from survey.database import writing
from survey.extensions import db
from survey.importing.reading import ReadFile, read_file
from survey.models import Account
from survey.queries.people import Reach
from survey.services import networks
from survey.services.audit import COMMAND_LINE
from survey.services.importing import carrying_out, planning
from survey.services.importing.carrying_out import Giver
from survey.services.importing.planning import Target as ImportTarget
from survey.services.importing.plans import Plan

PEOPLE: Final = 5_000
PER_ORGANISATION, PER_NETWORK = 5, 100
_KINDS: Final = ("bieb", "welzijn", "gemeente: beleid", "roc")
_COLUMNS: Final = ("Netwerk", "Provincie", "Organisatie", "Soort", "Naam", "E-mail", "Functie", "Taal")


@dataclass(slots=True)
class Timed:
    """Seconds and statements by what was done."""

    seconds: dict[str, float] = field(default_factory=dict[str, float])
    statements: dict[str, int] = field(default_factory=dict[str, int])
    _count: int = 0

    def watch(self, engine: Engine) -> None:
        """Count the statements that go to a database."""
        event.listen(engine, "before_cursor_execute", self._one_more)

    def _one_more(self, *arguments: Any) -> None:
        self._count += 1

    def take(self, name: str, do: Callable[[], Any]) -> Any:
        """Do something and keep how long it took, and by how many statements."""
        before, begin = self._count, time.perf_counter()
        done = do()
        self.seconds[name], self.statements[name] = time.perf_counter() - begin, self._count - before
        return done


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.importing", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    parser.add_argument("--database", help="the address of an empty database")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netwerkspiegel-bench-") as folder:
        text = _told(_measure(Path(folder), arguments.database), arguments.database)
    print(text)
    if arguments.record:
        telling.record("importing", text, "python -m bench.importing --record")
    return 0


def _measure(folder: Path, database: str | None) -> Timed:
    environment = {"NETWERKSPIEGEL_DATA_DIR": str(folder), "NETWERKSPIEGEL_INSTANCE": "production"}
    if database:
        environment["NETWERKSPIEGEL_DATABASE_URL"] = database
        for key in ("NETWERKSPIEGEL_INSTANCE_KEY", "NETWERKSPIEGEL_COOKIE_KEY"):
            environment[key] = secrets.token_hex(32)
    app, content, timed = create_app(read_config(environment)), _list(), Timed()
    with app.app_context():
        migrate.upgrade(db.engine)
        with writing() as session:
            adviser = _adviser(session)
        timed.watch(db.engine)
        for again in ("", ", once more"):
            read = timed.take(f"read the workbook{again}", lambda: read_file(content))
            timed.take(f"plan and write{again}", lambda read=read: _import(read, adviser))
        db.engine.dispose()
    return timed


def _list() -> bytes:
    rows = [_row(number) for number in range(PEOPLE)]
    return workbook([Table("Partners", _COLUMNS, rows)])


def _row(number: int) -> tuple[str, ...]:
    network, organisation = number // PER_NETWORK, number // PER_ORGANISATION
    kind, job = _KINDS[organisation % len(_KINDS)], "taalcoach" if number % 2 else ""
    address = f"Noor de Boer <Noor{number}@organisatie{organisation}.example>"
    return (
        f"Taalnetwerk {network}",
        "Utrecht",
        f"Organisatie {organisation}",
        kind,
        f"Noor {number}",
        address,
        job,
        "NL",
    )


def _adviser(session: Session) -> Account:
    networks.mark_instance(session, kind="production", at=clock.now())
    support = networks.add_support_organisation(session, name="Taalsteun Meting")
    return networks.add_adviser(session, support=support, name="Joris Meting", address="joris@meting.example")


def _import(read: ReadFile, adviser: Account) -> Plan:
    target = ImportTarget(Reach(adviser.support_organisation_id, None), None)
    giver = Giver(adviser.id, adviser.support_organisation_id, COMMAND_LINE)
    with writing() as session:
        plan = planning.plan(session, read.rows, target=target, lock=True)
        carrying_out.carry_out(session, plan, giver=giver, network_id=None, at=clock.now())
    return plan


def _told(timed: Timed, database: str | None) -> str:
    lines = [f"{PEOPLE} people, {PEOPLE // PER_NETWORK} networks; {'PostgreSQL' if database else 'SQLite'}.", ""]
    lines += [
        f"  {name:<36} {seconds:7.2f} s {timed.statements[name]:6} statements"
        for name, seconds in timed.seconds.items()
    ]
    first = sum(seconds for name, seconds in timed.seconds.items() if "once more" not in name)
    target = Target(f"{PEOPLE} rows, read, planned and written", first, 5, "s")
    return "\n".join([*lines, "", "Targets", target.line])


if __name__ == "__main__":
    sys.exit(main())
