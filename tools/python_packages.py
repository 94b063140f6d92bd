"""The virtual environment and the Python packages in it, each pinned with its hash."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import stamps
from tools.programs import ROOT, Trouble, run, say
from tools.stamps import Kind

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "netwerkspiegel-stamp.json"
UV_LOCK = ROOT / "requirements-uv.lock"
LOCKS: dict[Kind, Path] = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}

#: A package index that does not answer is to be reported within half a minute.
PATIENCE = {
    "PIP_NO_INPUT": "1",
    "PIP_USER": "0",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "UV_HTTP_TIMEOUT": "20",
    "UV_HTTP_RETRIES": "1",
    "UV_NO_PROGRESS": "1",
}


def install(kind: Kind) -> None:
    """Make the virtual environment hold exactly what the lock file of this kind asks, if it does not yet."""
    if PYTHON.exists() and stamps.read(STAMP).get(kind) == _digests()[kind]:
        return
    if not _is_sound():
        _create()
    stamps.write(STAMP, stamps.UNFINISHED)
    say(f"Installing the Python packages of {LOCKS[kind].name} ...")
    _install_uv()
    install_locked(LOCKS[kind], trouble="The Python packages could not be installed.")
    stamps.write(STAMP, stamps.finished(kind, _digests()))


def install_locked(lock: Path, *, trouble: str) -> None:
    """Install the packages of one lock file, refusing any whose hash is not in it."""
    options = ["--quiet", "--require-hashes", "--compile-bytecode", "--python", PYTHON]
    command = [VENV / "bin" / "uv", "pip", "install", *options, "-r", lock]
    run(command, trouble=trouble, env=environment())


def environment() -> dict[str, str]:
    """Return the environment for pip, uv and npm: ours, with little patience."""
    ours = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    return {**ours, **PATIENCE}


def _digests() -> dict[Kind, str]:
    common = [_minor_version(), str(PYTHON), str(PYTHON.resolve()), UV_LOCK]
    return {kind: stamps.digest([*common, lock]) for kind, lock in LOCKS.items()}


def _is_sound() -> bool:
    """Whether there is an environment, of this Python's minor version, that nobody left half done."""
    if not PYTHON.exists() or not _knows_its_place() or stamps.read(STAMP) == stamps.UNFINISHED:
        return False
    question = "import pip, sys; print(*sys.version_info[:2], sep='.'); print(sys.prefix)"
    answer = subprocess.run([str(PYTHON), "-c", question], capture_output=True, text=True)
    return answer.returncode == 0 and answer.stdout.split("\n")[:2] == [_minor_version(), str(VENV)]


def _knows_its_place() -> bool:
    """Whether the programs of the environment name it; those of a folder that was moved name the old one."""
    program = VENV / "bin" / "pip"
    return program.exists() and str(VENV) in program.read_text(encoding="utf-8")


def _minor_version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _create() -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Trouble("This Python cannot make a virtual environment; on Debian: apt-get install python3-venv")
    say("Making a virtual environment in .venv ...")
    shutil.rmtree(VENV, ignore_errors=True)
    stamps.write(STAMP, stamps.UNFINISHED)
    base: str = getattr(sys, "_base_executable", sys.executable)
    run([base, "-m", "venv", VENV], trouble="The virtual environment could not be made.", env=environment())


def _install_uv() -> None:
    options = ["--quiet", "--require-hashes", "--retries", "1", "--timeout", "12"]
    command = [PYTHON, "-m", "pip", "install", *options, "-r", UV_LOCK]
    run(command, trouble="The installer uv could not be installed.", env=environment())
