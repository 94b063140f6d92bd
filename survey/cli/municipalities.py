"""``municipality``: the municipalities that networks work in."""

from pathlib import Path

import click

from survey.cli.common import command
from survey.clock import now
from survey.database import writing
from survey.errors import Refused
from survey.queries.municipalities import list_networks_in_the_past
from survey.services.audit import COMMAND_LINE, What, note
from survey.services.municipalities import load
from survey.services.municipality_table import read_table, year_of


@click.group()
def municipality() -> None:
    """Municipalities, by the yearly table of Statistics Netherlands."""


@municipality.command("load")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--year", type=click.IntRange(2000, 2099), help="The year of the table; else the one in the file's name.")
@command
def load_table(file: Path, year: int | None) -> None:
    """Take over the municipalities in FILE, and list the networks in municipalities that are no more.

    FILE is "Gemeenten alfabetisch" of a year as .xlsx, or "Gebieden in Nederland" of a year as .csv; both are published
    by Statistics Netherlands (CBS).
    """
    year = year or year_of(file)
    if year is None:
        raise Refused(f'"{file.name}" has no year in its name: say it with --year.')
    rows = read_table(file)
    with writing() as session:
        loaded = load(session, rows=rows, year=year)
        past = list_networks_in_the_past(session, year=year)
        numbers = {"year": year, "added": loaded.added, "changed": loaded.changed, "gone": len(loaded.gone)}
        note(session, What("municipalities.loaded", details=numbers), by=COMMAND_LINE, at=now())
    click.echo(f"{len(rows)} municipalities of {year}: {loaded.added} added, {loaded.changed} changed.")
    if loaded.gone:
        click.echo(f"No longer there: {', '.join(loaded.gone)}.")
    for network, name, last in past:
        click.echo(f"'{network}' is in {name}, which was last there in {last}: choose another one on its page.")
