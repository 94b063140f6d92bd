"""Deliver mails by the way that this instance has."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from email.message import EmailMessage

from survey.config import Config
from survey.mail import folder, smtp

#: Sends a mail or keeps it; raises ``MailRefused`` or ``MailDelayed``.
Deliver = Callable[[EmailMessage], None]


def deliver(message: EmailMessage, config: Config) -> None:
    """Send a mail, or keep it as a file when no mail server is configured.

    Raises
    ------
    MailRefused
        When it will never be taken.
    MailDelayed
        When it was not taken now.
    """
    with delivering(config) as deliver_one:
        deliver_one(message)


@contextmanager
def delivering(config: Config) -> Generator[Deliver]:
    """Deliver several mails one after the other, over one connection where there is a mail server."""
    if config.mail_server is None:
        yield lambda message: _keep(message, config)
    else:
        with smtp.connected(config.mail_server) as line:
            yield line.send


def _keep(message: EmailMessage, config: Config) -> None:
    folder.keep(message, folder.mail_folder(config))
