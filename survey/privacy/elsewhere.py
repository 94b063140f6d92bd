"""What is kept outside the database."""

from dataclasses import dataclass
from typing import Final

from survey.i18n import gettext_noop


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something that is kept outside the database."""

    name: str
    what: str
    term: str


ELSEWHERE: Final = (
    Elsewhere(
        gettext_noop("Mails kept as files"),
        gettext_noop(
            "Only where there is no mail server, and mails that could not be sent. They hold an address and personal "
            "links"
        ),
        "mail_files",
    ),
    Elsewhere(
        gettext_noop("List of work of the worker"),
        gettext_noop("Numbers of rows, no names and no addresses"),
        "work",
    ),
    Elsewhere(
        gettext_noop("Backup copies"),
        gettext_noop("Everything that was in the database when they were made, also what was erased after that"),
        "backups",
    ),
)
