"""What administrators' fields refuse, and what they say."""

from typing import Any

from wtforms import IntegerField

from survey.account.fields import required
from survey.i18n import _


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
