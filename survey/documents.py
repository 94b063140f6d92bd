"""Send documents that are made on request, one at a time."""

import re
import unicodedata
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import Response, abort

#: Typesetting takes a processor for a fraction of a second: one at a time leaves the rest for people who fill in.
_typesetting = BoundedSemaphore(1)
_WAIT_SECONDS = 20


@contextmanager
def turn() -> Generator[None]:
    """Make a document when it is its turn; who waits too long is asked to come back."""
    if not _typesetting.acquire(timeout=_WAIT_SECONDS):
        abort(503)
    try:
        yield
    finally:
        _typesetting.release()


def send_document(make: Callable[[], bytes], *, title: str) -> Response:
    """Make a PDF when it is its turn, and send it under its title."""
    with turn():
        content = make()
    return send_file(content, mimetype="application/pdf", name=f"{file_name(title)}.pdf")


def send_file(content: bytes, *, mimetype: str, name: str) -> Response:
    """Send something to keep as a file."""
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def file_name(title: str) -> str:
    """Return a name of a file, without its ending, that every system can write."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "rapport"
