"""``make test`` and ``make audit``: the Debian packages, then pytest. Runs inside .venv, after the set-up."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools import debian
from tools.programs import ROOT, guarded, venv_environment

TIERS = {"test": "not audit", "audit": "audit"}

#: Settings of the person's own instance have no place in a test.
FOREIGN = ("NETWERKSPIEGEL_", "FLASK_", "WEB_", "GUNICORN_")


def main(arguments: list[str]) -> int:
    """Run one tier, ``test`` or ``audit``; further arguments go to pytest."""
    tier, *rest = arguments
    debian.install_missing()
    return subprocess.run(command(tier, rest), cwd=ROOT, env=environment(os.environ)).returncode


def command(tier: str, rest: list[str]) -> list[str]:
    """Return the command that runs a tier: two processes, each with its own browser and databases.

    Each takes a file at a time, in the order of their names: by number of tests, files with few tests that take minutes
    each would come last, one after the other, with nothing beside them.
    """
    by_file = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return [sys.executable, "-m", "pytest", "-m", TIERS[tier], *by_file, *rest]


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which tests do the same on every machine."""
    kept = {name: value for name, value in given.items() if not name.startswith(FOREIGN) and name != "PORT"}
    own = {"LC_ALL": "C.UTF-8", "NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost"}
    return {**kept, **own, "PATH": venv_environment(Path(sys.prefix))["PATH"]}


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
