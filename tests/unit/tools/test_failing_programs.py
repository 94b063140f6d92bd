"""A program that fails becomes one sentence: what it means, and the line that tells most."""

import errno

import pytest

from tools import programs
from tools.programs import Trouble

PIP = """WARNING: Retrying after connection broken: Connection refused
ERROR: Could not find a version that satisfies the requirement uv (from versions: none)
ERROR: No matching distribution found for uv
"""
UV = """error: Failed to fetch: `http://name:secret@host/simple/flask/`
  Caused by: Connection refused (os error 111)
hint: check the address
"""
NPM = """npm error code ENOSPC
npm error A complete log of this run can be found in: somewhere
"""


@pytest.mark.parametrize(
    ("output", "beginning", "quote"),
    [
        (PIP, "The package index cannot be reached", "Connection refused]"),
        (UV, "The package index cannot be reached", "Connection refused (os error 111)]"),
        (NPM, "The disk is full", "npm error code ENOSPC]"),
        ("Hash mismatch for flask", "A downloaded package is not the one", "Hash mismatch for flask]"),
        ("self-signed certificate in chain", "The package index shows a certificate", "in chain]"),
        ("one\nsomething odd\n", "Nothing was made.", "[something odd]"),
    ],
)
def test_a_known_cause_is_named(output: str, beginning: str, quote: str) -> None:
    sentence = programs.explain(output, trouble="Nothing was made.")

    assert sentence.startswith(beginning)
    assert sentence.endswith(quote)
    assert "\n" not in sentence


def test_without_a_word_from_the_program_the_sentence_stands_alone() -> None:
    assert programs.explain("\n", trouble="Nothing was made.") == "Nothing was made."


def test_a_password_in_an_address_is_not_repeated() -> None:
    sentence = programs.explain("no such thing at https://name:secret@host/simple", trouble="Nothing was made.")

    assert sentence == "Nothing was made. [no such thing at https://...@host/simple]"


def test_of_a_long_line_the_end_is_quoted() -> None:
    sentence = programs.explain("x" * 500 + " the cause", trouble="Nothing was made.")

    assert sentence.endswith("x the cause]")
    assert len(sentence) < 160


def test_a_program_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(Trouble, match=r"Nothing was made\. \[.*No such file"):
        programs.run(["/no/such/program"], trouble="Nothing was made.")


def fail_with(error: BaseException) -> int:
    return programs.guarded(lambda: (_ for _ in ()).throw(error))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Trouble("Port 8000 is in use."), "Port 8000 is in use.\n"),
        (OSError(errno.ENOSPC, "No space left on device", "big"), "The disk is full"),
        (OSError(errno.EACCES, "Permission denied", "locked"), "A file could not be used. "),
    ],
)
def test_trouble_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str], error: Exception, told: str) -> None:
    assert fail_with(error) == 1
    assert capsys.readouterr().err.startswith(told)


def test_stopping_by_hand_is_no_failure_to_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert fail_with(KeyboardInterrupt()) == 130
    assert "Stopped." in capsys.readouterr().err


def test_the_programs_of_the_environment_come_first() -> None:
    environment = programs.venv_environment(programs.ROOT / ".venv")

    assert environment["PATH"].startswith(f"{programs.ROOT}/.venv/bin:")
    assert "PYTHONPATH" not in environment
