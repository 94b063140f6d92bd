"""Run the server and the worker side by side: they stop together, and a worker that stops by itself is told."""

import signal
import subprocess
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Thread

from tools.programs import ROOT, say

#: How long a program may take to stop, in seconds; then it is made to.
PATIENCE = 10
#: How somebody tells us to stop: by Ctrl-C, without a keyboard, or by closing the window.
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
#: How often it is looked whether somebody did, in seconds.
_LOOK = 0.5

Program = subprocess.Popen[bytes]


def run_beside(server: Sequence[str], worker: Sequence[str]) -> int:
    """Run both until the server ends or somebody stops them; return how the server ended."""
    told, stopping = list[int](), Event()
    for each in STOPS:
        signal.signal(each, lambda number, _frame: told.append(number))
    with _running(server) as serving, _running(worker) as working:
        Thread(target=_tell_when_it_ends, args=(working, stopping), daemon=True).start()
        try:
            return _ended(serving, told)
        finally:
            stopping.set()


def _ended(program: Program, told: Sequence[int]) -> int:
    """Wait until a program ends or a signal is noted: one that is raised as an exception can be lost on its way."""
    while not told:
        with suppress(subprocess.TimeoutExpired):
            return program.wait(_LOOK)
    return 0  # Ctrl-C reaches the program as well


@contextmanager
def _running(command: Sequence[str]) -> Generator[Program]:
    """Run a program; at the end it is stopped, whether it wants to or not."""
    program = subprocess.Popen(command, cwd=ROOT)
    try:
        yield program
    finally:
        program.terminate()
        try:
            program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _tell_when_it_ends(worker: Program, stopping: Event) -> None:
    status = worker.wait()
    if not stopping.wait(1):  # when both are stopped, either may be the first
        say(f"The worker has stopped (exit status {status}): mails wait. Stop with Ctrl-C and start again.")
