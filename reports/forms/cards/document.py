"""Have the template of the action cards drawn."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from reports.forms.typesetting import FONTS, Compile, Content, Json, Texts, apart, look, plain, typeset
from reports.report import ActionCard
from reports.wording import words

ON_A_SHEET: Final = 4
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
    return typeset(_TEMPLATE, _content(made, language, title), at=at, fonts=fonts, by=by)


def card_sheets(
    made: Sequence[ActionCard], *, language: str, title: str, at: datetime, fonts: Path = FONTS, by: Compile = apart
) -> bytes:
    """Set the same cards four on a sheet of A4, with lines to cut along; as ``cards`` does.

    What is left of the last sheet has more of the empty card, where there is one.
    """
    empty = next((card for card in made if is_empty(card)), None)
    if empty:
        more = replace(empty, title=words(language).say("actions.card.new"))
        made = [*made, *[more] * (-len(made) % ON_A_SHEET)]
    return typeset(_TEMPLATE, _content(made, language, title, on_sheets=True), at=at, fonts=fonts, by=by)


def is_empty(card: ActionCard) -> bool:
    """Whether everything of a card is still to be written."""
    return not any(field.value for field in card.fields)


def _content(made: Sequence[ActionCard], language: str, title: str, *, on_sheets: bool = False) -> Content:
    if not made:
        raise ValueError("There is no card to print.")

    def content(unprintable: Collection[str]) -> Json:
        say = words(language).say
        texts = Texts(unprintable, say("pdf.cut"))
        return {
            "title": texts.title(title),
            "foot": " · ".join(filter(None, (texts.foot(title), say("cards.missing") if unprintable else ""))),
            "language": language,
            "cards": plain(made, texts.inside),
            "sheets": on_sheets,
            **look(),
        }

    return content
