"""Names and e-mail addresses, each in one form: so that the same is written the same."""

import re
import unicodedata
from typing import Final, Literal

from survey.errors import Refused
from survey.i18n import gettext_noop

#: How long a name can be.
LONGEST: Final = 200
#: What no part of an address has: spaces, what separates addresses, control characters, and marks that no reader sees.
_NEVER: Final = r"@\s,;<>\"\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ADDRESS: Final = re.compile(rf"[^{_NEVER}]{{1,64}}@[^{_NEVER}]+\.[^{_NEVER}.]{{2,}}")
#: Marks that turn the text around them, or take no room: in a name they only mislead.
_UNSEEN: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

#: What is said of a sender that reads as an address.
NO_SENDER: Final = gettext_noop("This is the sender of mails, as people see it. Leave out @, < and >.")

Named = Literal["support organisation", "account", "adviser", "network", "coordinator", "organisation", "contact"]
_NAMELESS: Final[dict[Named, str]] = {
    "support organisation": gettext_noop("Give the support organisation a name."),
    "account": gettext_noop("Give the account a name."),
    "adviser": gettext_noop("Give the adviser a name."),
    "network": gettext_noop("Give the network a name."),
    "coordinator": gettext_noop("Give the coordinator a name."),
    "organisation": gettext_noop("Give the organisation a name."),
    "contact": gettext_noop("Give the contact a name."),
}


def clean_name(name: str, *, what: Named, field: str = "name") -> str:
    """Return a name in one form: composed, single spaces, without control characters and marks that turn text.

    Raises
    ------
    Refused
        When nothing is left, or it is longer than 200 characters.
    """
    cleaned = tidy(name)
    if not cleaned:
        raise Refused(_NAMELESS[what], field=field)
    if len(cleaned) > LONGEST:
        sentence = gettext_noop("The name '%(start)s...' has %(length)s characters; 200 fit.")
        raise Refused(sentence, field=field, start=cleaned[:30], length=len(cleaned))
    return cleaned


def clean_sender(name: str) -> str:
    """Return the name of a support organisation, from which mails come.

    Raises
    ------
    Refused
        When it is no name, or reads as an address.
    """
    cleaned = clean_name(name, what="support organisation")
    if reads_as_address(cleaned):
        raise Refused(NO_SENDER, field="name")
    return cleaned


def reads_as_address(name: str) -> bool:
    """Say whether a name could be taken for an e-mail address where it stands before the real one."""
    return any(char in "@<>" for char in unicodedata.normalize("NFKC", name))


def tidy(text: str) -> str:
    """Return a text as one line: composed, single spaces, without control characters and marks that turn text."""
    printable = "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text)
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", printable)).split())


def clean_address(address: str) -> str:
    """Return an e-mail address without the spaces people type around it.

    Raises
    ------
    Refused
        When it is no address.
    """
    cleaned = unicodedata.normalize("NFC", address).strip()
    if len(cleaned) > 254 or not _ADDRESS.fullmatch(cleaned):
        sentence = gettext_noop("'%(typed)s' is no e-mail address, such as naam@voorbeeld.nl.")
        raise Refused(sentence, field="address", typed=tidy(cleaned)[:80])
    return cleaned


def address_key(address: str) -> str:
    """Return what makes an address one's own: lower case, without the plus-tag."""
    local, _, domain = address.casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
