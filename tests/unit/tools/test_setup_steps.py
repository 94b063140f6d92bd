"""Stamps, the choice of Node, translations: what is done is not done again, what is half done is."""

import os
from pathlib import Path

import pytest

from tools import catalogues, node_packages, stamps
from tools.stamps import Kind

DIGESTS: dict[Kind, str] = {"runtime": "r", "dev": "d"}


def test_a_stamp_is_read_back(tmp_path: Path) -> None:
    stamps.write(tmp_path / "folder" / "stamp.json", {"runtime": "r"})

    assert stamps.read(tmp_path / "folder" / "stamp.json") == {"runtime": "r"}
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["stamp.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '"yes"'])
def test_a_damaged_stamp_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp.json").write_text(text)

    assert stamps.read(tmp_path / "stamp.json") == {}


def test_no_stamp_says_nothing(tmp_path: Path) -> None:
    assert stamps.read(tmp_path / "stamp.json") == {}


def test_who_has_the_tests_packages_can_run_too() -> None:
    assert stamps.finished("dev", DIGESTS) == {"runtime": "r", "dev": "d"}
    assert stamps.finished("runtime", DIGESTS) == {"runtime": "r"}


def test_a_digest_follows_the_contents_of_files(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    absent = stamps.digest(["3.11", lock])
    lock.write_text("flask==3")
    first = stamps.digest(["3.11", lock])
    lock.write_text("flask==4")

    assert len({absent, first, stamps.digest(["3.11", lock])}) == 3


def test_a_digest_keeps_its_parts_apart() -> None:
    assert stamps.digest(["ab", "c"]) != stamps.digest(["a", "bc"])


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v24.1.0"])
def test_a_new_node_is_good_enough(version: str) -> None:
    assert node_packages.is_good_enough(version)


@pytest.mark.parametrize("version", ["", "v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "node"])
def test_an_old_or_absent_node_is_not(version: str) -> None:
    assert not node_packages.is_good_enough(version)


def test_only_catalogues_that_changed_are_compiled(tmp_path: Path) -> None:
    source = tmp_path / "nl" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    source.write_text("")
    assert catalogues.outdated(tmp_path) == [source]

    source.with_suffix(".mo").write_text("")
    assert catalogues.outdated(tmp_path) == []

    os.utime(source, ns=(0, source.with_suffix(".mo").stat().st_mtime_ns + 1_000_000_000))
    assert catalogues.outdated(tmp_path) == [source]


def test_without_translations_nothing_is_compiled(tmp_path: Path) -> None:
    assert catalogues.outdated(tmp_path / "absent") == []
