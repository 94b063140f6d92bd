"""Definition files for the tests of the questionnaires."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import latest
from questionnaires.definition import Questionnaire
from tests.unit.questionnaires.asking import DEFINITIONS


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
def changed(write: Callable[[str | bytes], Path]) -> Callable[..., Path]:
    """Write small.yaml, or another of these files, with its first ``old`` replaced by ``new``."""

    def written(old: str, new: str, name: str = "small") -> Path:
        content = (DEFINITIONS / f"{name}.yaml").read_text(encoding="utf-8")
        assert old in content
        return write(content.replace(old, new, 1))

    return written


@pytest.fixture(scope="session")
def spiegel() -> Questionnaire:
    """The personal part of the instrument."""
    return latest("taalnetwerkspiegel")


@pytest.fixture(scope="session")
def profile() -> Questionnaire:
    """What an organisation says about itself, by its name."""
    return latest("organisatieprofiel")
