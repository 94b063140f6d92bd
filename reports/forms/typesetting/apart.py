"""Compile in a process of its own: typst knows no time limit, and keeps what it made before in memory."""

import marshal
import os
import signal
import subprocess
import sys
from dataclasses import astuple, dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Final, Self

from reports.forms.typesetting.mistakes import CannotMakePdf, NotCompiled

#: No report of ours takes a second; whatever takes this long never ends.
SECONDS: Final = 20
#: After so many documents a new process begins with an empty memory: looking through what is kept takes longer then
#: than making it anew.
DOCUMENTS: Final = 8
#: Memory in one piece and in large steps: asking for it took a tenth of the time. The GNU C library alone knows these.
_MEMORY: Final = {"MALLOC_ARENA_MAX": "1", "MALLOC_TOP_PAD_": str(64 * 2**20)}

#: Run as a file, and seeking what it imports only where packages are.
_COMMAND: Final = (sys.executable, "-P", str(Path(__file__).with_name("child.py")))


@dataclass(frozen=True, slots=True)
class Job:
    """One document to compile: the template, the data that it draws as JSON, its time, and where the fonts are.

    A template may import whatever lies below ``root``, and read nothing else.
    """

    template: str
    root: str
    data: str
    at: str
    folders: tuple[str, ...]


class Typesetter:
    """Compiles jobs one by one in a child process, which is started when there is work.

    Use it as ``by`` of whatever sets many documents after each other, and close it.

    Parameters
    ----------
    seconds
        How long one document may take.
    documents
        After how many documents the process is started anew.
    """

    def __init__(self, *, seconds: float = SECONDS, documents: int = DOCUMENTS) -> None:
        self._seconds = seconds
        self._documents = documents
        self._child: subprocess.Popen[bytes] | None = None
        self._made = 0
        self._busy = Lock()

    def __call__(self, job: Job) -> bytes:
        """Compile a job.

        Raises
        ------
        NotCompiled
            With what the compiler says.
        CannotMakePdf
            When it takes too long, or when the process ended by itself; the next job gets a new one.
        """
        with self._busy:
            is_made, answer = self._asked(job)
        if is_made:
            return answer
        raise NotCompiled(answer.decode())

    def _asked(self, job: Job) -> tuple[bool, bytes]:
        if self._made >= self._documents:
            self._end()
        child = self._child or self._started()
        self._made += 1
        try:
            return _answer(child, job, self._seconds)
        except (EOFError, BrokenPipeError):
            status = self._end()
            raise CannotMakePdf("time" if status == -signal.SIGALRM else "stopped") from None

    def _started(self) -> subprocess.Popen[bytes]:
        self._child = subprocess.Popen(  # noqa: S603 -- a module of ours
            _COMMAND, env={**os.environ, **_MEMORY}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._made = 0
        return self._child

    def _end(self) -> int | None:
        """End the child, and return how it ended."""
        child, self._child, self._made = self._child, None, 0
        if child is None:
            return None
        child.communicate()
        return child.returncode

    def close(self) -> None:
        """End the process."""
        with self._busy:
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def apart(job: Job) -> bytes:
    """Compile one job in a process for it alone; raises as a ``Typesetter`` does."""
    with Typesetter() as by:
        return by(job)


def _answer(child: subprocess.Popen[bytes], job: Job, seconds: float) -> tuple[bool, bytes]:
    """Ask the child.

    Raises
    ------
    EOFError, BrokenPipeError
        When it is gone.
    """
    if child.stdin is None or child.stdout is None:
        raise ValueError("a child without pipes cannot be asked")
    marshal.dump((*astuple(job), seconds), child.stdin)
    child.stdin.flush()
    return marshal.load(child.stdout)  # noqa: S302 -- from a process of ours
