"""A day in a form, as a browser sends it or as people write it; and what is said of it in a line."""

from datetime import date
from typing import Any, Final

from wtforms import Field
from wtforms.validators import Length

from survey.forms import one_line
from survey.i18n import _, later

#: What a field is made with that has room for a line.
SHORT_TEXT: Final[dict[str, Any]] = {
    "filters": [one_line],
    "validators": [Length(max=200, message=later("At most 200 characters fit."))],
}


class DayField(Field):
    """A day: 2026-12-11, or 11-12-2026; empty is none."""

    data: date | None

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed."""
        typed = one_line(valuelist[0]) if valuelist else ""
        self.data = read_day(typed) if typed else None

    def _value(self) -> str:
        typed: list[str] = self.raw_data or []
        return self.data.isoformat() if self.data else "".join(typed[:1])


def read_day(typed: str) -> date:
    """Return the day that somebody wrote.

    Raises
    ------
    ValueError
        With the sentence to show, when it is none.

    >>> read_day("2026-12-11") == read_day("11-12-2026") == read_day("11.12.2026")
    True
    """
    try:
        return date.fromisoformat(typed)
    except ValueError:
        pass
    try:
        day, month, year = typed.replace("/", "-").replace(".", "-").split("-")
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(_("This is no day. Write it like 11-12-2026.")) from None
