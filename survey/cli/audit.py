"""``audit``: read the audit log."""

import json
from datetime import date
from typing import Final

import click

from survey import clock
from survey.cli.common import Day, command
from survey.database import writing
from survey.models import AuditEvent
from survey.queries import audit as queries
from survey.queries.audit import Wanted
from survey.services import audit as services
from survey.services.audit import COMMAND_LINE, What
from survey.services.networks import find_network

#: More than that is for the database itself.
_MOST: Final = 10_000


@click.group()
def audit() -> None:
    """Audit log: who of the staff did what to what, when and from where."""


@audit.command("show")
@click.option("--since", type=Day(), help="Only what was done on this day or later.")
@click.option("--action", help="Only this, such as report.read.")
@click.option("--network", help="Only what was done to this network.")
@click.option("--limit", type=click.IntRange(1, _MOST), default=200, show_default=True)
@command
def show(since: date | None, action: str | None, network: str | None, limit: int) -> None:
    """Print rows of the audit log, newest first: time, action, who, what, network, place, details.

    People and things stand there by their ids. That this was printed is noted as well.
    """
    with writing() as session:
        network_id = find_network(session, name=network).id if network else None
        wanted = Wanted(clock.beginning_of(since) if since else None, action, network_id)
        rows = queries.list_events(session, wanted=wanted, limit=limit)
        what = What("audit.shown", network_id=network_id, details={"rows": len(rows)})
        services.note(session, what, by=COMMAND_LINE, at=clock.now())
    for row in rows:
        click.echo(_line(row))
    click.echo(f"{len(rows)} rows.")


def _line(row: AuditEvent) -> str:
    thing = f"{row.object_kind}:{row.object_id or '-'}" if row.object_kind else "-"
    details = json.dumps(row.details, sort_keys=True)
    fields = (f"{row.at_utc:%Y-%m-%d %H:%M:%S}Z", row.action, row.actor_id, thing, row.network_id, row.place, details)
    return "\t".join(str(field or "-") for field in fields)
