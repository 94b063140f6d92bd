"""Server and worker side by side: they stop together, and a worker that stops by itself is told."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.worker import ROOT, until
from tools import beside, run

#: A program that says that it is there, and stays until it is told to go.
STAYS = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text(str({pid})); time.sleep(60)"
IGNORES = "from signal import *; signal(SIGTERM, SIG_IGN); signal(SIGINT, SIG_IGN);"
PID = "__import__('os').getpid()"


def staying(mark: Path, *, deaf: bool = False) -> list[str]:
    code = STAYS.format(pid=PID)
    ignores = (
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.signal(signal.SIGINT, signal.SIG_IGN); "
    )
    return [sys.executable, "-c", (ignores if deaf else "") + code, str(mark)]


def ending(status: int, after: float = 0) -> list[str]:
    return [sys.executable, "-c", f"import sys, time; time.sleep({after}); sys.exit({status})"]


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Put back what the program under test sets for the whole process."""
    before = {number: signal.getsignal(number) for number in beside.STOPS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_when_the_server_ends_the_worker_is_stopped(tmp_path: Path) -> None:
    mark = tmp_path / "worker"

    status = beside.run_beside(ending(3, after=1), staying(mark))

    assert status == 3
    assert not is_running(int(mark.read_text()))


def test_a_worker_that_stops_by_itself_is_told_and_the_server_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()

    status = beside.run_beside(ending(0, after=2.5), ending(7))

    assert status == 0
    assert time.monotonic() - began > 2
    assert capfd.readouterr().out == (
        "The worker has stopped (exit status 7): mails wait. Stop with Ctrl-C and start again.\n"
    )


def test_when_both_stop_nothing_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    beside.run_beside(ending(0, after=0.2), ending(0, after=0.1))

    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("deaf", [False, True])
def test_whatever_stops_us_stops_both(tmp_path: Path, number: signal.Signals, deaf: bool) -> None:
    marks = tmp_path / "server", tmp_path / "worker"
    server, worker = staying(marks[0]), staying(marks[1], deaf=deaf)
    code = f"from tools import beside; beside.PATIENCE = 0.5; raise SystemExit(beside.run_beside({server}, {worker}))"

    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) as both:
        until(lambda: all(mark.exists() and mark.read_text() for mark in marks))
        both.send_signal(number)
        assert both.wait(timeout=60) == 0

    assert [is_running(int(mark.read_text())) for mark in marks] == [False, False]


def test_make_run_starts_what_production_starts() -> None:
    assert run.SERVER[1:3] == ["-m", "gunicorn"]
    assert run.WORKER[1:] == ["-m", "flask", "--app", "wsgi", "work"]
