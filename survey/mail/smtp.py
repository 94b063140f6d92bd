"""Hand mails to a mail server, and tell what will never work from what may work later.

What a server says can hold the address of a person, so its number is all that is kept of it.
"""

import re
import smtplib
import ssl
from collections.abc import Generator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from typing import Final, NoReturn

from survey.mail.failures import MailDelayed, MailRefused, ServerUnusable
from survey.mail.settings import MailServer

#: How long a server may be silent before it lets us in, in seconds.
PATIENCE: Final = 30
#: How long it may think about a mail: whoever hangs up while it still thinks gets that mail delivered twice.
PATIENCE_FOR_A_MAIL: Final = 120
_PATIENCE_AT_THE_END: Final = 5
#: After so many mails in a row at which it fell silent or hung up, it is the server, and not a mail.
_BROKEN_IN_A_ROW: Final = 2
#: What a server says to a recipient when it is us whom it does not let in (RFC 3463: security or policy).
_NOT_FROM_US: Final = re.compile(rb"5\.7\.\d+\b")


@contextmanager
def connected(server: MailServer) -> Generator["Line"]:
    """Hand over several mails; the connection is made with the first one, and closed at the end."""
    line = Line(server)
    try:
        yield line
    finally:
        line.hang_up()


def send(message: EmailMessage, server: MailServer) -> None:
    """Hand one mail over; see ``Line.send``."""
    with connected(server) as line:
        line.send(message)


class Line:
    """A line to a mail server, which is made anew after it broke."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._connection: smtplib.SMTP | None = None
        self._broken = 0

    def send(self, message: EmailMessage) -> None:
        """Hand a mail over.

        Raises
        ------
        MailRefused
            When the server refuses this recipient or this mail for good.
        MailDelayed
            When it asks to come back later, or hangs up: then nobody knows whether it has the mail.
        ServerUnusable
            When it cannot be reached, or takes no mail of ours now.
        """
        connection = self._ready()
        try:
            connection.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            ((code, reply),) = error.recipients.values()
            _tell_recipient(code, reply)
        except smtplib.SMTPDataError as error:
            _tell(error.smtp_code, "the mail was not taken")
        except smtplib.SMTPNotSupportedError:
            raise MailRefused("the mail server knows no addresses with such letters") from None
        except smtplib.SMTPResponseException as error:
            raise _not_let_in(error.smtp_code) from None
        except (smtplib.SMTPException, OSError) as error:
            self._break(error)
        self._broken = 0

    def _ready(self) -> smtplib.SMTP:
        """Return the connection; a new one when the last one is gone."""
        if self._connection is not None and not _is_alive(self._connection):
            self._drop()
        if self._connection is None:
            self._connection = _connect(self._server)
        return self._connection

    def _break(self, error: Exception) -> NoReturn:
        self._drop()
        self._broken += 1
        failure = ServerUnusable if self._broken >= _BROKEN_IN_A_ROW else MailDelayed
        raise failure(_cannot_be_used(error)) from None

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def hang_up(self) -> None:
        """Say goodbye, however the server takes it: what it took, it has."""
        if self._connection is not None:
            with suppress(smtplib.SMTPException, OSError):
                _be_patient(self._connection, _PATIENCE_AT_THE_END)
                self._connection.quit()
        self._drop()


def _is_alive(connection: smtplib.SMTP) -> bool:
    try:
        return connection.noop()[0] == 250
    except (smtplib.SMTPException, OSError):
        return False


def _tell_recipient(code: int, reply: bytes | str) -> NoReturn:
    said = reply if isinstance(reply, bytes) else reply.encode()
    if code >= 500 and _NOT_FROM_US.match(said):  # one wrong setting would make every address a wrong one
        raise MailDelayed(f"the mail server takes no mail of ours for this recipient ({code})", code) from None
    _tell(code, "the recipient was not taken")


def _tell(code: int, what: str) -> NoReturn:
    """Raise what a server's number means: from 500 it is final."""
    failure = MailRefused if code >= 500 else MailDelayed
    raise failure(f"{what} ({code})", code) from None


def _not_let_in(code: int) -> ServerUnusable:
    return ServerUnusable(f"the mail server does not let us in ({code})", code)


def _cannot_be_used(error: Exception) -> str:
    return f"the mail server cannot be used ({type(error).__name__})"


def _connect(server: MailServer) -> smtplib.SMTP:
    try:
        return _let_in(server)
    except smtplib.SMTPResponseException as error:
        raise _not_let_in(error.smtp_code) from None
    except (smtplib.SMTPException, OSError) as error:
        raise ServerUnusable(_cannot_be_used(error)) from None


def _let_in(server: MailServer) -> smtplib.SMTP:
    if server.always_encrypted:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=PATIENCE, context=ssl.create_default_context()
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        _get_in(connection, server)
    except BaseException:
        connection.close()
        raise
    _be_patient(connection, PATIENCE_FOR_A_MAIL)
    return connection


def _be_patient(connection: smtplib.SMTP, seconds: float) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(seconds)


def _get_in(connection: smtplib.SMTP, server: MailServer) -> None:
    connection.ehlo()
    if not (server.always_encrypted or server.is_local):  # on this machine its certificate is seldom a real one
        _encrypt(connection, server)
    if server.user:
        connection.login(server.user, server.password)


def _encrypt(connection: smtplib.SMTP, server: MailServer) -> None:
    """Encrypt where the server offers it; a password never goes over an open line."""
    if connection.has_extn("starttls"):
        connection.starttls(context=ssl.create_default_context())
        connection.ehlo()
    elif server.user:
        raise ServerUnusable("the mail server offers no encryption, and the password is not sent without")
