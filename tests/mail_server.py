"""A mail server in this process, which says what a test wants it to say."""

import asyncio
import socket
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Final, TypeVar

from aiosmtpd.controller import Controller

from survey.mail.settings import MailServer

T = TypeVar("T")

HERE: Final = "127.0.0.1"
TAKEN: Final = "250 OK"


@dataclass
class Inbox:
    """Keeps what it is sent, and answers as it is told to."""

    #: What is said to a recipient, and to a mail; the last one is said from then on.
    to_recipient: list[str] = field(default_factory=lambda: [TAKEN])
    to_mail: list[str] = field(default_factory=lambda: [TAKEN])
    hangs_up: bool = False
    #: How long it says nothing after it has a mail, in seconds; the last one from then on.
    thinks: list[float] = field(default_factory=lambda: [0.0])
    mails: list[EmailMessage] = field(default_factory=list[EmailMessage])
    recipients: list[str] = field(default_factory=list[str])
    #: The Message-ID of every mail that was not taken.
    refused: list[str] = field(default_factory=list[str])
    #: The Message-ID of every mail at which it hung up.
    hung_up_on: list[str] = field(default_factory=list[str])
    #: How often somebody connected.
    visits: int = 0

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, responses: Any) -> Any:
        self.visits += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        answer = _next(self.to_recipient)
        if answer == TAKEN:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.hangs_up:  # it has the mail, and whoever sent it does not know
            self.hung_up_on.append(str(read_mail(envelope.content)["Message-ID"]))
            server.transport.abort()
            return ""
        answer = _next(self.to_mail)
        mail = read_mail(envelope.content)
        if answer == TAKEN:
            self.mails.append(mail)
            self.recipients += envelope.rcpt_tos
            await asyncio.sleep(_next(self.thinks))
        else:
            self.refused.append(str(mail["Message-ID"]))
        return answer

    @property
    def ids(self) -> list[str]:
        """Return the Message-ID of every mail that was taken."""
        return [str(mail["Message-ID"]) for mail in self.mails]


def _next(answers: list[T]) -> T:
    return answers.pop(0) if len(answers) > 1 else answers[0]


def read_mail(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=policy.default)


def words_of(mail: EmailMessage, kind: str = "plain") -> str:
    """Return what a mail says, as text or as a page."""
    body = mail.get_body((kind,))
    assert body is not None
    return body.get_content().replace("\r\n", "\n")


def all_of(mail: EmailMessage) -> str:
    """Return everything that a reader can get out of a mail: its headers, and both forms of what it says."""
    headers = [f"{name}: {value}" for name, value in mail.items() if name not in ("MIME-Version", "Content-Type")]
    return "\n".join([*headers, words_of(mail), words_of(mail, "html")])


@contextmanager
def receiving(inbox: Inbox, port: int = 0) -> Generator[MailServer]:
    """Run a server for this inbox, and say where it is."""
    controller = Controller(inbox, hostname=HERE, port=port or free_port(), ready_timeout=10)
    controller.start()
    try:
        yield server_at(controller.port)
    finally:
        controller.stop()


def server_at(port: int) -> MailServer:
    return MailServer(HERE, port, always_encrypted=False, user="", password="")


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HERE, 0))
        return found.getsockname()[1]
