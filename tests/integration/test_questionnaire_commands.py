"""``questionnaire``: what it says about files, at which place, with which exit code."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

import questionnaires.catalogue
from tests.commands import refusal

ROOT = Path(__file__).parents[2]
OURS = [ROOT / "questionnaires" / f"{name}.yaml" for name in (
    "taalnetwerkspiegel", "taalnetwerkspiegel-kort", "quickscan", "organisatieprofiel", "guides/taalnetwerk",
)]  # fmt: skip
SMALL = ROOT / "tests" / "questionnaires" / "small.yaml"


@pytest.fixture
def engine_name() -> str:
    """No database is asked anything."""
    return "sqlite"


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["questionnaire", *map(str, arguments)])


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = SMALL.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_our_own_have_no_mistake_and_no_warning(app: Flask) -> None:
    result = run(app, "check", *OURS)

    assert result.output == "5 files: 0 mistakes, 0 warnings.\n"
    assert result.exit_code == 0


def test_every_mistake_is_told_at_its_place_and_the_exit_code_is_one(app: Flask, tmp_path: Path) -> None:
    path = changed(tmp_path, "level: network", "levl: network")

    result = run(app, "check", path)

    lines = result.output.splitlines()
    assert f'{path}:25:9: "levl" is not a setting that can stand here. Did you mean "level"?' in lines
    assert lines[-1] == "1 file: 2 mistakes, 0 warnings."
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("statement", "told", "is_mistake"),
    [
        ("We weten precies wie wat doet in het netwerk en wie er dan de leiding neemt.", "words", True),
        ("De regie ligt bij de gemeente.", 'Warning: .*"regie"', False),
        ("Het contact loopt soepel en de afspraken zijn helder.", "Warning: ", False),
        ("We worden door de gemeente betaald.", "Warning: ", False),
    ],
)
def test_dutch_that_is_hard_to_read_is_told_too(
    app: Flask, tmp_path: Path, statement: str, told: str, is_mistake: bool
) -> None:
    result = run(app, "check", changed(tmp_path, "nl: Het loopt soepel.", f"nl: {statement}"))

    lines = [line for line in result.output.splitlines() if ":24:" in line]
    assert lines, result.output
    assert ("Warning" in lines[0]) != is_mistake
    assert result.exit_code == int(is_mistake)


def test_a_reason_in_the_file_accepts_a_warning_and_a_needless_one_is_told(app: Flask, tmp_path: Path) -> None:
    path = changed(tmp_path, "nl: Het loopt soepel.", "nl: De regie ligt bij de gemeente.")
    reason = "\naccept:\n  - {at: c-1, rule: jargon, because: Everybody here says it so.}\n"
    path.write_text(path.read_text(encoding="utf-8") + reason, encoding="utf-8")
    assert run(app, "check", path).output == "1 file: 0 mistakes, 0 warnings.\n"

    path = changed(tmp_path, "id: small", "id: small")
    path.write_text(path.read_text(encoding="utf-8") + reason, encoding="utf-8")
    assert '"jargon" is not found at "c-1" any more' in run(app, "check", path).output


def test_a_hard_block_is_told_with_its_figure(app: Flask, tmp_path: Path) -> None:
    hard = "nl: Organisatorische onduidelijkheden belemmeren samenwerkingsverbanden."

    result = run(app, "check", changed(tmp_path, "nl: Het loopt soepel.", hard))

    assert "Flesch-Douma" in result.output


def test_several_files_are_told_with_their_own_names(app: Flask, tmp_path: Path) -> None:
    mine = changed(tmp_path, "id: small", "id: Small")

    result = run(app, "check", SMALL, mine)

    assert [line for line in result.output.splitlines() if line.startswith(str(mine))]
    assert "2 files: 1 mistake, 0 warnings." in result.output


def test_what_is_no_definition_at_all_gets_a_sentence(app: Flask, tmp_path: Path) -> None:
    for content in (b"", b"\xff\xfe\x00", b"[1, 2", b"just words", b"- a\n- b\n", b"id: [\n"):
        path = tmp_path / "odd.yaml"
        path.write_bytes(content)
        result = run(app, "check", path)
        assert result.exit_code == 1, content
        assert result.output.startswith(f"{path}:1:") or f"{path}:" in result.output, content
        assert "Traceback" not in result.output


def test_a_file_that_is_not_there_is_said(app: Flask) -> None:
    result = run(app, "check", "nowhere.yaml")

    assert result.exit_code == 2
    assert "nowhere.yaml" in result.output


def test_the_list_names_all_of_ours(app: Flask) -> None:
    lines = run(app, "list").output.splitlines()

    assert {line.split()[0] for line in lines} == {
        "taalnetwerkspiegel", "taalnetwerkspiegel-kort", "quick-scan", "organisatieprofiel",
    }  # fmt: skip
    assert any("about 14 minutes" in line for line in lines)


def test_publishing_writes_the_ledger_once_and_a_changed_file_is_refused(app: Flask, tmp_path: Path) -> None:
    path = changed(tmp_path, "id: small", "id: small")

    assert run(app, "publish", path).output == "small 1.0.0 is published: it never changes any more.\n"
    assert run(app, "publish", path).output == "small 1.0.0 was published already.\n"

    path.write_text(path.read_text(encoding="utf-8").replace("soepel", "stroef"), encoding="utf-8")
    result = run(app, "check", path)
    assert f"{path}:3:10: Version 1.0.0" in result.output
    assert "raise the version" in result.output
    assert result.exit_code == 1
    assert "raise the version" in run(app, "publish", path).output

    path.write_text(path.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.1.0"), encoding="utf-8")
    assert run(app, "check", path).exit_code == 0


def test_a_preview_on_a_port_that_is_taken_is_refused(app: Flask) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} is in use" in refusal(app, "questionnaire", "preview", str(SMALL), "--port", str(port))


def test_a_statement_that_says_something_else_elsewhere_is_told(app: Flask, tmp_path: Path) -> None:
    ours = (ROOT / "questionnaires" / "taalnetwerkspiegel.yaml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.yaml"
    changed_id = ours.replace("id: taalnetwerkspiegel", "id: mine", 1)
    mine.write_text(changed_id.replace("We weten samen wat we willen bereiken.", "We weten wat we willen.", 1), "utf-8")

    result = run(app, "check", mine)

    assert 'Version 1 of "sp-1" is another statement in taalnetwerkspiegel.yaml' in result.output
    assert result.exit_code == 1


def test_what_stands_beside_the_definitions_can_be_checked_too(app: Flask) -> None:
    every = sorted((ROOT / "questionnaires").glob("*.yaml"))

    assert run(app, "check", *every).output == f"{len(every)} files: 0 mistakes, 0 warnings.\n"


def test_a_file_of_ours_with_a_mistake_is_said_by_every_command(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = changed(tmp_path, "level: network", "levl: network")
    monkeypatch.setattr(questionnaires.catalogue, "our_files", lambda: [broken])
    questionnaires.catalogue.catalogue.cache_clear()

    result = run(app, "list")

    questionnaires.catalogue.catalogue.cache_clear()
    questionnaires.catalogue.asked.cache_clear()
    assert result.exit_code == 1
    assert 'Did you mean "level"?' in result.output
    assert "Traceback" not in result.output


def test_what_check_calls_a_mistake_is_not_published(app: Flask, tmp_path: Path) -> None:
    long = "nl: We weten precies wie wat doet in het netwerk en wie er dan de leiding neemt."

    result = run(app, "publish", changed(tmp_path, "nl: Het loopt soepel.", long))

    assert result.exit_code == 1
    assert ":24:" in result.output
    assert not (tmp_path / "published.yaml").exists()


def test_a_reworded_statement_is_found_beside_the_version_before(app: Flask, tmp_path: Path) -> None:
    before = changed(tmp_path, "id: small", "id: mine").rename(tmp_path / "mine-1.0.0.yaml")
    after = tmp_path / "mine.yaml"
    text = before.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.1.0").replace("soepel", "stroef")
    after.write_text(text, encoding="utf-8")

    assert 'Version 1 of "c-1" is another statement in mine-1.0.0.yaml' in run(app, "check", after).output
    assert run(app, "publish", after).exit_code == 1


def test_a_note_behind_a_text_is_told(app: Flask, tmp_path: Path) -> None:
    result = run(app, "check", changed(tmp_path, "nl: Klein,", "nl: Klein #1,"))
    assert result.exit_code == 1, "In a list between brackets, the note takes the rest of the line with it."

    result = run(app, "check", changed(tmp_path, "version: 1.0.0", "version: 1.0.0\ntitle2: x"))
    assert result.exit_code == 1

    path = changed(tmp_path, "title: {nl: Klein, en: Small}", "title:\n  nl: Klein #1 van het land\n  en: Small")
    assert "what stands behind the # is a note" in run(app, "check", path).output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("languages: [nl]\nkinds: [{id: library, nam: {nl: a}}]\n", 'kinds.yaml:2:9: "name" is missing here.'),
        ("languages: [nl\n", "kinds.yaml:"),
    ],
)
def test_kinds_can_be_checked(app: Flask, tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(content, encoding="utf-8")

    assert told in run(app, "check", path).output


def test_a_broken_ledger_is_told_by_its_own_name_and_an_empty_one_is_filled(app: Flask, tmp_path: Path) -> None:
    path, ledger = changed(tmp_path, "id: small", "id: small"), tmp_path / "published.yaml"
    ledger.write_text("published: []\n", encoding="utf-8")
    assert run(app, "publish", path).exit_code == 0
    assert run(app, "check", path, ledger).output == "2 files: 0 mistakes, 0 warnings.\n"

    ledger.write_text("published:\n  - id: small\n", encoding="utf-8")
    assert "published.yaml:2:5: An entry has an id, a version and a hash" in run(app, "check", ledger).output

    ledger.write_text("published: [\n", encoding="utf-8")
    assert "published.yaml:2:1: This cannot be read" in run(app, "check", path).output


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("version: 1.0.0", f"version: {'1' * 6000}.0.0", "must be three whole numbers"),
        ("nl: Het loopt soepel.", "nl: Het loopt\u200b soepel.", "invisible sign"),
        ("nl: Het loopt soepel.", "nl: Het loopt \u202esoepel.", "invisible sign"),
        ("id: c-1", "id: basis", "is the name of a field that every page has"),
        ("id: c-1", "id: go", "is the name of a field that every page has"),
    ],
)
def test_what_would_do_harm_is_refused(app: Flask, tmp_path: Path, old: str, new: str, told: str) -> None:
    assert told in run(app, "check", changed(tmp_path, old, new)).output


def test_a_file_that_is_far_too_large_is_not_read(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text("".join(f"a{number}: 1\n" for number in range(200_000)), encoding="utf-8")

    assert "This file is larger than 1 MB" in run(app, "check", path).output
