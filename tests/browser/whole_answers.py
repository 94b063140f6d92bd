"""A server in a thread of the tests answers with whole bodies, as it would forget to close a file else."""

from contextlib import closing, nullcontext
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def read_whole(app: WSGIApplication) -> WSGIApplication:
    """Close a file before it is sent: this server forgets to when a browser leaves while a font is under way."""

    def respond(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        parts: Any = app(environ, start_response)
        with closing(parts) if hasattr(parts, "close") else nullcontext():
            return [b"".join(parts)]

    return respond
