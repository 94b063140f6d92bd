"""Deliver a mail by the way that this instance has."""

from email.message import EmailMessage

from survey.config import Config
from survey.mail import folder, smtp


def deliver(message: EmailMessage, config: Config) -> None:
    """Send a mail, or keep it as a file when no mail server is configured.

    Raises
    ------
    MailRefused
        When it will never be taken.
    MailDelayed
        When it was not taken now.
    """
    if config.mail_server is None:
        folder.keep(message, folder.mail_folder(config))
    else:
        smtp.send(message, config.mail_server)
