"""Have the template of action cards drawn."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from reports.forms.typesetting import (
    FONTS,
    Compile,
    Json,
    apart,
    look,
    plain,
    printable,
    shortened,
    softened,
    typeset,
)
from reports.report import ActionCard
from reports.wording import words

_TEMPLATE: Final = Path(__file__).with_name("cards.typ")
#: A card is a small page: a title and fields of these lengths fit on it together.
LONGEST_TITLE: Final = 240
LONGEST_FIELD: Final = 120


def cards(
    made: Sequence[ActionCard],
    *,
    language: str,
    title: str,
    at: datetime,
    fonts: Path = FONTS,
    by: Compile = apart,
) -> bytes:
    """Set action cards as one accessible PDF, each on a page of its own; raises as ``typeset`` does.

    Parameters
    ----------
    made
        The cards; a field without a value becomes a line to write on.
    language
        The language of the document.
    title
        The document's title, also at the foot of every card.
    at
        The document's time.

    Raises
    ------
    ValueError
        When there are no cards.
    """
    if not made:
        raise ValueError("There are no cards to print.")
    cut = words(language).say("pdf.cut")

    def content(unprintable: Collection[str]) -> Json:
        def fitting(text: str, most: int = LONGEST_FIELD) -> str:
            return softened(printable(shortened(text, most, cut), unprintable))

        def drawn(card: ActionCard) -> Json:
            fields = plain(card.fields, fitting)
            return {"title": fitting(card.title, LONGEST_TITLE), "status": fitting(card.status), "fields": fields}

        said: Json = [drawn(card) for card in made]
        return {"title": printable(title, unprintable), "language": language, "cards": said, **look()}

    return typeset(_TEMPLATE, content, at=at, fonts=fonts, by=by)
