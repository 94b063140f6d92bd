"""What the fields of forms about people have in common."""

from typing import Any, Final

import wtforms
from wtforms.validators import StopValidation, ValidationError

from survey.errors import Refused
from survey.i18n import LANGUAGES, _
from survey.services.accounts import readable_address

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
