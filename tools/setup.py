"""The whole set-up, step by step; a step that is done costs nothing the next time."""

import argparse
import fcntl
import sys
from collections.abc import Generator
from contextlib import contextmanager

from tools import assets, catalogues, node_packages, python_packages
from tools.programs import ROOT, guarded, say
from tools.stamps import Kind


def main(arguments: list[str]) -> int:
    """Set up for running, or with ``--dev`` for testing; return the exit status."""
    parser = argparse.ArgumentParser(prog="tools/bootstrap.py", description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what the tests and the checks need")
    kind: Kind = "dev" if parser.parse_args(arguments).dev else "runtime"
    return guarded(lambda: set_up(kind))


def set_up(kind: Kind) -> int:
    """Bring Python packages, browser assets and translations up to date."""
    with alone():
        python_packages.install(kind)
        node_packages.install(kind)
        assets.collect_all()
        catalogues.compile_all()
    return 0


@contextmanager
def alone() -> Generator[None]:
    """Wait for another set-up of this folder that is under way."""
    with (ROOT / "tools" / "bootstrap.py").open("rb") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up of this folder is under way: waiting for it.")
            fcntl.flock(door, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
