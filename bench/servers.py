"""Start gunicorn as in use, say what CPU time it took, and end it again whatever happens."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: The settings of production; the address is the only difference between the servers.
SETTINGS = "python:survey.serving"
_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
_PATIENCE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it is, and its first process."""

    name: str
    address: tuple[str, int]
    pid: int

    def cpu(self) -> float:
        """Return the CPU seconds used so far by the master, its workers, and workers that ended."""
        return sum(_cpu(stat) for pid, stat in _stats() if pid == self.pid or _parent(stat) == self.pid)

    def workers(self) -> dict[int, float]:
        """Return the CPU seconds of each worker."""
        return {pid: _cpu(stat) for pid, stat in _stats() if _parent(stat) == self.pid}


@contextmanager
def serving(name: str, application: str, environment: Mapping[str, str], log: Path) -> Generator[Server]:
    """Serve an application on a free port of this machine alone."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", SETTINGS, application]
    settings = {**os.environ, **environment, "PORT": str(port), "WEB_HOST": "127.0.0.1"}
    with log.open("wb") as lines:
        process = subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=lines, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        server = Server(name, ("127.0.0.1", port), process.pid)
        _wait_until_it_listens(server, process, log)
        yield server
    finally:
        _end(process)


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_listens(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(server.address, timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"The server '{server.name}' did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and its workers: they are a group of their own, so nothing else is touched."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _stats() -> Iterator[tuple[int, list[str]]]:
    """Read the fields of /proc/<pid>/stat of every process, from the third on."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                line = (folder / "stat").read_text()
            except OSError:
                continue
            yield int(folder.name), line.rpartition(")")[2].split()


def _parent(stat: list[str]) -> int:
    return int(stat[1])


def _cpu(stat: list[str]) -> float:
    return sum(int(ticks) for ticks in stat[11:15]) / _TICKS_PER_SECOND
