"""Every example in a docstring, and every worked example of docs/method.md, is run."""

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import questionnaires
import reports

ROOT = Path(__file__).parents[2]


def modules() -> list[str]:
    found = (pkgutil.walk_packages(package.__path__, f"{package.__name__}.") for package in (questionnaires, reports))
    return sorted(module.name for each in found for module in each)


def test_there_are_examples_to_run() -> None:
    tests = [test for name in modules() for test in doctest.DocTestFinder().find(import_module(name)) if test.examples]
    assert len(tests) >= 5


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_the_worked_examples_of_the_method_are_true() -> None:
    results = doctest.testfile(str(ROOT / "docs" / "method.md"), module_relative=False)
    assert results.attempted >= 20
    assert results.failed == 0
