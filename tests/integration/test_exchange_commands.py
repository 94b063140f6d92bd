"""``questionnaire export``, ``import`` and ``codebook``: what they write, what they say, and what they refuse."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click
import pytest
from click.testing import Result
from flask import Flask
from openpyxl import load_workbook

import questionnaires
from questionnaires import catalogue
from survey.cli.exchange import EXCHANGE
from tests.forms import write_form

COMMANDS: Final[dict[str, click.Command]] = {str(each.name): each for each in EXCHANGE}
OWN: Final = Path(questionnaires.__file__).parent / "taalnetwerkspiegel.yaml"

Run = Callable[..., Result]


@pytest.fixture
def run(shared_apps: Callable[[str], Flask], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder; none of them opens a database."""
    monkeypatch.chdir(tmp_path)
    runner = shared_apps("sqlite").test_cli_runner()

    def invoke(name: str, *arguments: object) -> Result:
        result = runner.invoke(COMMANDS[name], [str(each) for each in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return invoke


def test_a_questionnaire_goes_out_and_comes_back(run: Run, tmp_path: Path) -> None:
    out = run("export", "taalnetwerkspiegel", "-o", "form.xlsx")
    back = run("import", "form.xlsx", "-o", "back.yaml")

    assert (out.exit_code, back.exit_code) == (0, 0)
    assert "That a statement counts the other way round (reversed) is not in the form: ro-4," in out.output
    last = back.output.splitlines()[-1]
    assert last == "back.yaml: taalnetwerkspiegel 2.0.0 can be read as a questionnaire."
    assert list(catalogue.load(tmp_path / "back.yaml").questions) == list(
        catalogue.latest("taalnetwerkspiegel").questions
    )


def test_files_get_a_name_of_their_own(run: Run, tmp_path: Path) -> None:
    run("export", OWN)
    run("codebook", OWN, "--format", "xlsx")
    run("import", "taalnetwerkspiegel-2.0.0.xlsx")

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "taalnetwerkspiegel-2.0.0-codebook.xlsx",
        "taalnetwerkspiegel-2.0.0.xlsx",
        "taalnetwerkspiegel-2.0.0.yaml",
    ]


def test_the_codebook_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    printed = run("codebook", "quick-scan")
    run("codebook", "quick-scan", "-o", "codebook.md")
    run("codebook", "quick-scan", "--format", "xlsx", "-o", "codebook.xlsx")

    assert printed.output.startswith("# Codeboek: Korte scan\n")
    assert (tmp_path / "codebook.md").read_text(encoding="utf-8").strip() == printed.output.strip()
    assert load_workbook(tmp_path / "codebook.xlsx").sheetnames == ["Nederlands (nl)", "English (en)"]


@pytest.mark.parametrize("name", ["export", "codebook"])
def test_what_is_no_questionnaire_here_is_refused(name: str, run: Run) -> None:
    result = run(name, "nowhere")

    assert result.exit_code == 1
    assert 'There is no file "nowhere", and no questionnaire of that name here. There are:' in result.output
    assert "taalnetwerkspiegel" in result.output


@pytest.mark.parametrize("name", ["export", "codebook"])
def test_every_mistake_of_a_definition_is_said(name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("id: Bad\nversion: 1\n", encoding="utf-8")

    result = run(name, "bad.yaml")

    assert result.exit_code == 1
    assert result.output.count("bad.yaml:") > 2
    assert not (tmp_path / "Bad-1.xlsx").exists()


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        (("export", OWN, "-o", "there.xlsx"), "there.xlsx"),
        (("codebook", OWN, "-o", "there.md"), "there.md"),
        (("import", "form.xlsx", "-o", "there.yaml"), "there.yaml"),
        (("import", "form.xlsx"), "form.yaml"),
    ],
)
def test_a_file_that_is_there_is_not_overwritten(
    arguments: tuple[object, ...], target: str, run: Run, tmp_path: Path
) -> None:
    write_form(tmp_path / "form.xlsx", survey=[("type", "name", "label"), ("text", "q", "Q?")])
    (tmp_path / target).write_text("mine", encoding="utf-8")

    result = run(*arguments)

    assert result.exit_code == 1
    assert f'"{target}" is there already: name another file with -o.' in result.output
    assert (tmp_path / target).read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_said(run: Run) -> None:
    result = run("export", OWN, "-o", "no/such/folder.xlsx")

    assert result.exit_code == 1
    assert '"no/such/folder.xlsx" cannot be written: No such file or directory.' in result.output


def test_a_form_of_others_is_said_row_by_row(run: Run, tmp_path: Path) -> None:
    rows = [
        ("type", "name", "label"),
        ("geopoint", "gps", "Where?"),
        ("integer", "age", "Age?"),
        ("text", "why", "Why?"),
    ]
    write_form(tmp_path / "form.xlsx", survey=rows)

    result = run("import", "form.xlsx", "--language", "en")

    assert result.exit_code == 0
    assert 'Row 2: the type "geopoint" is not supported, so "gps" is left out.' in result.output
    assert 'Row 3: "age" is left out: a number cannot be asked of persons' in result.output
    assert catalogue.load(tmp_path / "form.yaml").languages == ("en",)


def test_organisations_can_be_asked_for_numbers(run: Run, tmp_path: Path) -> None:
    write_form(tmp_path / "form.xlsx", survey=[("type", "name", "label"), ("integer", "age", "Age?")])

    assert run("import", "form.xlsx", "--answered-by", "organisation").exit_code == 0
    assert catalogue.load(tmp_path / "form.yaml").answered_by == "organisation"


def test_what_has_to_be_put_right_by_hand_is_said(run: Run, tmp_path: Path) -> None:
    rows = [("type", "name", "label", "relevant"), ("text", "a", "A?"), ("text", "b", "B?", "${a} = '' and ${a} != ''")]
    write_form(tmp_path / "form.xlsx", survey=rows)

    result = run("import", "form.xlsx")

    assert result.exit_code == 1
    assert "form.yaml is written, and this has to be put right in it:" in result.output
    assert '"b" can never be asked' in result.output


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (None, 'There is no file "form.xlsx".'),
        (
            [("type", "name", "label"), ("date", "d", "D?")],
            'Nothing in "form.xlsx" can be asked here, so nothing is written.',
        ),
        ([("name", "age")], '"survey" of "form.xlsx" has no column "type"'),
    ],
)
def test_what_cannot_be_imported_is_refused_and_nothing_written(
    rows: list[tuple[str]] | None, says: str, run: Run, tmp_path: Path
) -> None:
    if rows:
        write_form(tmp_path / "form.xlsx", survey=rows)

    result = run("import", "form.xlsx")

    assert result.exit_code == 1
    assert says in result.output
    assert not (tmp_path / "form.yaml").exists()


def test_a_language_that_nobody_knows_is_refused(run: Run, tmp_path: Path) -> None:
    write_form(tmp_path / "form.xlsx", survey=[("type", "name", "label"), ("text", "q", "Q?")])

    result = run("import", "form.xlsx", "--language", "klingonnish")

    assert result.exit_code == 1
    assert '"klingonnish" is no language that is known here: give its code, such as nl.' in result.output
