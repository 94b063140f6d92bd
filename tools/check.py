"""``make check``: the tools that read our code, then the band of the style beside ours. Runs inside .venv."""

import os
import subprocess
import sys
from pathlib import Path

from tools import band
from tools.programs import ROOT, guarded, say, venv_environment

BIN = Path(sys.prefix) / "bin"
CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "pyright": ["pyright"],
    "import contracts": ["lint-imports", "--no-logo"],
    "templates": ["djlint", "templates", "--lint", "--quiet"],
}


def main() -> int:
    """Run every check, also after one failed; only their verdicts decide the exit status."""
    failed = [name for name, command in CHECKS.items() if not _passes(name, command)]
    say("\n== the band to aim at (it informs, and fails nothing)")
    say(band.table(ROOT))
    say("\nAll checks passed." if not failed else f"\nThese checks failed: {', '.join(failed)}")
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    say(f"\n== {name}")
    environment = venv_environment(Path(sys.prefix))
    environment["PYRIGHT_PYTHON_IGNORE_WARNINGS"] = "1"
    return subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, env=environment).returncode == os.EX_OK


if __name__ == "__main__":
    sys.exit(guarded(main))
