"""Running other programs, and saying in one sentence what went wrong."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: What failing programs say, and what it means to the person who waits.
CAUSES = (
    (
        re.compile(r"no space left|enospc|disk quota", re.IGNORECASE),
        "The disk is full: make room and try again.",
    ),
    (
        re.compile(r"hash mismatch|do not match the hashes|eintegrity", re.IGNORECASE),
        "A downloaded package is not the one that was locked, and was not installed.",
    ),
    (
        re.compile(r"certificate", re.IGNORECASE),
        "The package index shows a certificate that this machine does not trust.",
    ),
    (
        re.compile(
            r"connection|connect error|network|resolve host|name resolution|timed out|timeout|unreachable|dns error"
            r"|econn|enotfound|etimedout|eai_again|error sending request|failed to fetch",
            re.IGNORECASE,
        ),
        "The package index cannot be reached: check the network and try again.",
    ),
)

#: Lines of npm, pip and uv that tell nothing.
NOISE = re.compile(r"complete log of this run|^hint:|^\[?notice\]?|^npm (error|ERR!)$", re.IGNORECASE)
LONGEST_QUOTE = 120
CREDENTIALS = re.compile(r"//[^/@\s]+@")


class Trouble(Exception):
    """Something the person at the keyboard has to know; the message is one sentence for them."""


def say(sentence: str) -> None:
    """Tell what happens now, at once."""
    print(sentence, flush=True)


def run(command: Sequence[str | Path], *, trouble: str, env: dict[str, str] | None = None) -> str:
    """Run a program quietly and return what it printed.

    Raises
    ------
    Trouble
        One sentence, when it cannot be started or fails; ``trouble`` is said when the cause is not a known one.
    """
    try:
        done = subprocess.run(
            [str(part) for part in command], cwd=ROOT, env=env, capture_output=True, text=True, errors="replace"
        )
    except OSError as error:
        raise Trouble(f"{trouble} [{error}]") from error
    if done.returncode:
        raise Trouble(explain(done.stdout + done.stderr, trouble=trouble))
    return done.stdout


def explain(output: str, *, trouble: str) -> str:
    """Return one sentence for a failure, with the line that tells most in brackets."""
    lines = [line.strip() for line in output.splitlines() if line.strip() and not NOISE.search(line.strip())]
    for pattern, sentence in CAUSES:
        telling = [line for line in lines if pattern.search(line)]
        if telling:
            return f"{sentence} [{_quoted(telling[-1])}]"
    return f"{trouble} [{_quoted(lines[-1])}]" if lines else trouble


def guarded(work: Callable[[], int]) -> int:
    """Do the work; whatever stops it becomes one sentence and an exit status, never a traceback."""
    try:
        return work()
    except Trouble as trouble:
        sentence = str(trouble)
    except KeyboardInterrupt:
        print("\nStopped. The next run repairs what was half done.", file=sys.stderr)
        return 130
    except OSError as error:
        sentence = _about(error)
    print(sentence, file=sys.stderr)
    return 1


def venv_environment(venv: Path) -> dict[str, str]:
    """Return the environment in which the programs of the virtual environment come first."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    environment["VIRTUAL_ENV"] = str(venv)
    environment["PATH"] = os.pathsep.join([str(venv / "bin"), os.environ.get("PATH", os.defpath)])
    return environment


def _about(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full: make room and try again. [{error}]"
    return f"A file could not be used. [{error}]"


def _quoted(line: str) -> str:
    """Return a line fit for brackets: without passwords, and of a long one its end, where the cause is."""
    line = CREDENTIALS.sub("//...@", line)
    return line if len(line) <= LONGEST_QUOTE else f"...{line[-LONGEST_QUOTE:]}"
