"""``benchmark``: freeze the half-yearly figures of all networks together, and show them."""

from datetime import date

import click

from reports.benchmark import Edition, ShownEdition, latest_cut_off, shown
from survey import clock
from survey.cli.common import Day, command
from survey.database import reading, writing
from survey.errors import Refused
from survey.queries import benchmarks
from survey.services.benchmarks import freeze_edition


@click.group()
def benchmark() -> None:
    """Benchmark editions: all networks together, every 1 January and 1 July."""


@benchmark.command("make")
@click.option("--cut-off", type=Day(), help="1 January or 1 July, such as 2026-07-01; the last one by default.")
@command
def make(cut_off: date | None) -> None:
    """Make the edition of a day from results published before it, once; a frozen edition stays as it is."""
    at = clock.now()
    day = cut_off or latest_cut_off(clock.dutch_day(at))
    with writing() as session:
        is_new = freeze_edition(session, cut_off=day, at=at)
    if is_new:
        click.echo(f"The edition of {day} is made and frozen. Reports published from now on compare with it.")
    else:
        click.echo(f"The edition of {day} is frozen already; it is kept as it is.")


@benchmark.command("show")
@click.option("--cut-off", type=Day(), help="Which edition; the newest one by default.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@command
def show(cut_off: date | None, form: str) -> None:
    """Show an edition: what reports and files say of it."""
    edition = shown(_edition(cut_off))
    if form == "json":
        click.echo(edition.to_json())
        return
    for line in _lines(edition):
        click.echo(line)


def _edition(cut_off: date | None) -> Edition:
    with reading() as session:
        editions = benchmarks.list_editions(session)
    for edition in reversed(editions):
        if cut_off in (None, edition.cut_off):
            return Edition.from_json(edition.document)
    which = "no edition yet" if cut_off is None else f"no edition of {cut_off}"
    raise Refused(f"There is {which}. Make one with 'benchmark make'.")


def _lines(edition: ShownEdition) -> list[str]:
    invented = " Its networks are invented." if edition.invented else ""
    lines = [f"Edition of {edition.cut_off}, policy version {edition.policy}.{invented}"]
    lines.append(_row("theme", "networks", "median", "middle half", "made"))
    for each in edition.themes:
        half = f"{each.lower} to {each.upper}"
        lines.append(_row(each.theme.id, each.networks, each.median, half, each.since))
    if edition.gaps:
        lines.append(_row("difference", "networks", "median", "", "made"))
    for gap in edition.gaps:
        lines.append(_row(f"{gap.theme.id}: {gap.first} - {gap.second}", gap.networks, gap.median, "", gap.since))
    return lines


def _row(about: str, *values: object) -> str:
    widths = (10, 8, 13, 10)
    return about.ljust(44) + "".join(
        str(value).ljust(width) for value, width in zip(values, widths, strict=True)
    ).rstrip()  # fmt: skip
