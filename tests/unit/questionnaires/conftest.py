"""Definition files, and forms, for the tests of the questionnaires."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import latest
from questionnaires.definition import Questionnaire

DEFINITIONS = Path(__file__).parents[2] / "questionnaires"


@pytest.fixture
def definitions() -> Path:
    """The folder with the small definition files."""
    return DEFINITIONS


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a definition file and return its path."""

    def written(content: str | bytes) -> Path:
        path = tmp_path / "x.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def changed(write: Callable[[str | bytes], Path]) -> Callable[[str, str], Path]:
    """Write small.yaml with its first ``old`` replaced by ``new``."""

    def written(old: str, new: str) -> Path:
        small = (DEFINITIONS / "small.yaml").read_text(encoding="utf-8")
        assert old in small
        return write(small.replace(old, new, 1))

    return written


@pytest.fixture(scope="session")
def spiegel() -> Questionnaire:
    """The full instrument."""
    return latest("taalnetwerkspiegel")
