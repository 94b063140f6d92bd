"""``system``: how the system itself is doing."""

import click

from survey import clock
from survey.access import config
from survey.cli.common import command
from survey.config import Config
from survey.database import reading
from survey.mail.folder import mail_folder
from survey.services import system as services
from survey.services.system import Status, in_round_numbers


@click.group()
def system() -> None:
    """The system itself."""


@system.command("status")
@command
def status() -> None:
    """Show version, tables, workers, mail and disk; the exit code is 1 when something is wrong."""
    with reading() as session:
        found = services.look(session, config=config(), at=clock.now())
    for line in _lines(found, config()):
        click.echo(line)
    for trouble in found.troubles:
        click.echo(f"Wrong: {trouble}")
    if found.troubles:
        raise click.exceptions.Exit(1)


def _lines(found: Status, ours: Config) -> list[str]:
    tables = "up to date" if found.is_up_to_date else f"at {found.revision or 'nothing'}, needed is {found.newest}"
    mail = f"by {ours.mail_server.host}" if ours.mail_server else f"kept as files in {mail_folder(ours)}"
    waiting = f"{found.account_mails.number} to accounts, {found.lost_links.number} lost links"
    free, total = in_round_numbers(found.disk.free), in_round_numbers(found.disk.total)
    return [
        f"version   {found.version}",
        f"database  {found.engine}, {in_round_numbers(found.database_size)}; tables {tables}",
        *(f"worker    {name}, heard of at {seen:%Y-%m-%d %H:%M} UTC" for name, seen in found.workers),
        f"mail      {mail}; waiting: {waiting}",
        f"disk      {free} free of {total}",
    ]
