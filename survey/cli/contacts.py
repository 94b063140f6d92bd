"""``organisation`` and ``contact``: who is in a network."""

import click

from questionnaires.kinds import partner_kinds
from survey.access import config
from survey.cli.common import command
from survey.database import writing
from survey.i18n import LANGUAGES
from survey.services import networks as services
from survey.services.changes import refuse_archived
from survey.services.contacts import add_contact, invite_if_open
from survey.services.organisations import add_organisation, find_organisation


@click.group()
def organisation() -> None:
    """Partner organisations of a network."""


@organisation.command("add")
@click.argument("network")
@click.argument("name")
@click.option("--kind", required=True, type=click.Choice(list(partner_kinds())), help="Which kind of partner it is.")
@command
def _add_organisation(network: str, name: str, kind: str) -> None:
    """Add the organisation NAME to NETWORK."""
    with writing() as session:
        found = services.find_network(session, name=network)
        made = add_organisation(session, network=found, name=name, kind=kind)
    click.echo(f"Added '{made.name}' to '{found.name}'. Next: contact add.")


@click.group()
def contact() -> None:
    """Contacts: the people at partner organisations who are invited."""


@contact.command("add")
@click.argument("network")
@click.argument("organisation_name", metavar="ORGANISATION")
@click.argument("name")
@click.option("--email", help="An address of this person's own. Without one, answers join the total only.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="nl", show_default=True)
@command
def _add_contact(network: str, organisation_name: str, name: str, email: str | None, language: str) -> None:
    """Add the contact NAME at ORGANISATION in NETWORK; an open round invites the contact too."""
    with writing() as session:
        found = services.find_network(session, name=network)
        refuse_archived(found)
        organisation = find_organisation(session, network=found, name=organisation_name)
        made = add_contact(session, organisation=organisation, name=name, address=email, language=language)
        is_late = invite_if_open(
            session, network=found, contact=made, kind=organisation.kind, key=config().instance_key
        )
    click.echo(f"Added {made.name} at '{organisation.name}'.")
    if is_late:
        click.echo("A round is open: this contact is invited too. This contact's answers join the total only.")
