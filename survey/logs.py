"""Logs that hold neither a token nor a query nor an answer (disclosure rule R14)."""

import logging
import re
import sys
from types import TracebackType
from typing import Any

from flask import Flask, Response, request

#: What follows these path parts is a secret link.
_SECRET = re.compile(r"(/(?:v|rapport|meedoen|inloggen/link|account/(?:uitnodiging|herstel|adres))/)[^/\s?\"'\]]+")
_QUERY = re.compile(r"\?[^\s\"'\]]*")
#: PostgreSQL tells which row it refused, and a row can be answers: up to where SQLAlchemy or the trace goes on.
_DETAIL = re.compile(r"^(DETAIL|CONTEXT): .*?(?=^\[SQL: |^\nThe above exception|\Z)", re.DOTALL | re.MULTILINE)

#: An address of a person, or what stands before the @ in that of a database.
_ADDRESS = re.compile(r"[^\s@<>()\"'/:]+@(?=[A-Za-z0-9])[^\s@<>()\"'/:,]+")
#: Where a request came from that the server could not read: it writes this before its own reason.
_FROM = re.compile(r" from ip=\S*(?=: )")

_logger = logging.getLogger("netwerkspiegel")
#: The library of the worker, in the web's processes as well.
_library = logging.getLogger("dbos")


def scrub(text: str) -> str:
    """Return ``text`` without tokens, queries, mail addresses, rows of the database, and where a request is from."""
    return _ADDRESS.sub("…@…", _SECRET.sub(r"\1…", _QUERY.sub("", _DETAIL.sub("", _FROM.sub("", text)))))


class ScrubbingFormatter(logging.Formatter):
    """Formats a record, trace included, and takes secrets out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line to write."""
        return scrub(super().format(record))


def note_refusal(why: str) -> None:
    """Write that this request was refused, and why; never from where."""
    _logger.info("%s %s refused: %s", request.method, request.endpoint or "-", why)


def init_app(app: Flask) -> None:
    """Write one line per request, by endpoint, and errors with their cause."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(ScrubbingFormatter("%(asctime)s %(levelname)s %(message)s"))
    for logger, level in ((_logger, logging.INFO), (_library, logging.WARNING)):
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False
    app.log_exception = _log_exception  # type: ignore[method-assign]  # Flask's own writes the path, token and all

    @app.after_request
    def write_line(response: Response) -> Response:
        _logger.info("%s %s %s", request.method, request.endpoint or "-", response.status_code)
        return response


def _log_exception(
    exc_info: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
) -> None:
    information: Any = exc_info
    _logger.error("%s %s failed", request.method, request.endpoint or "-", exc_info=information)
