"""Have a template drawn by typst, once."""

from dataclasses import dataclass
from datetime import datetime

import typst

from reports.forms.typesetting.mistakes import NotCompiled


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


def compiled(job: Job) -> bytes:
    """Compile in this process, with a compiler of its own: a shared one fails across threads.

    Raises
    ------
    NotCompiled
        With what the compiler says.
    """
    try:
        return typst.compile(
            job.template,
            root=job.root,
            font_paths=list(job.folders),
            ignore_system_fonts=True,
            sys_inputs={"data": job.data},
            format="pdf",
            # Readable by screen readers (PDF/UA) and in the far future (PDF/A, level A).
            pdf_standards=["ua-1", "a-2a"],
            # The compiler refuses parts of a second, which moments in the database have.
            timestamp=datetime.fromisoformat(job.at).replace(microsecond=0),
        )
    except typst.TypstError as error:
        raise NotCompiled(error.diagnostic) from error
