"""``report``: write a report in any form, and look after the editions that are kept."""

from pathlib import Path
from typing import cast, get_args

import click

from reports.forms.kinds import FORMS, FormName
from reports.report import Audience
from survey.cli.common import command, refuse_existing, write_new
from survey.database import reading
from survey.documents import report_file
from survey.errors import Refused
from survey.i18n import LANGUAGES
from survey.models import Round
from survey.queries import published, rounds
from survey.services import reporting, verifying
from survey.services.drawing import FormNotMade, draw
from survey.services.networks import find_network
from survey.work.editions import freeze_missing, stand_missing


@click.group()
def report() -> None:
    """Reports: write one in any form, look after what is kept of them."""


@report.command("write")
@click.argument("network")
@click.option("--round", "number", type=int, help="Which round; the newest published one by default.")
@click.option("--form", "form", type=click.Choice(list(FORMS)), default="pdf", show_default=True)
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="nl", show_default=True)
@click.option("--audience", type=click.Choice(get_args(Audience)), default="participant", show_default=True)
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The file to write, or the folder for it: then its name tells what it is, as when it is downloaded.",
)
@command
def write(network: str, number: int | None, form: str, language: str, audience: str, target: Path) -> None:
    """Write the report of a round of NETWORK that participants can read, as a file."""
    if not target.is_dir():
        refuse_existing(target)
    with reading() as session:
        found = reporting.report_of(session, of=_released(network, number))
    chosen, reader = FORMS[cast(FormName, form)], cast(Audience, audience)
    if target.is_dir():
        closed_on = found.given.results.closed_on
        target /= report_file(found.given.network, closed_on, chosen, language=language, audience=reader)
        refuse_existing(target)
    try:
        content = draw(found, chosen, language=language, audience=reader)
    except FormNotMade:
        raise Refused(f"The report cannot be made as {form} now; the log says why.") from None
    write_new(target, content)
    click.echo(f"{target} is written ({len(content)} bytes).")


def _released(network: str, number: int | None) -> Round:
    with reading() as session:
        found = find_network(session, name=network)
        for each in reversed(rounds.list_rounds(session, network_id=found.id)):
            if number in (None, each.number) and published.is_released(session, round_id=each.id):
                return each
    which = "report" if number is None else f"report of round {number}"
    raise Refused(f"'{network}' does not have a {which} that participants can read.")


@report.command("verify")
@command
def verify() -> None:
    """Hold every edition against its hash, and draw again what is kept as files: the same bytes have to come out."""
    with reading() as session:
        told = verifying.verify(session)
    for line in told.wrong:
        click.echo(line, err=True)
    click.echo(f"{told.editions} editions, {told.files} files drawn again; {len(told.wrong)} are not what they were.")
    if told.wrong:
        raise Refused("Some of what is kept is not what it was; see above.")


@report.command("freeze")
@command
def freeze() -> None:
    """Keep of every released report what is not kept: its first edition, and how its network stands.

    The worker does so too.
    """
    made = freeze_missing(most=1_000_000)
    click.echo(f"{made} editions were made.")
    click.echo(f"{stand_missing(most=1_000_000)} rounds were spread out for the dashboards.")
