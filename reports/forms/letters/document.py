"""Have the templates of letters and cards drawn."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from reports.forms.letters.letter import Letter
from reports.forms.typesetting import FONTS, Json, look, plain, printable, typeset
from reports.wording import words

_HERE: Final = Path(__file__).parent


def letters(made: Sequence[Letter], *, on: date, language: str = "nl", fonts: Path = FONTS) -> bytes:
    """Set letters as one accessible PDF, each on a page of its own; raises as ``typeset`` does."""
    return _typeset("letters.typ", "letters.title", made, on, language, fonts)


def cards(made: Sequence[Letter], *, on: date, language: str = "nl", fonts: Path = FONTS) -> bytes:
    """Set cards as one accessible PDF, eight on a page; raises as ``typeset`` does."""
    return _typeset("cards.typ", "letters.title.cards", made, on, language, fonts)


def _typeset(template: str, title: str, made: Sequence[Letter], on: date, language: str, fonts: Path) -> bytes:
    if not made:
        raise ValueError("There is nobody to print for.")
    heading = words(language).say(title, network=made[0].network)

    def content(unprintable: Collection[str]) -> Json:
        said = plain(made, lambda text: printable(text, unprintable))
        return {"title": printable(heading, unprintable), "language": language, "letters": said, **look()}

    return typeset(_HERE / template, content, at=datetime.combine(on, time(12), UTC), fonts=fonts)
