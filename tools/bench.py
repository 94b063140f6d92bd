"""``make bench``: every measurement in bench/, in the order of their names. Runs inside .venv, after the set-up."""

import ast
import subprocess
import sys
from pathlib import Path

from tools.programs import ROOT, guarded, say, venv_environment

BENCH = ROOT / "bench"


def main(arguments: list[str]) -> int:
    """Run the measurements; further arguments go to each of them."""
    failed: list[str] = []
    for script in measurements(BENCH):
        say(f"== {script.stem}")
        command = [sys.executable, "-m", f"bench.{script.stem}", *arguments]
        if subprocess.run(command, cwd=ROOT, env=venv_environment(Path(sys.prefix))).returncode:
            failed.append(script.stem)
    if failed:
        say(f"These measurements failed: {', '.join(failed)}")
    return 1 if failed else 0


def measurements(folder: Path) -> list[Path]:
    """Return the scripts that can be run by themselves."""
    return [path for path in sorted(folder.glob("*.py")) if _has_main(path)]


def _has_main(path: Path) -> bool:
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    return any(isinstance(each, ast.If) and "__main__" in ast.unparse(each.test) for each in statements)


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
