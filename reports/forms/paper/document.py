"""Have the templates of a form on paper drawn."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from reports.forms.paper.parts import Form
from reports.forms.typesetting import FONTS, Json, look, plain, printable, typeset
from reports.wording import words

_TEMPLATE: Final = Path(__file__).with_name("form.typ")
#: Stands as the date of a form for whatever round: a document for the far future must have one.
_ANY_DAY: Final = date(2000, 1, 1)


def paper(form: Form, fonts: Path = FONTS) -> bytes:
    """Set a form as an accessible PDF; raises as ``typeset`` does. The same form gives the same bytes."""
    at = datetime.combine(form.closes_on or _ANY_DAY, time(12), UTC)
    return typeset(_TEMPLATE, lambda unprintable: _content(form, unprintable), at=at, fonts=fonts)


def _content(form: Form, unprintable: Collection[str]) -> Json:
    page = words(form.words).say("page", page="{page}", pages="{pages}")
    return {"form": plain(form, lambda text: printable(text, unprintable)), "page": page, **look()}
