"""The process that compiles: takes jobs from its input, and answers each with a document or what the compiler says.

It is run as a file and imports nothing of this project, so that it starts in a tenth of the time of a document. It is
killed by the system when a job takes too long, and ends when nobody asks any more.
"""

import marshal
import signal
import sys
from datetime import datetime

import typst


def main() -> None:
    """Answer until there are no more questions, each with whether a document was made and its bytes."""
    while True:
        try:
            *job, seconds = marshal.load(sys.stdin.buffer)  # noqa: S302 -- from the process that started this one
        except EOFError:
            return
        # The default of this signal ends the process, whatever the compiler is at.
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            answer = True, compiled(*job)
        except typst.TypstError as error:
            answer = False, error.diagnostic.encode()
        signal.setitimer(signal.ITIMER_REAL, 0)
        marshal.dump(answer, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def compiled(template: str, root: str, data: str, at: str, folders: tuple[str, ...]) -> bytes:
    """Compile what a ``Job`` holds, with a compiler of its own: a shared one fails across threads."""
    return typst.compile(
        template,
        root=root,
        font_paths=list(folders),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        format="pdf",
        # Readable by screen readers (PDF/UA) and in the far future (PDF/A, level A).
        pdf_standards=["ua-1", "a-2a"],
        # The compiler refuses parts of a second, which moments in the database have.
        timestamp=datetime.fromisoformat(at).replace(microsecond=0),
    )


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    main()
