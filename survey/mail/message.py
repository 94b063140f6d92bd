"""A mail as it goes out: plain text with the same in simple HTML, and headers that nobody can add to."""

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime
from typing import Any, Final, cast

from survey.mail.failures import MailRefused
from survey.mail.texts import Text

#: Hexadecimal digits of the part of a Message-ID that is ours alone.
_DIGITS: Final = 32
_MESSAGE_ID: Final = re.compile(rf"<([0-9a-f]{{{_DIGITS}}}(?:-[0-9]+)?)@[A-Za-z0-9.-]+>")


class _Whole(UnstructuredHeader):
    """A header of one address: programs read it as it stands, and folded it would be written in code."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        """Return its line."""
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS: Final = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", cast(Any, _Whole))  # what is known of its types wants a base class
_POLICY: Final = SMTP.clone(header_factory=_HEADERS)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; of a text, with the parameters of its type."""

    file_name: str
    content: bytes
    kind: str
    parameters: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who writes to whom, under which Message-ID: sent twice, it is the same mail."""

    message_id: str
    sender: Address
    to: str
    #: Whom an answer goes to.
    reply_to: Sequence[str] = ()
    #: Headers beside those that every mail has.
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    attachments: Sequence[Attachment] = ()


def new_message_id(sender: Address) -> str:
    """Return a Message-ID that says nothing about the mail."""
    return f"<{secrets.token_hex(_DIGITS // 2)}@{sender.domain}>"


def numbered(message_id: str, number: int) -> str:
    """Return the Message-ID of one of the mails that belong together; the first has the ID itself."""
    return message_id if number == 0 else message_id.replace("@", f"-{number}@")


def own_part(message_id: str) -> str:
    """Return the part of a Message-ID before its @.

    Raises
    ------
    ValueError
        When it is none of ours.
    """
    found = _MESSAGE_ID.fullmatch(message_id)
    if found is None:
        raise ValueError("This is no Message-ID of ours.")
    return found[1]


def own_ids(text: str) -> list[str]:
    """Return the Message-IDs of ours that stand in a text."""
    return [found[0] for found in _MESSAGE_ID.finditer(text)]


def compose(envelope: Envelope, text: Text, *, at: datetime) -> EmailMessage:
    """Put a mail together.

    Raises
    ------
    MailRefused
        When no mail can be addressed like this.
    """
    message = EmailMessage(policy=_POLICY)
    message["Message-ID"] = envelope.message_id
    message["Date"] = format_datetime(at)
    message["From"] = envelope.sender
    message["To"] = mailbox(envelope.to)
    if answered_by := [*_mailboxes(envelope.reply_to)]:
        message["Reply-To"] = answered_by
    message["Subject"] = one_line(text.subject)
    # no out-of-office replies: they would go to the adviser, and say that somebody got a mail
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    for name, value in envelope.headers.items():
        message[name] = value
    message.set_content(text.plain)
    message.add_alternative(text.html, subtype="html")
    for each in envelope.attachments:
        main, _, sub = each.kind.partition("/")
        message.add_attachment(
            each.content, maintype=main, subtype=sub, filename=each.file_name, params=dict(each.parameters)
        )
    message["Content-Language"] = text.language  # last: the contents take such headers along into their part
    return message


def one_line(text: str) -> str:
    """Return a text fit for a header: on one line, and nothing that does not print."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(printable.split())


def _mailboxes(addresses: Sequence[str]) -> Iterator[Address]:
    """Return what can be mailed of these: an answer that cannot be sent is no reason not to write."""
    for address in addresses:
        with suppress(MailRefused):
            yield mailbox(address)


def mailbox(address: str) -> Address:
    """Return an address for a header, its domain in the letters that every mail server knows.

    Raises
    ------
    MailRefused
        When it would be no address there, or more than one.
    """
    local, _, domain = address.rpartition("@")
    try:
        written = f"{local}@{domain.encode('idna').decode('ascii')}"
        made = Address(addr_spec=written)
    except (ValueError, IndexError, MessageError):  # all of these are how the parser says no
        made = written = None
    if made is None or made.addr_spec != written:  # a comment was taken out of it: that is somebody else's address
        raise MailRefused("no mail can be sent to an address like this")
    return made
