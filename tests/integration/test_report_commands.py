"""The commands about reports: write one as a file, hold what is kept against itself, make what is missing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, update

from reports.forms.kinds import FORMS
from survey.database import writing
from survey.models import ReportEdition
from survey.services import form_files
from tests.commands import Run
from tests.editions import editions, files, released_with_words
from tests.endings import published_unreleased
from tests.factories import NETWORK, OpenRound
from tests.pages import PageClient

Fails = Callable[..., str]


@pytest.fixture
def written(app: Flask, connection: Connection) -> OpenRound:
    for path in files(app):
        path.unlink()
    return released_with_words(app)


def test_a_report_is_written_as_its_page_hands_it_out(
    client: PageClient, run: Run, written: OpenRound, tmp_path: Path
) -> None:
    target = tmp_path / "rapport.pdf"

    (said,) = run("report", "write", NETWORK, "--form", "pdf", "--language", "en", "-o", str(target))

    assert said == f"{target} is written ({target.stat().st_size} bytes)."
    assert target.read_bytes() == client.get(f"{written.report}/rapport.pdf?taal=en").body


def test_in_a_folder_its_name_tells_what_it_is(run: Run, fails: Fails, written: OpenRound, tmp_path: Path) -> None:
    asked = ("report", "write", NETWORK, "--form", "cards", "--language", "en", "--audience", "adviser")
    run(*asked, "-o", str(tmp_path))

    (made,) = tmp_path.iterdir()
    assert made.name.startswith("taalnetwerk-waterdam-20")
    assert made.name.endswith("-cards-facilitators-en.pdf")
    assert "is there already" in fails(*asked, "-o", str(tmp_path))


def test_for_advisers_it_is_another_file(run: Run, written: OpenRound, tmp_path: Path) -> None:
    run("report", "write", NETWORK, "--round", "1", "--audience", "adviser", "-o", str(tmp_path / "a.pdf"))
    run("report", "write", NETWORK, "-o", str(tmp_path / "b.pdf"))

    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()


def test_what_cannot_be_written_is_said_in_a_sentence(
    app: Flask, run: Run, fails: Fails, written: OpenRound, tmp_path: Path
) -> None:
    there = tmp_path / "there.pdf"
    there.touch()
    published_unreleased(app, name="Een ander netwerk")

    assert "is there already" in fails("report", "write", NETWORK, "-o", str(there))
    assert there.read_bytes() == b""
    new = str(tmp_path / "new.pdf")
    asked = ("report", "write", "Een ander netwerk", "-o", new)
    assert fails(*asked) == "'Een ander netwerk' does not have a report that participants can read."
    assert "report of round 3" in fails("report", "write", NETWORK, "--round", "3", "-o", new)
    assert "Bestaat niet" in fails("report", "write", "Bestaat niet", "-o", new)
    assert "cannot be written" in fails("report", "write", NETWORK, "-o", str(tmp_path / "no" / "folder.pdf"))
    assert [each.name for each in tmp_path.iterdir()] == ["there.pdf"]


def test_an_unknown_form_is_refused_with_those_there_are(app: Flask, written: OpenRound) -> None:
    asked = ["report", "write", NETWORK, "--form", "docx", "-o", "x"]
    result = app.test_cli_runner().invoke(args=asked)

    assert result.exit_code == 2
    assert "'docx' is not" in result.output
    assert all(f"'{name}'" in result.output for name in FORMS)


def test_what_is_kept_is_found_to_be_what_it_was(client: PageClient, run: Run, written: OpenRound) -> None:
    client.get(f"{written.report}/rapport.pdf")
    client.get(f"{written.report}/rapport.pdf?taal=en")

    (said,) = run("report", "verify")

    assert said == "1 editions, 2 files drawn again; 0 are not what they were."


def verified(app: Flask) -> str:
    result = app.test_cli_runner().invoke(args=["report", "verify"])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    return result.output


def test_a_file_that_was_meddled_with_is_found(app: Flask, client: PageClient, written: OpenRound) -> None:
    client.get(f"{written.report}/rapport.pdf")
    (path,) = files(app)
    path.write_bytes(path.read_bytes() + b"\n")

    said = verified(app)

    assert f"{NETWORK}, round 1, edition 1: rapport.pdf, nl, participant does not come out as it is kept." in said
    assert "1 are not what they were" in said


@pytest.mark.parametrize("meddle", ["changed", "unreadable"])
def test_a_document_that_was_meddled_with_is_found(app: Flask, written: OpenRound, meddle: str) -> None:
    text = editions(app, written.id)[0].document or ""
    other = {"changed": text.replace("De koffie", "De thee"), "unreadable": text[:100]}[meddle]
    with app.app_context(), writing() as session:
        session.execute(update(ReportEdition).values(document=other))

    assert "round 1, edition 1: the document does not have its hash." in verified(app)


def test_missing_editions_are_made_by_a_command(app: Flask, run: Run, written: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.execute(delete(ReportEdition))

    assert run("report", "freeze")[0] == "1 editions were made."
    assert run("report", "freeze")[0] == "0 editions were made."
    assert len(editions(app, written.id)) == 1


def test_the_version_of_the_code_is_the_same_all_the_time() -> None:
    first = form_files.code_version()
    form_files.code_version.cache_clear()

    assert form_files.code_version() == first
