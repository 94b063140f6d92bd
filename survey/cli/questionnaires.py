"""``questionnaire``: check, preview and publish definitions, print them, and exchange them with spreadsheets."""

from pathlib import Path

import click

from questionnaires import catalogue
from questionnaires.checking import check_file, check_together
from questionnaires.mistakes import DefinitionErrors, Mistake
from questionnaires.publishing import content_hash, publish
from survey.access import config
from survey.cli.common import command
from survey.cli.exchange import EXCHANGE
from survey.cli.printing import paper

#: A file that is there; a wrong name is said before anything is read.
DEFINITION = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def questionnaire() -> None:
    """Questionnaires: list, check, preview, publish, exchange."""


@questionnaire.command("list")
@command
def list_all() -> None:
    """List the questionnaires of this installation."""
    for known in catalogue.catalogue().values():
        minutes, questions = round(known.minutes_of(known.pages)), len(known.questions)
        told = f"{known.answered_by}, {questions} questions, about {minutes} minutes"
        click.echo(f"{known.id} {known.version}  {known.title.in_language(known.languages[0])}  ({told})")


@questionnaire.command("check")
@click.argument("files", nargs=-1, required=True, type=DEFINITION)
@command
def check(files: tuple[Path, ...]) -> None:
    """Check definition FILES, and print every mistake as file:line:column: sentence.

    Mistakes make the exit code 1; warnings are about Dutch that is hard to read, and do not.
    """
    mistakes, warnings = 0, 0
    together = check_together(files)
    for path in files:
        wrong, hard = check_file(path)
        wrong += together.get(path, [])
        for each in sorted({*wrong, *hard}):
            click.echo(str(_named(each, path)))
        mistakes, warnings = mistakes + len(set(wrong)), warnings + len(hard)
    click.echo(f"{_counted(len(files), 'file')}: {_counted(mistakes, 'mistake')}, {_counted(warnings, 'warning')}.")
    if mistakes:
        raise click.exceptions.Exit(1)


@questionnaire.command("preview")
@click.argument("file", type=DEFINITION)
@click.option("--port", type=click.IntRange(1, 65535), default=8010, show_default=True)
@command
def preview(file: Path, port: int) -> None:
    """Serve the definition FILE on this machine, to look at and try out; nothing is stored.

    Every language and kind of organisation can be chosen. Save the file and reload the page to see a change.
    """
    from survey.preview import serve

    serve(file, config=config(), port=port, say=click.echo)


@questionnaire.command("publish")
@click.argument("file", type=DEFINITION)
@command
def publish_version(file: Path) -> None:
    """Write the version of the definition FILE into the ledger beside it: from then on it never changes."""
    written, _ = catalogue.read_definition(file)
    wrong = [*check_file(file)[0], *check_together([file]).get(file, [])]
    if wrong:
        raise DefinitionErrors(_named(each, file) for each in wrong)
    is_new = publish(file, written.id, written.version, content_hash(written))
    said = "is published: it never changes any more." if is_new else "was published already."
    click.echo(f"{written.id} {written.version} {said}")


def _named(mistake: Mistake, path: Path) -> Mistake:
    """Name the file as it was named to us."""
    return mistake._replace(file=str(path)) if mistake.file == path.name else mistake


for _command in (*EXCHANGE, paper):
    questionnaire.add_command(_command)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
