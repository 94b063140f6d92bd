"""The files that editions were drawn to: kept, so that the next reader does not wait; deleted with their edition.

A file's name says of which edition it is, in which form, language and for whom, and by which code it was made. It is
for the server alone (mode 600). Nothing depends on a file being there: a full disk costs time, and no report.
"""

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Final
from uuid import uuid4

import questionnaires
import reports
from reports.forms.kinds import Form
from reports.report import Audience
from survey.access import config
from survey.database import reading
from survey.queries import editions

_logger = logging.getLogger("netwerkspiegel")

_BEGUN: Final = ".begun"
#: What a file's content depends on, besides its edition.
_SOURCES: Final = (".py", ".typ", ".yaml")


def folder() -> Path:
    """Return where the files are."""
    return config().data_dir / "forms"


def path_of(document_hash: str, form: Form, language: str, audience: Audience) -> Path:
    """Return where a form of an edition is kept."""
    return folder() / f"{document_hash}-{form.name}-{language}-{audience}-{code_version()}{form.suffix}"


def read(path: Path) -> bytes | None:
    """Return what is kept there; ``None`` when nothing is, or it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        _tell("read", error)
        return None


def keep(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all; where it cannot be written the reader gets the content all the same.

    Whoever withdraws the edition meanwhile finds no file, or this one is deleted again.
    """
    begun = path.with_name(f"{uuid4()}{_BEGUN}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(begun, content)
        begun.replace(path)
    except OSError as error:
        _tell("kept", error)
        with suppress(OSError):
            begun.unlink()
        return
    with reading() as session:
        is_kept = editions.is_kept(session, document_hash=_hash_of(path))
    if not is_kept:
        path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def forget_files() -> None:
    """Delete the files of editions that lost their document, of older code, and those that were never finished."""
    found = list(_files())
    if not found:
        return
    with reading() as session:
        kept = editions.list_hashes(session)
    for path in found:
        if _hash_of(path) not in kept or f"-{code_version()}." not in path.name:
            with suppress(OSError):
                path.unlink()


def _files() -> Iterator[Path]:
    with suppress(FileNotFoundError):
        yield from folder().iterdir()


def _hash_of(path: Path) -> str:
    return path.name.partition("-")[0]


def _tell(what: str, error: OSError) -> None:
    """Log what went wrong, without the name of a file: that tells of which report it is."""
    _logger.warning("A form of a report could not be %s: %s.", what, error.strerror)


@cache
def code_version() -> str:
    """Return what tells the code apart by which forms are made: ours, and everything that it uses."""
    told = hashlib.sha256()
    for package in (reports, questionnaires):
        root = Path(package.__path__[0])
        for path in sorted(each for each in root.rglob("*") if each.suffix in _SOURCES):
            told.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    told.update(repr(sorted({f"{each.name} {each.version}" for each in distributions()})).encode())
    return told.hexdigest()[:16]
