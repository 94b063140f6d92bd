"""The door of the set-up: an old Python gets a sentence, not a syntax error."""

import ast
from pathlib import Path

import pytest

from tools import bootstrap
from tools.programs import ROOT


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 9, 2), (3, 10, 13)])
def test_an_old_python_is_told_what_it_is_and_what_is_needed(version: tuple[int, int, int]) -> None:
    complaint = bootstrap.complaint_about(version)

    assert complaint.startswith("Netwerkspiegel needs Python 3.11 or newer; this is ")
    assert ".".join(map(str, version)) in complaint


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 1), (4, 0, 0)])
def test_a_new_python_is_welcome(version: tuple[int, int, int]) -> None:
    assert bootstrap.complaint_about(version) == ""


def test_python_3_6_reads_the_door() -> None:
    ast.parse((ROOT / "tools" / "bootstrap.py").read_text(), feature_version=(3, 6))


def test_the_door_asks_for_what_the_project_declares() -> None:
    declared = (Path(ROOT) / "pyproject.toml").read_text()

    assert f'requires-python = ">={bootstrap.OLDEST[0]}.{bootstrap.OLDEST[1]}"' in declared
