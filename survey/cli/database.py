"""``database``: migrations."""

import click

from survey import clock, schema_version
from survey.cli.common import command, say_forgotten
from survey.database import writing
from survey.extensions import db
from survey.services import retention
from survey.services.audit import COMMAND_LINE
from survey.services.forgetting import forget_everywhere


@click.group()
def database() -> None:
    """Look after the database: bring it up to date, look at its state."""


@database.command("upgrade")
@command
def upgrade() -> None:
    """Bring the database to the newest version of its tables; does nothing when it is there."""
    from survey import migrate  # alembic is slow to load, and only these commands need it

    migrate.upgrade(db.engine)
    click.echo(f"The database is up to date ({schema_version.newest()}).")


@database.command("status")
@command
def status() -> None:
    """Say at which version the tables are."""
    with db.engine.connect() as connection:
        at = schema_version.current(connection) or "nothing"
    click.echo(f"At {at}; the newest is {schema_version.newest()}.")


@database.command("forget")
@command
def forget() -> None:
    """Delete sealed answers of rounds that closed 24 months ago; published results stay. The worker does so daily."""
    with writing() as session:
        retention.forget(session, at=clock.now(), by=COMMAND_LINE)
    say_forgotten(forget_everywhere())
    click.echo("Answers of rounds that closed 24 months ago or longer are deleted.")


@database.command("revision", hidden=True)
@click.argument("number")
@click.argument("message")
@command
def revision(number: str, message: str) -> None:
    """Write migration NUMBER from the difference between the models and the database; for developers."""
    from survey import migrate

    migrate.write_revision(db.engine, message, number)
