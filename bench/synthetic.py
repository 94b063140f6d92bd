"""A large instance: what it costs to write 350 networks with 5 closed rounds of 30 responses, and to publish them.

``python -m bench.synthetic`` prints the figures; ``--record`` adds them to bench/RECORD.md.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.telling import record

ROOT = Path(__file__).parent.parent
SIZE = ["--networks", "350", "--rounds", "5", "--respondents", "30", "--seed", "1"]


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.synthetic", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netwerkspiegel-bench-") as folder:
        text = _measured(Path(folder))
    print(text)
    if arguments.record:
        record("synthetic", text, "python -m bench.synthetic --record")
    return 0


def _measured(folder: Path) -> str:
    _flask(folder, "database", "upgrade")
    started, before = time.monotonic(), _children_seconds()
    _flask(folder, "demo", "load", *SIZE)
    wall, cpu = time.monotonic() - started, _children_seconds() - before
    megabytes = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    verdict = "ok" if wall < 300 else "NOT MET"
    return (
        f"demo load {' '.join(SIZE)}, SQLite\n"
        f"{wall:.0f} s wall (under five minutes: {verdict}), {cpu:.0f} s of processor time, "
        f"at most {peak:.0f} MB of memory, {megabytes:.0f} MB on disk, 1,750 results published"
    )


def _flask(folder: Path, *arguments: str) -> None:
    own = {name: value for name, value in os.environ.items() if not name.startswith("NETWERKSPIEGEL_")}
    environment = {**own, "NETWERKSPIEGEL_INSTANCE": "demo", "NETWERKSPIEGEL_DATA_DIR": str(folder)}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
