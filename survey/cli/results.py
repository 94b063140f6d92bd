"""``results``: what was published of a round."""

from collections.abc import Callable, Iterator

import click

from questionnaires import catalogue
from reports.results import TOTAL, Cell, Results
from survey.cli.common import command
from survey.database import reading
from survey.errors import Refused
from survey.queries import profiles, published, rounds
from survey.services.networks import find_network


@click.group()
def results() -> None:
    """Published results."""


@results.command("show")
@click.argument("network")
@click.option("--round", "number", type=int, help="Which round; the newest published one by default.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--profile", is_flag=True, help="What organisations said on their own behalf, by name, as JSON.")
@command
def show(network: str, number: int | None, form: str, profile: bool) -> None:
    """Show the published results of a round of NETWORK: exactly what its report is made from."""
    if profile:
        click.echo(_document(network, number, profiles.get_published))
        return
    document = _document(network, number, published.get_document)
    if form == "json":
        click.echo(document)
        return
    found = Results.from_json(document)
    click.echo(f"{found.response.sent_in} of the {found.response.invited} invited sent in.")
    if found.response.by_code:
        click.echo(f"{found.response.by_code} more sent in by a code or on paper: they join totals only.")
    for line in (*_averages(found), "", *_shares(found)):
        click.echo(line.rstrip())


def _averages(results: Results) -> Iterator[str]:
    """Write a line per theme: each group's average, and how much is not known."""
    questionnaire = catalogue.find(results.questionnaire, results.questionnaire_version)
    groups = [TOTAL, *(group.id for group in results.plan)]
    yield "".join(["theme".ljust(28), *(name.ljust(22) for name in (*groups, "don't know"))])
    for theme in results.themes:
        title = questionnaire.theme(theme.id).title.in_language("nl")
        cells = [results.cell("theme_mean", theme.id, group) for group in groups]
        said = (*map(_words, cells), _words(results.cell("dont_know", theme.id)))
        yield "".join([title.ljust(28), *(words.ljust(22) for words in said)])


def _shares(results: Results) -> Iterator[str]:
    """Write a line per question and group of which shares or a word are shown."""
    yield "question, group: shares of those who answered"
    lines: dict[tuple[str, str], list[str]] = {}
    for cell in results.cells:
        if cell.measure in ("share", "item_word") and cell.shown:
            lines.setdefault((cell.subject, cell.group), []).append(f"{cell.option or ''} {_words(cell)}".strip())
    for (subject, group), said in lines.items():
        yield f"{subject}, {group}: {'; '.join(said)}"


def _document(network: str, number: int | None, get: Callable[..., str | None]) -> str:
    """Return what ``get`` finds of the newest round that has it, or of the round with this number."""
    with reading() as session:
        found = find_network(session, name=network)
        for candidate in reversed(rounds.list_rounds(session, network_id=found.id)):
            if number is None or candidate.number == number:
                document = get(session, round_id=candidate.id)
                if document is not None:
                    return document
    which = "a published round" if number is None else f"published results of round {number}"
    more = " with profiles of organisations" if get is profiles.get_published else ""
    raise Refused(f"'{network}' does not have {which}{more}.")


def _words(cell: Cell) -> str:
    if cell.kind == "withheld":
        return "-"
    values = {
        "exact": f"{cell.low}",
        "at_least": f"more than {cell.low}" if cell.is_strict else f"{cell.low} or higher",
        "at_most": f"less than {cell.high}" if cell.is_strict else f"{cell.high} or lower",
        "between": f"{cell.low} to {cell.high}",
    }
    return values[cell.kind] + (f" (n={cell.n})" if cell.n is not None else "")
