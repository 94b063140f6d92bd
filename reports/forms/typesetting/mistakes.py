"""What can go wrong when a document is set."""

from typing import Final, Literal

#: ``template``: it does not compile, a mistake in the templates. ``time``: it took too long. ``stopped``: the process
#: that compiled ended by itself.
Cause = Literal["template", "time", "stopped"]

_SENTENCES: Final[dict[Cause, str]] = {
    "template": "The document could not be made, because its template does not compile.",
    "time": "The document could not be made in time.",
    "stopped": "The document could not be made, because the compiler stopped.",
}


class NotCompiled(Exception):
    """A template that did not compile; ``diagnostic`` is what the compiler says, and may quote the document."""

    def __init__(self, diagnostic: str) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class CannotMakePdf(RuntimeError):
    """The document could not be made. The message and ``cause`` hold nothing of the document, so they may be logged."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(_SENTENCES[cause])
        self.cause: Cause = cause
