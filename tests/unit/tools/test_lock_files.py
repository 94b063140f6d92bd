"""Lock files pin by version and hash, and name no place on the network."""

from pathlib import Path

import pytest

from tools import lock
from tools.programs import ROOT, Trouble
from tools.python_packages import LOCKS


def test_addresses_are_taken_out_of_the_lock_of_npm() -> None:
    package = {"version": "1.0.0", "resolved": "https://host/x.tgz", "integrity": "sha512-x", "funding": {"url": "y"}}

    cleaned = lock.without_addresses({"lockfileVersion": 3, "packages": {"node_modules/x": package}})

    assert cleaned == {
        "lockfileVersion": 3,
        "packages": {"node_modules/x": {"version": "1.0.0", "integrity": "sha512-x"}},
    }


def test_an_address_in_a_lock_file_is_told_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    path.write_text("flask==3\n--index-url https://host/simple\n")

    with pytest.raises(Trouble, match=r"some\.lock:2 carries an address"):
        lock.refuse_addresses(path)


@pytest.mark.parametrize("path", [*LOCKS.values(), *lock.TOOLS, ROOT / "package-lock.json"], ids=lambda path: path.name)
def test_our_lock_files_carry_no_address(path: Path) -> None:
    lock.refuse_addresses(path)


@pytest.mark.parametrize("path", [*LOCKS.values(), *lock.TOOLS], ids=lambda path: path.name)
def test_every_package_is_pinned_with_a_hash(path: Path) -> None:
    pins = [line for line in path.read_text().splitlines() if line and line[0] not in " #"]

    assert pins
    assert all("==" in pin and pin.endswith("\\") for pin in pins)


def test_what_runs_is_what_is_tested() -> None:
    def pins(path: Path) -> set[str]:
        return {line for line in path.read_text().splitlines() if line and line[0] not in " #"}

    assert pins(LOCKS["runtime"]) <= pins(LOCKS["dev"])
