"""Mails that come back, as mail servers write them."""

from textwrap import dedent
from typing import Final

OURS: Final = f"<{7:032x}@spiegel.example>"


def notice(
    message_id: str = OURS,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    diagnostic: str = "smtp; 550 5.1.1 <p0@library.example> unknown",
    returned: str = "message/rfc822",
) -> bytes:
    """Return a delivery status notification about a mail (RFC 3464)."""
    lines = f"""\
        From: MAILER-DAEMON@mx.example
        To: noreply@spiegel.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <20261127.1@mx.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; p0@library.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: {diagnostic}

        --b
        Content-Type: {returned}

        From: Netwerkspiegel <noreply@spiegel.example>
        To: p0@library.example
        Message-ID: {message_id}
        Subject: Hoe gaat het samenwerken?

        --b--
        """
    return dedent(lines).replace("\n", "\r\n").encode()


#: Somebody is away: no notice of a mail server.
AWAY: Final = f"From: p0@library.example\r\nSubject: Afwezig\r\nIn-Reply-To: {OURS}\r\n\r\nIk ben er niet.\r\n".encode()
#: As some servers still write: for human readers only.
FOR_PEOPLE: Final = (
    b"From: MAILER-DAEMON@mx.example\r\nX-Failed-Recipients: p0@library.example\r\nSubject: Delivery failed\r\n\r\n"
    b"A message that you sent could not be delivered.\r\n"
)
