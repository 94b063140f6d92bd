"""``questionnaire export``, ``import`` and ``codebook``: exchange with XLSForm, and the meaning of every variable.

A file that is there is never overwritten; what gets lost on the way is said, sentence by sentence.
"""

from pathlib import Path
from typing import Final, NoReturn

import click

from questionnaires import catalogue
from questionnaires.codebook import codebook_markdown, codebook_workbook
from questionnaires.definition import Questionnaire
from questionnaires.mistakes import DefinitionErrors
from questionnaires.xlsform.exporting import exported
from questionnaires.xlsform.importing import Imported, Reading, imported
from questionnaires.xlsform.importing.form import AnsweredBy
from questionnaires.xlsform.languages import language_code
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.reading import NotAForm, read_form
from questionnaires.xlsform.writing import form_workbook
from questionnaires.yaml_text import yaml_text
from survey.cli.common import command, refuse_existing, write_new
from survey.errors import Refused

_OUT: Final = click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")


@click.command("export")
@click.argument("file")
@_OUT
@command
def export(file: str, output: Path | None) -> None:
    """Write the questionnaire FILE (or the id of one of ours) as an XLSForm, and say what that cannot express."""
    found = _find(file)
    made = exported(found)
    target = output or Path(f"{found.id}-{found.version}.xlsx")
    write_new(target, form_workbook(made.sheets))
    click.echo(f"{target}: {found.id} {found.version} as an XLSForm. It cannot express this:")
    for sentence in made.losses:
        click.echo(f"  {sentence}")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_OUT
@click.option(
    "--answered-by",
    type=click.Choice(["person", "organisation"]),
    default="person",
    show_default=True,
    help="Who answers it: persons, in shares only, or organisations, by name.",
)
@click.option("--language", default="nl", show_default=True, help="The language of texts that do not say theirs.")
@command
def import_(file: Path, output: Path | None, answered_by: AnsweredBy, language: str) -> None:
    """Write the XLSForm FILE as a definition, and say row by row what of it is not supported."""
    target = output or file.with_suffix(".yaml")
    refuse_existing(target)
    made = _read(file, answered_by, language)
    for sentence in made.sentences:
        click.echo(sentence)
    if not made.definition:
        raise Refused(f'Nothing in "{file.name}" can be asked here, so nothing is written.')
    write_new(target, yaml_text(made.definition).encode())
    try:
        catalogue.load(target)
    except DefinitionErrors as errors:
        click.echo(f"{target} is written, and this has to be put right in it:")
        _say_mistakes(errors)
    click.echo(f"{target}: {made.definition['id']} {made.definition['version']} can be read as a questionnaire.")


@click.command("codebook")
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["md", "xlsx"]), default="md", show_default=True)
@_OUT
@command
def codebook(file: str, form: str, output: Path | None) -> None:
    """Write the codebook of the questionnaire FILE (or the id of one of ours); without -o, Markdown is printed."""
    found = _find(file)
    if form == "md" and output is None:
        click.echo(codebook_markdown(found))
        return
    target = output or Path(f"{found.id}-{found.version}-codebook.xlsx")
    write_new(target, codebook_workbook(found) if form == "xlsx" else codebook_markdown(found).encode())
    click.echo(f"{target}: the codebook of {found.id} {found.version}.")


#: To be added to the group ``questionnaire``.
EXCHANGE: Final = (export, import_, codebook)


def _find(file: str) -> Questionnaire:
    """Return the questionnaire in a file, or the newest version of one of ours."""
    try:
        if Path(file).is_file():
            return catalogue.load(Path(file))
        return catalogue.latest(file)
    except catalogue.UnknownQuestionnaire:
        known = ", ".join(sorted({questionnaire_id for questionnaire_id, _ in catalogue.catalogue()}))
        raise Refused(
            f'There is no file "{file}", and no questionnaire of that name here. There are: {known}.'
        ) from None
    except DefinitionErrors as errors:
        _say_mistakes(errors)


def _read(file: Path, answered_by: AnsweredBy, language: str) -> Imported:
    code = language_code(language)
    if code is None:
        raise Refused(f'"{language}" is no language that is known here: give its code, such as nl.')
    notes = Notes()
    try:
        return imported(read_form(file, notes), Reading(answered_by, code, file.stem), notes)
    except NotAForm as reason:
        raise Refused(str(reason)) from None


def _say_mistakes(errors: DefinitionErrors) -> NoReturn:
    for mistake in errors.mistakes:
        click.echo(str(mistake), err=True)
    raise click.exceptions.Exit(1)
