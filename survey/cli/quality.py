"""``quality``: how good a questionnaire itself is, studied once a year."""

import click

from questionnaires import catalogue
from questionnaires.catalogue import UnknownQuestionnaire
from questionnaires.definition import Questionnaire
from reports.quality.markdown import to_markdown
from reports.quality.study import QualityStudy
from survey import clock
from survey.cli.common import command
from survey.database import reading, writing
from survey.errors import Refused
from survey.queries import quality as queries


@click.group()
def quality() -> None:
    """Quality of the questionnaires: reliability, differences between networks, habits of answering."""


@quality.command("study")
@click.argument("questionnaire")
@click.option("--version", help="Which version; the highest by default.")
@command
def study(questionnaire: str, version: str | None) -> None:
    """Study QUESTIONNAIRE from all answers that are new since its last study, and keep the outcome for good.

    Once a year, from 200 new respondents in 10 networks. It takes some seconds per theme.
    """
    from survey.services import quality as services  # SciPy is slow to load, and only this command needs it

    at = clock.now()
    with reading() as session:
        material = services.gather(session, questionnaire=_find(questionnaire, version), at=at)
    made = services.compute(material)
    with writing() as session:
        services.store_study(session, study=made, at=at)
    click.echo(to_markdown(made), nl=False)


@quality.command("show")
@click.argument("questionnaire")
@click.option("--version", help="Which version; the highest by default.")
@click.option("--year", type=int, help="Which year's study; the newest by default.")
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
@command
def show(questionnaire: str, version: str | None, year: int | None, form: str) -> None:
    """Show a study of QUESTIONNAIRE as it was kept."""
    asked = _find(questionnaire, version)
    with reading() as session:
        documents = queries.list_documents(session, questionnaire_id=asked.id, questionnaire_version=asked.version)
    chosen = documents.get(year if year is not None else max(documents, default=0))
    if chosen is None:
        when = "" if year is None else f" in {year}"
        raise Refused(f"There is no quality study of {asked.id} {asked.version}{when}.")
    click.echo(chosen if form == "json" else to_markdown(QualityStudy.from_json(chosen)).removesuffix("\n"))


def _find(questionnaire_id: str, version: str | None) -> Questionnaire:
    try:
        if version is None:
            return catalogue.latest(questionnaire_id)
        return catalogue.find(questionnaire_id, version)
    except UnknownQuestionnaire as unknown:
        raise Refused(str(unknown)) from None
