"""``retention``: what has been kept long enough, and deleting it."""

import click

from survey import clock
from survey.cli.common import command, say_forgotten
from survey.database import reading, writing
from survey.services import retention as services
from survey.services.audit import COMMAND_LINE
from survey.services.forgetting import forget_everywhere
from survey.services.retention import Due


@click.group()
def retention() -> None:
    """Retention: delete what has been kept long enough. The worker does so every night."""


@retention.command("run")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@command
def run(dry_run: bool) -> None:
    """Delete what has been kept long enough: contacts, accounts, answers, sessions, rows of the audit log."""
    at = clock.now()
    if dry_run:
        with reading() as session:
            _say(services.due(session, at=at))
        click.echo("Nothing was deleted: this was a dry run.")
        return
    with writing() as session:
        found = services.forget(session, at=at, by=COMMAND_LINE)
    say_forgotten(forget_everywhere())
    _say(found)
    click.echo("This is deleted.")


def _say(found: Due) -> None:
    for support in found.supports:
        terms = f"contacts {support.contact_months} months, audit log {support.audit_months} months"
        counts = (
            f"{support.counts['contacts']} contacts, {support.accounts} accounts, names in {support.actions} actions"
        )
        click.echo(f"{support.name} ({terms}): {counts}.")
        for network in support.networks:
            click.echo(f"  {network.name}: {network.contacts} contacts, {network.emptied} empty rows.")
    for name, number in found.elsewhere.items():
        click.echo(f"{name}: {number}")
