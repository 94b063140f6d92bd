"""What administrators' fields refuse, and what they say."""

import unicodedata
from typing import Any

from wtforms import IntegerField
from wtforms.validators import ValidationError

from survey.account.fields import required
from survey.i18n import _


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


class Months(IntegerField):
    """A number of months, within limits."""

    def __init__(self, label: str, *, least: int, most: int, **options: Any) -> None:
        super().__init__(label, validators=[required], **options)
        self.least, self.most = least, most

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it; whatever is no number within the limits is refused in one sentence."""
        text = valuelist[0].strip() if valuelist else ""
        number = int(text) if text.isdecimal() and len(text) < 4 else None
        if number is None or not self.least <= number <= self.most:
            self.data = None
            raise ValueError(_("Fill in a whole number from %(least)s to %(most)s.", least=self.least, most=self.most))
        self.data = number
