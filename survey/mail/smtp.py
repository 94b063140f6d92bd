"""Hand a mail to a mail server, and tell what will never work from what may work later.

What a server says can hold the address of a person, so its number is all that is kept of it.
"""

import smtplib
import ssl
from contextlib import closing, suppress
from email.message import EmailMessage
from typing import Final, NoReturn

from survey.mail.failures import MailDelayed, MailRefused
from survey.mail.settings import MailServer

#: How long a server may be silent, in seconds.
PATIENCE: Final = 30


def send(message: EmailMessage, server: MailServer) -> None:
    """Hand a mail over.

    Raises
    ------
    MailRefused
        When the server refuses this recipient or this mail for good.
    MailDelayed
        When it asks to come back later, cannot be reached, or does not let us in.
    """
    try:
        with closing(_connected(server)) as connection:
            connection.send_message(message)
            with suppress(smtplib.SMTPException, OSError):  # the mail was taken, however the server says goodbye
                connection.quit()
    except smtplib.SMTPRecipientsRefused as error:
        ((code, _),) = error.recipients.values()
        _give_up(code, "the recipient was not taken")
    except smtplib.SMTPDataError as error:
        _give_up(error.smtp_code, "the mail was not taken")
    except smtplib.SMTPResponseException as error:
        raise MailDelayed(f"the mail server does not let us in ({error.smtp_code})") from None
    except (smtplib.SMTPException, OSError) as error:
        raise MailDelayed(f"the mail server cannot be used ({type(error).__name__})") from None


def _give_up(code: int, what: str) -> NoReturn:
    """Raise what a server's number means: from 500 it is final."""
    reason = f"{what} ({code})"
    if code >= 500:
        raise MailRefused(reason) from None
    raise MailDelayed(reason) from None


def _connected(server: MailServer) -> smtplib.SMTP:
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
    return connection


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
        raise MailDelayed("the mail server offers no encryption, and the password is not sent without")
