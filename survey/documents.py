"""Send documents that are made on request, one at a time."""

import logging
import re
import unicodedata
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from threading import BoundedSemaphore
from typing import Final

from flask import Flask, Response, abort

from reports.forms.kinds import Form
from reports.forms.typesetting import FONTS, MissingFonts
from reports.forms.typesetting.fonts import font_folders
from reports.report import Audience
from reports.wording import words

#: Typesetting takes a processor for a fraction of a second: one at a time leaves the rest for people who fill in.
_typesetting = BoundedSemaphore(1)
_WAIT_SECONDS = 20
#: So much of a network's name stands in the names of its files.
_NAME: Final = 45

_logger = logging.getLogger("netwerkspiegel")


@contextmanager
def turn() -> Generator[None]:
    """Make a document when it is its turn; who waits too long is asked to come back."""
    if not _typesetting.acquire(timeout=_WAIT_SECONDS):
        abort(503)
    try:
        yield
    finally:
        _typesetting.release()


def init_app(_: Flask) -> None:
    """Tell whoever starts the application when documents cannot be made."""
    if missing := missing_fonts():
        _logger.warning("No PDF and no cards can be made. %s", missing)


def missing_fonts() -> str:
    """Say what to do about fonts that are not there; empty when they are."""
    try:
        font_folders(FONTS)
    except MissingFonts as missing:
        return str(missing)
    return ""


def send_document(make: Callable[[], bytes], *, title: str) -> Response:
    """Make a PDF when it is its turn, and send it under its title."""
    try:
        with turn():
            content = make()
    except MissingFonts as missing:
        _logger.error("A document could not be made. %s", missing)
        abort(503)
    return send_file(content, mimetype="application/pdf", name=f"{file_name(title)}.pdf")


def send_file(content: bytes, *, mimetype: str, name: str) -> Response:
    """Send something to keep as a file."""
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def report_file(network: str, closed_on: date, form: Form, *, language: str, audience: Audience) -> str:
    """Return what a form of a report is called: no two that differ have one name.

    The network's name makes room for the rest. Figures as data are the same for everybody, and as JSON the same in
    every language.
    """
    parts: list[str] = [form.name] if form.name in ("csv", "json") else [form.name, audience]
    told = [words(language).say(f"file.{part}") for part in parts]
    ending = [] if form.name == "json" else [language]
    return "-".join([file_name(network, _NAME), closed_on.isoformat(), *told, *ending]) + form.suffix


def file_name(title: str, most: int = 80) -> str:
    """Return a name of a file, without its ending, that every system can write."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-") or "rapport"
