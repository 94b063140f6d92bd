"""The process that compiles: takes a job from its input, answers with a document or what the compiler says.

It is killed by the system when a job takes too long, and ends when nobody asks any more.
"""

import json
import signal
import sys

from reports.forms.typesetting.compiling import Job, compiled
from reports.forms.typesetting.frames import MADE, NOT_MADE, receive, send
from reports.forms.typesetting.mistakes import NotCompiled


def _answer(asked: bytes) -> bytes:
    given = json.loads(asked)
    # The default of this signal ends the process, whatever the compiler is at.
    signal.setitimer(signal.ITIMER_REAL, given["seconds"])
    job = Job(given["template"], given["root"], given["data"], given["at"], tuple(given["folders"]))
    try:
        return MADE + compiled(job)
    except NotCompiled as error:
        return NOT_MADE + error.diagnostic.encode()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Answer until there are no more questions."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    while asked := receive(sys.stdin.buffer):
        send(sys.stdout.buffer, _answer(asked))


if __name__ == "__main__":
    main()
