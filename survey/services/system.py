"""How the system is doing, and what is wrong with it: the same facts for a page and for a command."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from survey import schema_version
from survey.config import Config
from survey.documents import missing_fonts
from survey.i18n import gettext_noop
from survey.queries import system as queries
from survey.queries.system import Waiting
from survey.version import VERSION

#: A worker gives a sign every minute.
WORKER_SILENT_AFTER: Final = timedelta(minutes=10)
#: Signs of workers that are no more are kept for so long.
SIGNS_KEPT: Final = timedelta(days=7)
#: A mail server may be away for a while, and mails are then tried again.
MAIL_WAITS_TOO_LONG: Final = timedelta(hours=1)
LEAST_FREE: Final = 1_000_000_000
LEAST_FREE_PART: Final = 0.1

_NOTHING: Final = Waiting(0, None)

#: What can be wrong, and what to do about it. As messages, so that the page says them in its own language.
TABLES_OLD: Final = gettext_noop(
    "The tables are not those that this version needs. Run: flask --app wsgi database upgrade"
)
WORKER_SILENT: Final = gettext_noop(
    "No worker was heard of for 10 minutes, so no mail goes out and nothing is forgotten. Start one: make worker"
)
MAIL_WAITS: Final = gettext_noop(
    "A mail waits for more than an hour. Look in the log of the worker what the mail server says."
)
FONTS_MISSING: Final = gettext_noop("The fonts are not there, so that no PDF and no cards can be made. Run: npm ci")
DISK_FULL: Final = gettext_noop("The disk is almost full. Make room, or answers cannot be kept any more.")


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk that the data folder is on, in bytes."""

    free: int
    total: int

    @property
    def is_almost_full(self) -> bool:
        """Whether less than a tenth or a gigabyte is left."""
        return self.free < LEAST_FREE or self.free < LEAST_FREE_PART * self.total


@dataclass(frozen=True, slots=True)
class Status:
    """How the system is doing at a moment."""

    at: datetime
    engine: str
    revision: str | None
    newest: str
    workers: tuple[tuple[str, datetime], ...]
    account_mails: Waiting
    lost_links: Waiting
    database_size: int
    disk: Disk
    version: str = VERSION
    has_fonts: bool = True

    @property
    def is_up_to_date(self) -> bool:
        """Whether the tables are those that this code needs."""
        return self.revision == self.newest

    @property
    def troubles(self) -> list[str]:
        """What is wrong, as messages; the most urgent first."""
        found = {
            TABLES_OLD: not self.is_up_to_date,
            DISK_FULL: self.disk.is_almost_full,
            WORKER_SILENT: self.is_up_to_date and self._no_worker(),
            FONTS_MISSING: not self.has_fonts,
            MAIL_WAITS: any(map(self._waits_too_long, (self.account_mails, self.lost_links))),
        }
        return [message for message, is_so in found.items() if is_so]

    def _no_worker(self) -> bool:
        return all(self.at - seen_at > WORKER_SILENT_AFTER for _, seen_at in self.workers)

    def _waits_too_long(self, waiting: Waiting) -> bool:
        return waiting.since is not None and self.at - waiting.since > MAIL_WAITS_TOO_LONG


def look(session: Session, *, config: Config, at: datetime) -> Status:
    """Look how the system is doing; of tables of another version only which version that is."""
    connection, newest = session.connection(), schema_version.newest()
    revision = schema_version.current(connection)
    knows = revision == newest
    return Status(
        at,
        connection.dialect.name,
        revision,
        newest,
        workers=tuple(queries.list_workers(session)) if knows else (),
        account_mails=queries.count_account_mails(session) if knows else _NOTHING,
        lost_links=queries.count_lost_links(session) if knows else _NOTHING,
        database_size=queries.database_size(session),
        disk=_disk_of(config.data_dir),
        has_fonts=not missing_fonts(),
    )


def has_worker(session: Session, *, at: datetime) -> bool:
    """Say whether a worker was heard of lately: whether anything that waits is being done."""
    return any(at - seen_at <= WORKER_SILENT_AFTER for _, seen_at in queries.list_workers(session))


def give_sign(session: Session, *, worker: str, at: datetime) -> None:
    """Write down that a worker is there, and forget those that are no more."""
    queries.keep_sign(session, name=worker, at=at)
    queries.forget_signs(session, before=at - SIGNS_KEPT)


def _disk_of(folder: Path) -> Disk:
    """Look at the disk on which a folder is, or will be once something is kept in it."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    usage = shutil.disk_usage(there)
    return Disk(usage.free, usage.total)


def in_round_numbers(size: int) -> str:
    """Return a number of bytes as people say it, without decimals.

    >>> in_round_numbers(12_400_000_000), in_round_numbers(350_000)
    ('12 GB', '1 MB')
    """
    if size >= 10_000_000_000:
        return f"{size // 1_000_000_000} GB"
    return f"{max(1, size // 1_000_000)} MB"
