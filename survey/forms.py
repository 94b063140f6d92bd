"""Forms of the staff's pages, on Flask-WTF; partners' pages have none (decision 0001)."""

import unicodedata
from collections.abc import Iterable
from typing import Any

import wtforms
from flask_wtf import FlaskForm

from survey.errors import Refused
from survey.i18n import _
from survey.mail import placeholders
from survey.services.names import tidy

_Form: Any = FlaskForm  # the library says nothing of its types
_wtforms: Any = wtforms  # what is known of its types is of a version before


def choices(pairs: Iterable[tuple[str, str]]) -> list[Any]:
    """Return what somebody can choose from in a list that unfolds: values with their words."""
    return [_wtforms.SelectChoice(value, label) for value, label in pairs]


class StaffForm(_Form):
    """A form with its token; its fields are the only ones that a request can set."""

    def mistakes(self) -> list[Any]:
        """Return the fields with something wrong, in their order, for the list above the form."""
        fields: Any = self
        return [field for field in fields if field.errors]

    def refuse(self, name: str, sentence: str) -> None:
        """Say at a field what was found wrong with it after the form was read."""
        fields: Any = self
        fields[name].errors = [*fields[name].errors, sentence]

    def take(self, refusal: Refused) -> None:
        """Say what a service refused: at the field that it is about, else above the form."""
        for each in refusal.all:
            if each.field is not None and each.field in self._fields:
                self.refuse(each.field, each.told)
            else:
                self.form_errors.append(each.told)


def right_subject(form: Any, field: Any) -> None:
    """Refuse placeholders in the subject of a mail that nobody knows, or that cannot be there. A validator."""
    _refuse(placeholders.check(field.data or "", is_subject=True))


def right_body(form: Any, field: Any) -> None:
    """Refuse placeholders in a mail that nobody knows, and a link that is there twice. A validator."""
    _refuse(placeholders.check(field.data or ""))


def _refuse(mistakes: list[placeholders.Mistake]) -> None:
    if mistakes:
        raise wtforms.ValidationError(" ".join(_(each.message, **each.values) for each in mistakes))


def one_line(text: str | None) -> str:
    """Return what was typed as one line, as ``tidy`` does. A filter of fields."""
    return tidy(text or "")


def plain_text(text: str | None) -> str:
    """Return what was typed in lines that end the same way, without other control characters. A filter of fields."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(char for char in line if unicodedata.category(char) not in ("Cc", "Cs")) for line in lines)
    return unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in kept)).strip()
