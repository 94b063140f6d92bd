"""Read a mail that came back: whether it says that an address takes no mail, and of which mail of ours.

Understood are delivery status notifications (RFC 3464). Of anything else, such as an out-of-office reply, or a notice
for human readers only, is said that it is not recognised: to guess would be to call sound addresses wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.errors import MessageError
from email.message import Message
from typing import Final, cast

from survey.mail.message import own_ids

#: No notice is longer; what is longer has the whole mail with its attachments in it.
LONGEST: Final = 1_000_000
#: In a notice, this deep and no deeper lies what it is about.
_DEEPEST: Final = 20
_STATUS: Final = re.compile(r"\s*5\.\d{1,3}\.\d{1,3}\b")
_REPLY: Final = re.compile(r"\s*smtp\s*;\s*(5\d\d)\b", re.IGNORECASE)
_RETURNED: Final = ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers")


@dataclass(frozen=True, slots=True)
class Notice:
    """What a mail server told about mails of ours."""

    #: Which mail it may be about, by Message-ID; empty: none of ours.
    message_ids: tuple[str, ...]
    #: Whether it is final: the address takes no mail.
    is_final: bool
    #: The number of the server's answer, where it is told.
    code: int | None = None


def read_notice(content: bytes) -> Notice | None:
    """Read a delivery status notification; ``None`` when it is none."""
    try:
        return _read(message_from_bytes(content[:LONGEST]))
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return None  # made to be unreadable, or broken on its way: the parser has many ways to say so


def _read(mail: Message) -> Notice | None:
    parts = list(_parts(mail, 0))
    told = [group for part in parts if _kind(part) == "message/delivery-status" for group in _groups(part)]
    recipients = [group for group in told if group["Action"] is not None]
    if not recipients:
        return None
    ids = [found for part in parts for found in _ids(part)]
    answers = [own for name in ("In-Reply-To", "References") for own in own_ids(str(mail[name] or ""))]
    final = [group for group in recipients if _is_final(group)]
    return Notice(tuple(dict.fromkeys(ids or answers)), bool(final), next(filter(None, map(_code, final)), None))


def _parts(part: Message, depth: int) -> Iterator[Message]:
    """Return the parts of a mail; what lies in a mail that is returned in it is none of its own."""
    yield part
    if depth < _DEEPEST and part.get_content_maintype() == "multipart":
        for inner in _groups(part):
            yield from _parts(inner, depth + 1)


def _groups(part: Message) -> list[Message]:
    return cast(list[Message], part.get_payload()) if part.is_multipart() else []


def _kind(part: Message) -> str:
    return part.get_content_type()


def _ids(part: Message) -> list[str]:
    """Return the Message-ID of the mail that a part returns, whole or only its headers."""
    if _kind(part) not in _RETURNED:
        return []
    returned = next(iter(_groups(part)), None)
    if returned is None:
        returned = message_from_string(str(part.get_payload()))
    return own_ids(str(returned["Message-ID"] or ""))


def _is_final(group: Message) -> bool:
    return str(group["Action"]).strip().lower() == "failed" and bool(_STATUS.match(str(group["Status"] or "")))


def _code(group: Message) -> int | None:
    found = _REPLY.match(str(group["Diagnostic-Code"] or ""))
    return int(found[1]) if found else None
