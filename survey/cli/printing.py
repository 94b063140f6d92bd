"""``questionnaire paper``: a questionnaire as a form to fill in with a pen."""

from pathlib import Path

import click

from reports.forms.paper import paper as typeset
from reports.forms.typesetting import MissingFonts
from survey.cli.common import command, refuse_existing, write_new
from survey.database import reading
from survey.errors import Refused
from survey.services.networks import find_network
from survey.services.printing import Copy, form_of_network, form_of_version


@click.command("paper")
@click.argument("questionnaire_id", metavar="ID")
@click.option("--version", help="A version other than the newest one.")
@click.option("--language", help="The language to print in. Default: the questionnaire's first.")
@click.option("--kind", help="The kind of organisation that it is printed for, such as library.")
@click.option("--network", help="Print what the open round of this network asks, with its name and closing date.")
@click.option("--return-to", multiple=True, help="Who takes the form in; give it again for each line of an address.")
@click.option("-o", "--output", "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@command
def paper(  # noqa: PLR0913 -- one for each option
    questionnaire_id: str,
    version: str | None,
    language: str | None,
    kind: str | None,
    network: str | None,
    return_to: tuple[str, ...],
    output: Path | None,
) -> None:
    """Print the questionnaire ID as an accessible PDF, to fill in with a pen.

    Answers on paper count in the total of the whole network only, and never towards the minimum.
    """
    if network and version:
        raise click.UsageError("--version does not go with --network: a round keeps the version it was opened with.")
    copy = Copy(language, kind, return_to)
    if network is None:
        form = form_of_version(questionnaire_id, version, copy)
    else:
        with reading() as session:
            found = find_network(session, name=network)
            form = form_of_network(session, network=found, questionnaire_id=questionnaire_id, copy=copy)
    target = output or Path(f"{questionnaire_id}-{form.language}.pdf")
    refuse_existing(target)
    try:
        write_new(target, typeset(form))
    except MissingFonts as missing:
        raise Refused(str(missing)) from None
    click.echo(f"{target}: {form.title}.")
