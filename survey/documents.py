"""Send a document that is set on request, one at a time."""

import re
import unicodedata
from collections.abc import Callable
from threading import BoundedSemaphore

from flask import Response, abort

#: Typesetting takes a processor for a fraction of a second: one at a time leaves the rest for people who fill in.
_typesetting = BoundedSemaphore(1)
_WAIT_SECONDS = 20


def send_document(make: Callable[[], bytes], *, title: str) -> Response:
    """Make a PDF when it is its turn, and send it under its title; who waits too long is asked to come back."""
    if not _typesetting.acquire(timeout=_WAIT_SECONDS):
        abort(503)
    try:
        content = make()
    finally:
        _typesetting.release()
    disposition = f'attachment; filename="{_file_name(title)}.pdf"'
    return Response(content, mimetype="application/pdf", headers={"Content-Disposition": disposition})


def _file_name(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "rapport"
