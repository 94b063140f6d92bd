"""A real conversation with a mail server, and every way in which one can disappoint."""

import smtplib
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Any

import pytest

from survey.mail import smtp
from survey.mail.failures import MailDelayed, MailRefused
from survey.mail.message import Envelope, compose
from survey.mail.settings import MailServer
from survey.mail.texts import Text
from tests.mail_server import HERE, Inbox, free_port, receiving, server_at, words_of

PERSON = "ada.geheim@x.example"
TEXT = Text("nl", "Je link", "Hallo, Zoë\n", "<p>Hallo, Zoë</p>\n")


def mail() -> EmailMessage:
    envelope = Envelope(f"<{7:032x}@x.example>", Address("N", addr_spec="n@x.example"), PERSON)
    return compose(envelope, TEXT, at=datetime(2026, 11, 26, tzinfo=UTC))


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def server(inbox: Inbox) -> Iterator[MailServer]:
    with receiving(inbox) as where:
        yield where


def test_a_mail_arrives_as_it_was_written(inbox: Inbox, server: MailServer) -> None:
    smtp.send(mail(), server)

    (arrived,) = inbox.mails
    assert inbox.recipients == [PERSON]
    assert (arrived["From"], arrived["To"]) == ("N <n@x.example>", PERSON)
    assert words_of(arrived) == TEXT.plain
    assert words_of(arrived, "html") == TEXT.html
    assert inbox.ids == [f"<{7:032x}@x.example>"]


@pytest.mark.parametrize(
    ("to_recipient", "to_mail", "failure", "says"),
    [
        (f"550 5.1.1 {PERSON} unknown", "", MailRefused, "the recipient was not taken (550)"),
        (f"450 4.2.0 {PERSON} greylisted, try again", "", MailDelayed, "the recipient was not taken (450)"),
        ("", f"554 5.7.1 {PERSON} spam", MailRefused, "the mail was not taken (554)"),
        ("", f"451 4.3.0 {PERSON} later", MailDelayed, "the mail was not taken (451)"),
    ],
)
def test_for_good_is_told_from_for_now_and_no_reason_names_anybody(
    inbox: Inbox, server: MailServer, to_recipient: str, to_mail: str, failure: type[Exception], says: str
) -> None:
    inbox.to_recipient = [to_recipient or inbox.to_recipient[0]]
    inbox.to_mail = [to_mail or inbox.to_mail[0]]

    with pytest.raises(failure) as failed:
        smtp.send(mail(), server)

    assert str(failed.value) == says
    assert failed.value.__suppress_context__
    assert inbox.mails == []


def test_after_greylisting_the_same_mail_is_taken(inbox: Inbox, server: MailServer) -> None:
    inbox.to_recipient = ["450 later", "250 OK"]

    with pytest.raises(MailDelayed):
        smtp.send(mail(), server)
    smtp.send(mail(), server)

    assert inbox.ids == [f"<{7:032x}@x.example>"]


def test_a_server_that_hangs_up_after_the_mail_is_tried_again(inbox: Inbox, server: MailServer) -> None:
    inbox.hangs_up = True

    with pytest.raises(MailDelayed, match=r"cannot be used \(SMTPServerDisconnected\)"):
        smtp.send(mail(), server)


def test_a_server_that_says_nothing_does_not_keep_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "PATIENCE", 0.3)
    with socket.create_server((HERE, 0)) as silent:
        began = time.monotonic()
        with pytest.raises(MailDelayed, match="cannot be used"):
            smtp.send(mail(), server_at(silent.getsockname()[1]))

    assert time.monotonic() - began < 5


def test_where_no_server_is_the_mail_waits() -> None:
    with pytest.raises(MailDelayed, match=r"cannot be used \(ConnectionRefusedError\)"):
        smtp.send(mail(), server_at(free_port()))


def test_how_the_server_says_goodbye_does_not_matter(
    inbox: Inbox, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rude(connection: smtplib.SMTP) -> Any:
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr(smtplib.SMTP, "quit", rude)

    smtp.send(mail(), server)

    assert len(inbox.mails) == 1


@pytest.fixture
def from_afar(server: MailServer, monkeypatch: pytest.MonkeyPatch) -> MailServer:
    """The same server by a name that is not this machine's own, as if others could listen in between."""
    connect = socket.create_connection

    def redirected(address: tuple[str, int], *arguments: Any, **options: Any) -> socket.socket:
        return connect((HERE, address[1]), *arguments, **options)

    monkeypatch.setattr(socket, "create_connection", redirected)
    return replace(server, host="mail.example")


def with_a_user(server: MailServer) -> MailServer:
    return replace(server, **dict.fromkeys(("user", "password"), "jan"))


def test_without_encryption_a_mail_goes_and_a_password_does_not(inbox: Inbox, from_afar: MailServer) -> None:
    smtp.send(mail(), from_afar)
    assert len(inbox.mails) == 1

    with pytest.raises(MailDelayed, match="offers no encryption, and the password is not sent without"):
        smtp.send(mail(), with_a_user(from_afar))
    assert len(inbox.mails) == 1


def test_encryption_that_is_offered_is_used(
    inbox: Inbox, from_afar: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []
    monkeypatch.setattr(smtplib.SMTP, "has_extn", lambda self, name: name == "starttls")
    monkeypatch.setattr(smtplib.SMTP, "starttls", lambda self, context: begun.append(context.check_hostname))

    smtp.send(mail(), from_afar)

    assert begun == [True]


def test_a_server_that_does_not_know_us_keeps_the_mail_waiting(server: MailServer) -> None:
    with pytest.raises(MailDelayed, match=r"cannot be used \(SMTPNotSupportedError\)"):
        smtp.send(mail(), with_a_user(server))
