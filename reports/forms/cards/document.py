"""Have the template of the action cards drawn."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from reports.forms.typesetting import FONTS, Compile, Json, Texts, apart, look, plain, typeset
from reports.report import ActionCard
from reports.wording import words

_TEMPLATE: Final = Path(__file__).with_name("cards.typ")


def cards(
    made: Sequence[ActionCard], *, language: str, title: str, at: datetime, fonts: Path = FONTS, by: Compile = apart
) -> bytes:
    """Set action cards as one accessible PDF, each on a page of its own; raises as ``typeset`` does.

    Parameters
    ----------
    made
        The cards, at least one; a field without a value becomes a line to write on.
    language
        Of everything on the cards.
    title
        The document's title, also at the foot of every card.
    at
        The document's time; the same cards, title and time give the same bytes.
    fonts, by
        As for ``typeset``.
    """
    if not made:
        raise ValueError("There is no card to print.")

    def content(unprintable: Collection[str]) -> Json:
        texts = Texts(unprintable, words(language).say("pdf.cut"))
        return {
            "title": texts.title(title),
            "foot": texts.foot(title),
            "language": language,
            "cards": plain(made, texts.inside),
            **look(),
        }

    return typeset(_TEMPLATE, content, at=at, fonts=fonts, by=by)
