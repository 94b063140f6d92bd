"""Every example in a docstring, and every worked example of the pages on the method, is run."""

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import questionnaires
import reports

ROOT = Path(__file__).parents[2]
METHOD = sorted((ROOT / "docs").glob("method*.md"))


def modules() -> list[str]:
    found = (pkgutil.walk_packages(package.__path__, f"{package.__name__}.") for package in (questionnaires, reports))
    return sorted(module.name for each in found for module in each)


def test_there_are_examples_to_run() -> None:
    tests = [test for name in modules() for test in doctest.DocTestFinder().find(import_module(name)) if test.examples]
    assert len(tests) >= 5


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


@pytest.mark.parametrize("page", METHOD, ids=lambda page: page.name)
def test_the_worked_examples_of_the_method_are_true(page: Path) -> None:
    results = doctest.testfile(str(page), module_relative=False)
    assert results.attempted >= 5
    assert results.failed == 0


def test_every_page_of_the_method_is_in_the_list() -> None:
    listed = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert len(METHOD) >= 5
    assert [page.name for page in METHOD if f"({page.name})" not in listed] == []
