"""``network``: add and list networks."""

import click

from survey import clock
from survey.access import config
from survey.cli.common import command
from survey.database import reading, writing
from survey.models.network import PROVINCES
from survey.queries import networks as queries
from survey.services import networks as services


@click.group()
def network() -> None:
    """Networks: add one, list them all."""


@network.command("add")
@click.argument("name")
@click.option("--province", required=True, help="Name or code of the province, such as Utrecht or PV26.")
@click.option("--support", required=True, help="Support organisation that looks after it; added when new.")
@click.option("--adviser", required=True, help="Name of the adviser of that organisation.")
@click.option("--adviser-email", required=True, help="The adviser's e-mail address; partners see it as contact.")
@click.option("--coordinator", help="Name of the network's coordinator; partners see it.")
@command
def add(name: str, province: str, support: str, adviser: str, adviser_email: str, coordinator: str | None) -> None:
    """Add the network NAME, in quotes if it has spaces.

    Example: network add "Taalnetwerk Waterdam" --province Utrecht --support "Taalsteun Midden"
    --adviser "Joris Veenstra" --adviser-email joris@taalsteun.example
    """
    with writing() as session:
        kind = "demo" if config().is_demo else "production"
        services.mark_instance(session, kind=kind, at=clock.now())
        organisation = services.add_support_organisation(session, name=support)
        person = services.add_adviser(session, support=organisation, name=adviser, address=adviser_email)
        made = services.add_network(session, adviser=person, name=name, province=province, coordinator=coordinator)
    click.echo(f"Added the network '{made.name}'. Next: organisation add.")


@network.command("list")
@command
def list_all() -> None:
    """List all networks with their newest round."""
    with reading() as session:
        rows = queries.list_networks(session)
    if not rows:
        click.echo("There are no networks yet. Add one with 'network add'.")
    for row in rows:
        state = "no round yet"
        if row.round_number is not None:
            closed = row.closed_at_utc
            state = f"round {row.round_number}, " + (
                f"closed {clock.dutch_day(closed)}" if closed else f"open until {row.closes_on}"
            )
        click.echo(f"{row.name}  ({PROVINCES.get(row.province, row.province)})  {state}")
