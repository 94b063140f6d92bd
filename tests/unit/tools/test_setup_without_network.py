"""The set-up when the package index does not answer: soon, one sentence, and no traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.programs import ROOT

pytestmark = pytest.mark.audit

CLOSED = "http://127.0.0.1:9/simple"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for path in [*ROOT.glob("requirements*.lock"), ROOT / "package.json", ROOT / "package-lock.json"]:
        shutil.copy(path, tmp_path)
    return tmp_path


def test_a_closed_package_index_is_one_sentence_within_half_a_minute(copy: Path) -> None:
    environment = {**os.environ, "PIP_INDEX_URL": CLOSED, "PIP_NO_CACHE_DIR": "1", "PIP_EXTRA_INDEX_URL": ""}

    done = subprocess.run(
        [sys.executable, "tools/bootstrap.py"], cwd=copy, env=environment, capture_output=True, text=True, timeout=40
    )

    assert done.returncode == 1
    assert done.stderr.startswith("The package index cannot be reached: check the network and try again. [")
    assert len(done.stderr.splitlines()) == 1
    assert (copy / ".venv" / "netwerkspiegel-stamp.json").read_text() == '{"unfinished": "yes"}'
