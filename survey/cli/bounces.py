"""``bounce``: mails that came back, read from files, so that advisers see which addresses are wrong."""

import mailbox
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from survey import clock
from survey.cli.common import command
from survey.database import writing
from survey.errors import Refused
from survey.mail.bounces import LONGEST, read_notice
from survey.services import bounces as services
from survey.services.bounces import Finding

_STDIN: Final = "-"
_SAID: Final[dict[Finding, str]] = {
    "noted": "An address takes no mail; this stands at its invitation now",
    "not_final": "Late, or arrived after all; nothing to be done",
    "not_ours": "About no invitation of ours",
    "not_recognised": "Not recognised as a notice of a mail server",
}


@click.group()
def bounce() -> None:
    """Mails that came back: note which addresses take no mail."""


@bounce.command("read")
@click.argument("files", nargs=-1, required=True)
@command
def read(files: tuple[str, ...]) -> None:
    """Read notices of mail servers: files, mbox files, Maildir folders, or - for what is piped in."""
    found: Counter[Finding] = Counter()
    for name in files:
        for content in _mails(name):
            with writing() as session:
                found[services.note(session, read_notice(content), at=clock.now())] += 1
    for finding, sentence in _SAID.items():
        if found[finding]:
            click.echo(f"{sentence}: {found[finding]}.")
    if not found:
        click.echo("There were no mails in it.")


def _mails(name: str) -> Iterator[bytes]:
    if name == _STDIN:
        yield sys.stdin.buffer.read(LONGEST)
        return
    path = Path(name)
    if not path.exists():
        raise Refused(f'There is no file or folder "{name}".')
    try:
        yield from _in_folder(path) if path.is_dir() else _in_file(path)
    except OSError as error:
        raise Refused(f'"{name}" cannot be read: {error.strerror}.') from None


def _in_folder(path: Path) -> Iterator[bytes]:
    """Return the mails of a Maildir folder; those that were read already as well."""
    folders = [path / name for name in ("new", "cur")]
    if not any(folder.is_dir() for folder in folders):
        raise Refused(f'"{path}" is no Maildir folder: it has no folders "new" and "cur".')
    for folder in folders:
        for file in sorted(folder.glob("*")):
            yield _start_of(file)


def _in_file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        is_mbox = file.read(5) == b"From "
    if not is_mbox:
        yield _start_of(path)
        return
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            yield box.get_bytes(key)
    finally:
        box.close()


def _start_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LONGEST)
