"""Mails as files: for their owner alone, whole or not there, and named after nobody."""

import os
import stat
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import pytest

from survey.mail import folder
from survey.mail.message import Envelope, compose
from survey.mail.texts import Text
from tests.mail_server import read_mail, words_of

NOW = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)


def mail(number: int = 1, words: str = "Hallo, Zoë\n") -> EmailMessage:
    envelope = Envelope(f"<{number:032x}@x.example>", Address("N", addr_spec="n@x.example"), "ada@geheim.example")
    return compose(envelope, Text("nl", "Je link", words, f"<p>{words}</p>"), at=NOW)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mail"


def test_a_mail_can_be_read_from_its_file(place: Path) -> None:
    path = folder.keep(mail(), place)

    read = read_mail(path.read_bytes())

    assert read["To"] == "ada@geheim.example"
    assert words_of(read) == "Hallo, Zoë\n"


def test_only_the_owner_can_read_it_and_its_name_says_nothing(place: Path) -> None:
    before = os.umask(0)
    try:
        path = folder.keep(mail(), place)
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert path.name == f"{1:032x}.eml"


def test_the_same_mail_is_the_same_file(place: Path) -> None:
    folder.keep(mail(), place)
    folder.keep(mail(words="Een tweede keer\n"), place)
    folder.keep(mail(2), place)

    assert sorted(path.name for path in place.iterdir()) == [f"{number:032x}.eml" for number in (1, 2)]
    assert words_of(read_mail((place / f"{1:032x}.eml").read_bytes())) == "Hallo, Zoë\n"


def test_a_mail_that_is_cut_off_is_not_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        folder.keep(mail(), place)

    assert list(place.iterdir()) == []


def test_old_mails_are_forgotten_and_what_a_crash_left_too(place: Path) -> None:
    old, new = folder.keep(mail(1), place), folder.keep(mail(2), place)
    left = place / "x.draft"
    left.touch()
    for path in (old, left):
        os.utime(path, times=(0, (NOW - timedelta(days=31)).timestamp()))
    os.utime(new, times=(0, NOW.timestamp()))

    folder.forget(place, before=NOW - timedelta(days=30))

    assert list(place.iterdir()) == [new]


def test_where_no_mail_was_kept_there_is_nothing_to_forget(place: Path) -> None:
    folder.forget(place, before=NOW)

    assert not place.exists()
