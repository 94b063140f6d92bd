"""The files that batches of reports are handed out in: one for each, for the server alone, gone with its batch."""

import os
import zipfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from survey.access import config
from survey.database import reading
from survey.queries import batches

_ZIP: Final = ".zip"
_BEGUN: Final = ".begun"
#: What packing makes smaller; the other forms are packed by themselves.
_PACKED: Final = (".csv", ".json", ".txt")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the file: its name with its folder, its moment, and what is in it."""

    name: str
    at: datetime
    content: bytes


def folder() -> Path:
    """Return where the files are."""
    return config().data_dir / "batches"


def path_of(batch_id: UUID) -> Path:
    """Return where the file of a batch is."""
    return folder() / f"{batch_id}{_ZIP}"


def write(batch_id: UUID, entries: Iterable[Entry]) -> None:
    """Write the file of a batch as a whole or not at all.

    Raises
    ------
    OSError
        When it cannot be written; nothing is left of it.
    """
    begun = folder() / f"{batch_id}.{uuid4()}{_BEGUN}"
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with _opened(begun) as packed:
            for entry in entries:
                _add(packed, entry)
        begun.replace(path_of(batch_id))
    except BaseException:
        begun.unlink(missing_ok=True)
        raise


@contextmanager
def _opened(path: Path) -> Generator[zipfile.ZipFile]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w") as packed:
        yield packed


def _add(packed: zipfile.ZipFile, entry: Entry) -> None:
    told = zipfile.ZipInfo(entry.name, entry.at.timetuple()[:6])
    told.external_attr = 0o600 << 16
    told.compress_type = zipfile.ZIP_DEFLATED if entry.name.endswith(_PACKED) else zipfile.ZIP_STORED
    packed.writestr(told, entry.content)


def delete_begun(batch_id: UUID) -> None:
    """Delete what a worker began of the file of a batch that is finished now, and died with."""
    for path in folder().glob(f"{batch_id}.*{_BEGUN}"):
        path.unlink(missing_ok=True)


def sweep() -> None:
    """Delete the files whose batch is gone, or has none any more."""
    with suppress(FileNotFoundError):
        found = list(folder().iterdir())
        with reading() as session:
            kept = {str(each) for each in batches.list_with_file(session)}
        for path in found:
            if path.name.partition(".")[0] not in kept:
                path.unlink(missing_ok=True)
