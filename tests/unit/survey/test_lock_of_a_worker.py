"""The lock by which a worker is alone: it holds nothing, and is for the owner of the data folder only."""

import os
import stat
from pathlib import Path

import pytest

from survey.errors import Refused
from survey.work.process import _only_one


@pytest.fixture(autouse=True)
def generous_umask():
    """Let files be readable to everybody, as they are by default on most systems."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "worker.lock"
    with _only_one(path, "worker"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_one_of_before_becomes_so(tmp_path: Path) -> None:
    path = tmp_path / "worker.lock"
    path.touch(mode=0o644)
    with _only_one(path, "worker"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_second_worker_of_the_name_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    path = tmp_path / "worker.lock"
    again = pytest.raises(Refused, match="'worker' is at work already")
    with _only_one(path, "worker"), again, _only_one(path, "worker"):
        pass
    with _only_one(path, "worker"):
        assert path.read_bytes() == b""
