"""Forms of the staff's pages, on Flask-WTF; partners' pages have none (decision 0001)."""

import unicodedata
from typing import Any

from flask_wtf import FlaskForm

_Form: Any = FlaskForm  # the library says nothing of its types


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


def one_line(text: str | None) -> str:
    """Return what was typed as one line: composed, without control characters, single spaces. A filter of fields."""
    printable = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in text or "")
    return " ".join(unicodedata.normalize("NFC", printable).split())


def plain_text(text: str | None) -> str:
    """Return what was typed in lines that end the same way, without other control characters. A filter of fields."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(char for char in line if unicodedata.category(char) not in ("Cc", "Cs")) for line in lines)
    return unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in kept)).strip()
