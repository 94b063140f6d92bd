"""``results``: what was published of a round."""

import click

from questionnaires import catalogue
from reports.results import TOTAL, Cell, Results
from survey.cli.common import command
from survey.database import reading
from survey.errors import Refused
from survey.queries import published, rounds
from survey.services.networks import find_network


@click.group()
def results() -> None:
    """Published results."""


@results.command("show")
@click.argument("network")
@click.option("--round", "number", type=int, help="Which round; the newest published one by default.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@command
def show(network: str, number: int | None, form: str) -> None:
    """Show the published results of a round of NETWORK: exactly what its report is made from."""
    document = _document(network, number)
    if form == "json":
        click.echo(document)
        return
    found = Results.from_json(document)
    questionnaire = catalogue.find(found.questionnaire, found.questionnaire_version)
    click.echo(f"{found.response.sent_in} of the {found.response.invited} invited sent in.")
    groups = [TOTAL, *(group.id for group in found.plan)]
    click.echo("".join(["theme".ljust(28), *(group.ljust(22) for group in groups)]).rstrip())
    for theme in found.themes:
        title = questionnaire.theme(theme.id).title.in_language("nl")
        cells = (_words(found.cell("theme_mean", theme.id, group)).ljust(22) for group in groups)
        click.echo("".join([title.ljust(28), *cells]).rstrip())


def _document(network: str, number: int | None) -> str:
    with reading() as session:
        found = find_network(session, name=network)
        for candidate in reversed(rounds.list_rounds(session, network_id=found.id)):
            if number is None or candidate.number == number:
                document = published.get_document(session, round_id=candidate.id)
                if document is not None:
                    return document
    which = "a published round" if number is None else f"published results of round {number}"
    raise Refused(f"'{network}' does not have {which}.")


def _words(cell: Cell | None) -> str:
    if cell is None or cell.kind == "withheld":
        return "-"
    values = {
        "exact": f"{cell.low}",
        "at_least": f"{cell.low} or higher",
        "at_most": f"{cell.high} or lower",
        "between": f"{cell.low} to {cell.high}",
    }
    return f"{values[cell.kind]} (n={cell.n})"
