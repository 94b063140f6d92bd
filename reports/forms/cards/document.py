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
#: A card is a small page: a field of this length leaves room for the others.
LONGEST: Final = 160


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
        def fitting(text: str) -> str:
            return softened(printable(shortened(text, LONGEST, cut), unprintable))

        said: Json = [plain(card, fitting) for card in made]
        return {"title": printable(title, unprintable), "language": language, "cards": said, **look()}

    return typeset(_TEMPLATE, content, at=at, fonts=fonts, by=by)
