"""What the fields of forms about people have in common."""

import unicodedata
from typing import Any, Final

import wtforms
from wtforms.validators import StopValidation, ValidationError

from survey.errors import Refused
from survey.i18n import LANGUAGES, _
from survey.services.accounts import readable_address
from survey.services.names import NO_SENDER, reads_as_address

_wtforms: Any = wtforms  # its published types are older than it is


def option(value: str, label: str) -> Any:
    """Return one of a list that can be chosen from."""
    return _wtforms.SelectChoice(value, label)


#: The languages that somebody can be written to.
LANGUAGE_CHOICES: Final[list[Any]] = [option(code, name) for code, name in LANGUAGES.items()]


class Required:
    """Refuse an empty field, and let its label not say that it may stay empty."""

    field_flags: Final = {"required": True}

    def __call__(self, form: Any, field: Any) -> None:
        """Refuse it."""
        if not field.data and not field.errors:
            raise StopValidation(_("Fill this in."))


required: Final = Required()


def readable(form: Any, field: Any) -> None:
    """Refuse what is no e-mail address; keep it as accounts have it."""
    try:
        field.data = readable_address(field.data or "")
    except Refused:
        raise ValidationError(_("This is no e-mail address. Write it like naam@voorbeeld.nl.")) from None


def at_most(most: int) -> Any:
    """Refuse what is longer than fits."""

    def check(form: Any, field: Any) -> None:
        if len(field.data or "") > most:
            raise ValidationError(_("This has %(number)s characters; %(most)s fit.", number=len(field.data), most=most))

    return check


def visible(form: Any, field: Any) -> None:
    """Refuse what cannot be seen: it turns names around on the screen, or breaks out of a line of a mail."""
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in field.data or ""):
        raise ValidationError(_("There is a line break or a character in it that cannot be seen. Type it again."))


def trimmed(text: str | None) -> str:
    """Return what was typed, composed and without spaces around it; unseen characters stay, to be refused.

    But for those that no page can hold, and so nobody typed.
    """
    shown = "".join(char for char in text or "" if char in "\r\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", shown).strip(" ")


def no_address(form: Any, field: Any) -> None:
    """Refuse a name from which mails come that could be taken for an address."""
    if reads_as_address(field.data or ""):
        raise ValidationError(_(NO_SENDER))
