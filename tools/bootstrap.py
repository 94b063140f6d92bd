"""The door of the set-up: ``python3 tools/bootstrap.py [--dev]``.

This file alone keeps to syntax that Python 3.6 reads, so that an old Python gets a sentence
instead of a syntax error. Everything else is in ``tools.setup``.
"""

import os
import sys
from typing import List, Sequence  # noqa: UP035 (the names that Python 3.6 knows)

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OLDEST = (3, 11)


def complaint_about(version: Sequence[int]) -> str:
    """Return what to tell the owner of this Python; nothing when it is new enough."""
    if tuple(version) >= OLDEST:
        return ""
    return (
        f"Netwerkspiegel needs Python {_dotted(OLDEST)} or newer; this is {_dotted(version)}. "
        "Install a newer one and name it: make run PYTHON=python3.12"
    )


def _dotted(version: Sequence[int]) -> str:
    return ".".join(str(number) for number in version)


def main(arguments: List[str]) -> int:  # noqa: UP006
    """Set everything up that is not there yet; return the exit status."""
    complaint = complaint_about(sys.version_info[:3])
    if complaint:
        sys.stderr.write(complaint + "\n")
        return 1
    sys.path[0] = ROOT  # instead of this folder, whose names are not to hide others
    from tools import setup

    return setup.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
